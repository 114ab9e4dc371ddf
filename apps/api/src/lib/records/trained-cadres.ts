import type { Basis } from '@xuanpai/contracts/problems';
import { type TrainedCadre, trainedStates } from '@xuanpai/contracts/trained';
import type { PlainDate } from '@xuanpai/contracts/values';
import { trainedState } from '@xuanpai/domain/training/trained';
import type { Actor } from '../actor.ts';
import { notFound } from '../api-error.ts';
import type { Deps } from '../deps.ts';
import { type Seen, seenOn } from '../known.ts';
import { readPolicy } from '../policy.ts';
import { scopeFor, scopeSql } from '../scope.ts';
import { rows, sql } from '../sql.ts';
import { trainingPeopleOn, trainingsOn } from '../trainings/on-day.ts';

type Row = Omit<TrainedCadre, 'dueOn' | 'daysLeft' | 'state' | 'hours' | 'arrivedOn'> & {
  hours: string;
  arrivedOn: PlainDate;
};

/**
 * Everybody in post on a day in a batch, within the actor's reach, with what they were trained: those who are
 * late first, then by township and village. Throws `notFound` for a batch that isn't there.
 */
export async function readTrainedCadres(
  { db, today }: Pick<Deps, 'db' | 'today'>,
  actor: Actor,
  batchId: string,
  seen: Seen = seenOn(today(), today()),
): Promise<{ people: TrainedCadre[]; withinDays: number; basis: Basis }> {
  const batch = await db.prisma.batch.findUnique({ where: { id: batchId } });
  if (!batch) throw notFound();
  const { on } = seen;
  const policy = await readPolicy(db.prisma, batchId, on);
  const withinDays = policy.number('training.withinDays');
  const found = await rows<Row>(
    db.pool,
    sql`SELECT a.cadre_id AS "cadreId", c.name, u.name AS "unitName", a.tier::text AS tier,
        a.post::text AS post, v.township_id AS "townshipId", t.name AS "townshipName",
        v.name AS "villageName", first.day::text AS "arrivedOn", came.sessions,
        came.hours::text AS hours, came.last::text AS "lastOn"
      FROM assignment a JOIN cadre c ON c.id = a.cadre_id JOIN unit u ON u.id = c.unit_id
        JOIN village v ON v.id = a.village_id JOIN region t ON t.id = v.township_id
        CROSS JOIN LATERAL (SELECT min(fa.starts_on) AS day FROM assignment fa
          WHERE fa.cadre_id = a.cadre_id AND fa.batch_id = a.batch_id AND fa.state = 'inForce') first
        CROSS JOIN LATERAL (SELECT count(*)::int AS sessions, coalesce(sum(s.hours), 0) AS hours,
            max(s.ends_on) AS last
          FROM ${trainingPeopleOn(seen)} p JOIN ${trainingsOn(seen)} s ON s.id = p.training_id
          WHERE p.cadre_id = a.cadre_id AND p.presence = 'came' AND s.batch_id = a.batch_id) came
      WHERE a.batch_id = ${batchId}::uuid AND a.state = 'inForce' AND a.starts_on <= ${on}::date
        AND (a.ends_on IS NULL OR a.ends_on >= ${on}::date)
        AND ${scopeSql(scopeFor(actor, 'trainings.read', 'assignments'), 'assignments')}
      ORDER BY t.code, v.code, c.sort_key, a.id`,
  );
  const people = found.map(({ hours, ...row }) => ({
    ...row,
    hours: Number(hours),
    ...trainedState(row, withinDays, on),
  }));
  const rank = ({ state }: TrainedCadre) => trainedStates.indexOf(state);
  return {
    people: people.toSorted((one, other) => rank(one) - rank(other)),
    withinDays,
    basis: policy.basis('training.withinDays'),
  };
}
