import type { SupportVillage } from '@xuanpai/contracts/support';
import type { Tier } from '@xuanpai/contracts/values';
import { groupBy } from '@xuanpai/domain/group-by';
import { broughtBy, lackingOf } from '@xuanpai/domain/support/balance';
import type { Deps } from '../../../lib/deps.ts';
import type { Seen } from '../../../lib/known.ts';
import { rows, type Sql, sql } from '../../../lib/sql.ts';
import { type BroughtRow, readBrought } from '../../../lib/support/brought.ts';
import { helpOn, milestonesOn, pairingsOn, projectsOn } from '../../../lib/support/on-day.ts';
import { type Posted, readPosted, unitPairings } from '../../../lib/support/posted.ts';

/** What stands in the database of a village, before anything is judged. */
interface Facts {
  villageId: string;
  villageName: string;
  townshipId: string;
  townshipName: string;
  city: boolean;
  enterprises: string[];
  /** In the year, confirmed: any help of a unit, of an enterprise. */
  unitHelp: boolean;
  enterpriseHelp: boolean;
  trainings: number;
  visits: number;
  projects: number;
  projectsLate: number;
  projectsStopped: number;
  owed: number;
  late: number;
}

/** Villages where `condition` holds over `v` and `t`, in the order of their codes, in a year up to a day. */
export async function readSupportVillages(
  { db }: Pick<Deps, 'db'>,
  condition: Sql,
  { year, seen }: { year: number; seen: Seen },
): Promise<SupportVillage[]> {
  const inVillages = sql`b.village_id IN (SELECT v.id FROM village v WHERE ${condition})`;
  const [facts, posted, brought] = await Promise.all([
    rows<Facts>(db.pool, factsSql(condition, year, seen)),
    readPosted(db.pool, seen.on, condition),
    readBrought(db.pool, seen, sql`b.year = ${year} AND ${inVillages}`),
  ]);
  const broughtTo = groupBy(brought, ({ villageId }) => villageId);
  const postedTo = groupBy(posted, ({ villageId }) => villageId);
  return facts.map((village) =>
    judged(
      village,
      postedTo.get(village.villageId) ?? [],
      posted,
      broughtTo.get(village.villageId),
    ),
  );
}

function judged(
  { city, unitHelp, enterpriseHelp, enterprises, ...village }: Facts,
  here: readonly Posted[],
  posted: readonly Posted[],
  lines: readonly BroughtRow[] = [],
): SupportVillage {
  const tier: Tier | null = city ? 'city' : (here[0]?.tier ?? null);
  const of = (source: string) => lines.some((line) => line.source === source);
  return {
    ...village,
    ...{ tier, enterprises, cadres: here.length, units: unitPairings(posted, village.villageId) },
    brought: broughtBy(lines),
    lacking: lackingOf(
      {
        cadres: here.length,
        unitHelp: unitHelp || of('unit'),
        enterprises: enterprises.length > 0 || enterpriseHelp || of('enterprise'),
        publicFunds: of('publicFund'),
      },
      tier,
    ),
  };
}

function factsSql(condition: Sql, year: number, seen: Seen): Sql {
  const { on } = seen;
  return sql`SELECT v.id AS "villageId", v.name AS "villageName", v.township_id AS "townshipId",
      t.name AS "townshipName",
      EXISTS (SELECT 1 FROM batch_village c WHERE c.village_id = v.id AND c.city_dispatched) AS city,
      coalesce(k.names, '[]'::json) AS enterprises,
      coalesce(h.of_units, false) AS "unitHelp", coalesce(h.of_enterprises, false) AS "enterpriseHelp",
      coalesce(h.trainings, 0) AS trainings, coalesce(h.visits, 0) AS visits,
      coalesce(h.owed, 0) AS owed, coalesce(h.late, 0) AS late,
      coalesce(p.total, 0) AS projects, coalesce(p.late, 0) AS "projectsLate",
      coalesce(p.stopped, 0) AS "projectsStopped"
    FROM village v JOIN region t ON t.id = v.township_id
      LEFT JOIN (SELECT k.village_id, json_agg(e.name ORDER BY e.name) AS names
        FROM ${pairingsOn(seen)} k JOIN enterprise e ON e.id = k.enterprise_id
        WHERE k.starts_on <= ${on}::date AND (k.ends_on IS NULL OR k.ends_on >= ${on}::date)
        GROUP BY k.village_id) k ON k.village_id = v.id
      LEFT JOIN (SELECT h.village_id,
          bool_or(d.done AND h.unit_id IS NOT NULL) AS of_units,
          bool_or(d.done AND h.enterprise_id IS NOT NULL) AS of_enterprises,
          (count(*) FILTER (WHERE d.done AND h.kind = 'training'))::int AS trainings,
          coalesce(sum(coalesce(h.done_quantity, 1)) FILTER (WHERE d.done AND h.kind = 'visits'), 0)::int AS visits,
          (count(*) FILTER (WHERE d.owed))::int AS owed,
          (count(*) FILTER (WHERE d.owed AND h.due_on < ${on}::date))::int AS late
        FROM ${helpOn(seen)} h CROSS JOIN LATERAL (SELECT
          (h.state = 'confirmed' AND h.done_on <= ${on}::date AND extract(year FROM h.done_on) = ${year}) AS done,
          (h.state IN ('promised', 'returned') AND h.due_on IS NOT NULL) AS owed) d
        GROUP BY h.village_id) h ON h.village_id = v.id
      LEFT JOIN (SELECT p.village_id, count(*)::int AS total,
          (count(*) FILTER (WHERE p.state = 'stopped'))::int AS stopped,
          (count(*) FILTER (WHERE p.state IN ('planned', 'underWay') AND EXISTS (
            SELECT 1 FROM ${milestonesOn(seen)} m WHERE m.project_id = p.id AND m.due_on < ${on}::date
              AND m.done_on IS NULL)))::int AS late
        FROM ${projectsOn(seen)} p WHERE p.begun GROUP BY p.village_id) p ON p.village_id = v.id
    WHERE ${condition} ORDER BY t.code, v.code`;
}
