import type { Vacancy, Warnings } from '@xuanpai/contracts/vacancies';
import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays, daysBetween } from '@xuanpai/domain/office/plain-date';
import type { Policy } from '@xuanpai/domain/policy/policy';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { readPolicy } from '../policy.ts';
import { scopeFor, scopeSql } from '../scope.ts';
import { rows, sql } from '../sql.ts';
import type { BatchRecord } from './batch.ts';
import { periodOfPosts, readVacancies } from './vacancies.ts';

type Ending = Omit<Warnings['endingSoon'][number], 'daysLeft' | 'endsOn'> & { endsOn: PlainDate };

/** What wants an act in a batch on a day, of the rows within reach: the policy of that day says from when. */
export async function readWarnings(
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  batch: BatchRecord,
  on: PlainDate,
): Promise<Warnings> {
  const policy = await readPolicy(deps.db.prisma, batch.id, on);
  const termDays = policy.number('dispatch.termWarningDays');
  const vacantDays = policy.number('dispatch.vacancyWarningDays');
  return {
    on,
    ...{ termDays, vacantDays },
    termBasis: policy.basis('dispatch.termWarningDays'),
    vacantBasis: policy.basis('dispatch.vacancyWarningDays'),
    endingSoon: await readEnding(deps, actor, batch, { on, until: addDays(on, termDays) }),
    vacant: (await vacantOn(deps, actor, batch, { policy, on })).filter(
      ({ days }) => days > vacantDays,
    ),
    inSeveralBatches: await readInSeveral(deps, actor, batch),
  };
}

/** Terms that end soon, or have ended without that being on record; whoever left already is left out. */
async function readEnding(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  { id }: BatchRecord,
  { on, until }: { on: PlainDate; until: PlainDate },
): Promise<Warnings['endingSoon']> {
  const reach = scopeSql(scopeFor(actor, 'assignments.read', 'assignments'), 'assignments');
  const found = await rows<Ending>(
    db.pool,
    sql`SELECT a.id AS "assignmentId", a.cadre_id AS "cadreId", c.name AS "cadreName",
        u.name AS "unitName", a.village_id AS "villageId", v.name AS "villageName",
        t.name AS "townshipName", a.post, a.ends_on AS "endsOn", a.version
      FROM assignment a JOIN cadre c ON c.id = a.cadre_id JOIN unit u ON u.id = c.unit_id
        JOIN village v ON v.id = a.village_id JOIN region t ON t.id = v.township_id
      WHERE a.batch_id = ${id}::uuid AND a.state = 'inForce' AND a.starts_on <= ${on}::date
        AND a.ends_on <= ${until}::date AND ${reach}
        AND NOT EXISTS (SELECT 1 FROM assignment_event e WHERE e.assignment_id = a.id
          AND e.undone_at IS NULL AND e.kind IN ('replaced', 'withdrawn', 'exchanged', 'ended'))
      ORDER BY a.ends_on, t.code, v.code, (a.post = 'deputySecretary'), a.id`,
  );
  return found.map((row) => ({ ...row, daysLeft: daysBetween(on, row.endsOn) }));
}

/** Posts that are vacant on a day, with since when. */
async function vacantOn(
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  batch: BatchRecord,
  { policy, on }: { policy: Policy; on: PlainDate },
): Promise<Vacancy[]> {
  // After the term nobody has to be there.
  if (on > batch.endsOn) return [];
  const period = await periodOfPosts(deps, batch, on);
  if (!period) return [];
  const reach = scopeSql(scopeFor(actor, 'assignments.read', 'villages'), 'villages');
  return (await readVacancies(deps, { batch, policy, period, reach })).filter(({ open }) => open);
}

/** People of the batch who are named to, or posted by, another one as well. */
async function readInSeveral(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  { id }: BatchRecord,
): Promise<Warnings['inSeveralBatches']> {
  const reach = scopeSql(scopeFor(actor, 'cadres.read', 'cadres'), 'cadres');
  return rows(
    db.pool,
    sql`WITH there AS (
        SELECT cadre_id, batch_id FROM nomination WHERE state = 'active'
        UNION SELECT cadre_id, batch_id FROM assignment WHERE state = 'inForce')
      SELECT c.id AS "cadreId", c.name AS "cadreName", u.name AS "unitName",
        json_agg(json_build_object('batchId', b.id, 'name', b.name, 'villageName',
          (SELECT v.name FROM assignment a JOIN village v ON v.id = a.village_id
            WHERE a.cadre_id = c.id AND a.batch_id = b.id AND a.state = 'inForce'
            ORDER BY a.starts_on DESC LIMIT 1)) ORDER BY b.date, b.id) AS batches
      FROM there h JOIN cadre c ON c.id = h.cadre_id JOIN unit u ON u.id = c.unit_id
        JOIN batch b ON b.id = h.batch_id
      WHERE c.id IN (SELECT cadre_id FROM there WHERE batch_id = ${id}::uuid) AND ${reach}
      GROUP BY c.id, u.name HAVING count(*) > 1 ORDER BY c.sort_key, c.id`,
  );
}
