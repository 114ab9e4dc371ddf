import type { EvaluationFacts } from '@xuanpai/contracts/evaluation-facts';
import type { HelpState } from '@xuanpai/contracts/support-words';
import type { Deps } from '../deps.ts';
import { oneOf, rows, sql } from '../sql.ts';
import type { FactRound } from './gather-results.ts';

type Project = EvaluationFacts['projects'][number];
type Finding = EvaluationFacts['findings'][number];

/** What a village got and what was found there in the days of a round, by village. */
export interface VillageSupport {
  projects: Project[];
  findings: Finding[];
}

export async function gatherVillages(
  deps: Deps,
  { startsOn, endsOn }: FactRound,
  villageIds: readonly string[],
): Promise<Map<string, VillageSupport>> {
  const { pool } = deps.db;
  const [projects, findings] = await Promise.all([
    rows<Project & { villageId: string }>(
      pool,
      sql`SELECT p.id, p.village_id AS "villageId", p.name, p.state::text AS state, p.spent::text AS spent
        FROM project p WHERE ${oneOf('p.village_id', villageIds, 'uuid')}
          AND EXISTS (SELECT 1 FROM project_event e WHERE e.project_id = p.id AND e.day <= ${endsOn}::date)
          AND (p.accepted_on IS NULL OR p.accepted_on >= ${startsOn}::date) ORDER BY p.created_at, p.id`,
    ),
    rows<Finding & { villageId: string }>(
      pool,
      sql`SELECT f.id, f.village_id AS "villageId", f.text, f.severity::text AS severity,
          f.state::text AS state, i.day::text AS day, f.deadline::text AS deadline,
          f.state IN ('open', 'returned') AND f.deadline < ${deps.today()}::date AS overdue
        FROM finding f JOIN inspection i ON i.id = f.inspection_id
        WHERE ${oneOf('f.village_id', villageIds, 'uuid')} AND f.state <> 'withdrawn'
          AND i.day BETWEEN ${startsOn}::date AND ${endsOn}::date ORDER BY i.day, f.id`,
    ),
  ]);
  const byVillage = new Map<string, VillageSupport>(
    villageIds.map((id) => [id, { projects: [], findings: [] }]),
  );
  for (const { villageId, ...project } of projects)
    byVillage.get(villageId)?.projects.push(project);
  for (const { villageId, ...finding } of findings)
    byVillage.get(villageId)?.findings.push(finding);
  return byVillage;
}

type Help = EvaluationFacts['help'];

/** What sending units gave their villages in the days of a round, by village and unit. */
export async function gatherHelp(
  { db }: Pick<Deps, 'db'>,
  { startsOn, endsOn }: FactRound,
  villageIds: readonly string[],
): Promise<Map<string, Help>> {
  const found = await rows<{ key: string; state: HelpState; count: number; amount: string }>(
    db.pool,
    sql`SELECT h.village_id || ' ' || h.unit_id AS key, h.state::text AS state, count(*)::int AS count,
        sum(COALESCE(h.done_amount, 0))::numeric(14, 2)::text AS amount
      FROM help h WHERE h.unit_id IS NOT NULL AND ${oneOf('h.village_id', villageIds, 'uuid')}
        AND COALESCE(h.done_on, h.due_on) BETWEEN ${startsOn}::date AND ${endsOn}::date
      GROUP BY h.village_id, h.unit_id, h.state ORDER BY h.state`,
  );
  const byBoth = new Map<string, Help>();
  for (const { key, state, count, amount } of found) {
    const known = byBoth.get(key) ?? noHelp();
    byBoth.set(key, known);
    known.count += count;
    known.states.push({ state, count });
    if (state === 'confirmed') known.amount = amount;
    else if (state !== 'dropped') known.open += count;
  }
  return byBoth;
}

export const noHelp = (): Help => ({ count: 0, amount: '0.00', open: 0, states: [] });
