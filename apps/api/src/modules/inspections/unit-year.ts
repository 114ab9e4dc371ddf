import type { HelpKind, HelpState } from '@xuanpai/contracts/support-words';
import type { Presence, TrainingLevel } from '@xuanpai/contracts/trainings';
import type { PlainDate, Post } from '@xuanpai/contracts/values';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { rows, sql } from '../../lib/sql.ts';
import { groupOf, reportOf } from './organisation.ts';

export interface PostOfYear {
  name: string;
  village: string;
  post: Post;
  startsOn: PlainDate;
  endsOn: PlainDate | null;
  /** Of confirmed months: days in the village, days out for it, and how many months. */
  inVillage: number;
  errands: number;
  months: number;
}

interface HelpOfYear {
  village: string;
  kind: HelpKind;
  content: string;
  state: HelpState;
  amount: string | null;
}

interface IssueOfYear {
  village: string;
  text: string;
  state: string;
  deadline: PlainDate;
}

interface TrainingOfYear {
  name: string;
  topic: string;
  level: TrainingLevel;
  startsOn: PlainDate;
  endsOn: PlainDate;
  hours: number;
  presence: Presence | null;
  reason: string | null;
}

export type UnitYear = Awaited<ReturnType<typeof readUnitYear>>;

/** A unit's year: who was posted where, days logged, training, help, and findings. Throws `notFound` out of reach. */
export async function readUnitYear({ db }: Deps, actor: Actor, unitId: string, year: number) {
  const reach = scopeWhere(scopeFor(actor, 'inspections.read', 'units'), 'units');
  const unit = await db.prisma.unit.findFirst({
    where: { AND: [{ id: unitId }, reach] },
    include: { group: true, dutyReports: { where: { year } } },
  });
  if (!unit) throw notFound();
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const [posts, trainings, help, issues] = await Promise.all([
    rows<PostOfYear>(
      db.pool,
      sql`SELECT c.name, v.name AS village, a.post, a.starts_on AS "startsOn", a.ends_on AS "endsOn",
          coalesce(m.village, 0)::float AS "inVillage", coalesce(m.errands, 0)::float AS errands,
          coalesce(m.months, 0)::int AS months
        FROM assignment a JOIN cadre c ON c.id = a.cadre_id JOIN village v ON v.id = a.village_id
        LEFT JOIN LATERAL (SELECT count(DISTINCT r.month) AS months,
            sum(((cell % 32 = 1)::int + (cell / 32 = 1)::int) * 0.5) AS village,
            sum(((cell % 32 = 2)::int + (cell / 32 = 2)::int) * 0.5) AS errands
          FROM attendance_row r JOIN attendance_sheet s ON s.id = r.sheet_id
            CROSS JOIN unnest(r.marks) cell
          WHERE r.assignment_id = a.id AND s.status = 'confirmed'
            AND r.month BETWEEN ${from}::date AND ${to}::date) m ON true
        WHERE c.unit_id = ${unitId}::uuid AND a.state = 'inForce' AND a.starts_on <= ${to}::date
          AND (a.ends_on IS NULL OR a.ends_on >= ${from}::date)
        ORDER BY v.code, a.post, a.starts_on, a.id`,
    ),
    readTrainings({ db }, unitId, { from, to }),
    rows<HelpOfYear>(
      db.pool,
      sql`SELECT v.name AS village, h.kind, h.content, h.state,
          coalesce(h.done_amount, h.amount)::text AS amount
        FROM help h JOIN village v ON v.id = h.village_id
        WHERE h.unit_id = ${unitId}::uuid
          AND coalesce(h.done_on, h.due_on) BETWEEN ${from}::date AND ${to}::date
        ORDER BY v.code, coalesce(h.done_on, h.due_on), h.id`,
    ),
    rows<IssueOfYear>(
      db.pool,
      sql`SELECT v.name AS village, f.text, f.state, f.deadline
        FROM finding f JOIN inspection i ON i.id = f.inspection_id
          JOIN village v ON v.id = f.village_id
        WHERE f.state <> 'withdrawn' AND i.day BETWEEN ${from}::date AND ${to}::date
          AND (f.unit_id = ${unitId}::uuid OR (f.unit_id IS NULL AND EXISTS (SELECT 1
            FROM assignment a JOIN cadre c ON c.id = a.cadre_id WHERE a.village_id = f.village_id
              AND c.unit_id = ${unitId}::uuid AND a.state = 'inForce' AND a.starts_on <= i.day
              AND (a.ends_on IS NULL OR a.ends_on >= i.day))))
        ORDER BY v.code, i.day, f.id`,
    ),
  ]);
  return {
    ...{ name: unit.name, year, responsiblePerson: unit.responsiblePerson },
    ...{ contactName: unit.contactName, group: groupOf(unit.group) },
    township: unit.kind === 'townshipOffice',
    report: reportOf(unit.dutyReports[0] ?? null),
    ...{ posts, trainings, help, issues },
  };
}

/** Who of the unit should come to a session, and who came. */
function readTrainings(
  { db }: Pick<Deps, 'db'>,
  unitId: string,
  { from, to }: { from: string; to: string },
) {
  return rows<TrainingOfYear>(
    db.pool,
    sql`SELECT c.name, s.topic, s.level, s.starts_on AS "startsOn", s.ends_on AS "endsOn",
        s.hours::float AS hours, p.presence, p.reason
      FROM training_person p JOIN training s ON s.id = p.training_id JOIN cadre c ON c.id = p.cadre_id
      WHERE c.unit_id = ${unitId}::uuid AND s.starts_on BETWEEN ${from}::date AND ${to}::date
      ORDER BY s.starts_on, s.id, c.sort_key, c.id`,
  );
}
