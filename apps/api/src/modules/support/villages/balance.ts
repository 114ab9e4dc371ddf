import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import { may } from '@xuanpai/contracts/permissions';
import type { getVillageSupport } from '@xuanpai/contracts/support';
import { balanceByYear, broughtBy } from '@xuanpai/domain/support/balance';
import type { Actor } from '../../../lib/actor.ts';
import { notFound } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { type Seen, seenOn } from '../../../lib/known.ts';
import { scopeFor, scopeSql } from '../../../lib/scope.ts';
import { rows, sql } from '../../../lib/sql.ts';
import { readBrought, readSupportYear } from '../../../lib/support/brought.ts';
import { infrastructureSpent } from '../../../lib/support/infrastructure.ts';
import { helpOn } from '../../../lib/support/on-day.ts';
import { readPosted, unitPairings } from '../../../lib/support/posted.ts';
import { reachesTownship } from '../../../lib/support/reach.ts';
import { readPairings } from '../pairings.ts';
import { readSupportVillages } from './facts.ts';
import { readFunds } from './funds.ts';

type Reply = ReplyOf<typeof getVillageSupport>;

/** A village's balance of help: who stands beside it, and who brought what by year, up to a day. */
export async function readBalance(
  deps: Deps,
  actor: Actor,
  id: string,
  { on = deps.today(), known }: QueryOf<typeof getVillageSupport>,
): Promise<Reply> {
  const { pool } = deps.db;
  const reach = scopeSql(scopeFor(actor, 'support.read', 'villages'), 'villages');
  const seen = seenOn(on, deps.today(), known);
  const year = await readSupportYear(pool, seen);
  const here = sql`v.id = ${id}::uuid AND ${reach}`;
  const [village] = await readSupportVillages(deps, here, { year, seen });
  if (!village) throw notFound();
  const [posted, pairings, funds, lines, times, spent] = await Promise.all([
    readPosted(pool, on, sql`v.id = ${id}::uuid`),
    readPairings(pool, seen, sql`k.village_id = ${id}::uuid`),
    readFunds(
      pool,
      sql`f.village_id = ${id}::uuid AND f.year <= ${Number(on.slice(0, 4))}`,
      seen.before,
    ),
    readBrought(pool, seen, sql`b.village_id = ${id}::uuid`),
    readTimes(deps, id, seen),
    readInfrastructure(deps, id, seen),
  ]);
  const ofYear = (which: number) => times.find((one) => one.year === which);
  // A year in which there was training alone is a year of the balance too.
  const marks = times.map((one) => ({ year: one.year, source: 'other' as const, amount: '0.00' }));
  const { villageName, townshipId, townshipName, lacking, owed, late } = village;
  return {
    ...{ year, villageId: id, villageName, townshipId, townshipName, lacking, owed, late },
    cadres: posted
      .filter(({ villageId }) => villageId === id)
      .map(({ cadreId, cadreName: name, unitName }) => ({ cadreId, name, unitName })),
    units: unitPairings(posted, id),
    ...{ pairings, funds, infrastructure: spent },
    years: balanceByYear([...lines, ...marks]).map((one) => ({
      ...one,
      trainings: ofYear(one.year)?.trainings ?? 0,
      visits: ofYear(one.year)?.visits ?? 0,
    })),
    helpers: lines.map(({ villageId: _, name, ...line }) => ({ ...line, name: name ?? '' })),
    brought: broughtBy(lines),
    changeable:
      may(actor.roles, 'support.write') && reachesTownship(actor, 'support.write', townshipId),
  };
}

function readTimes({ db }: Deps, villageId: string, seen: Seen) {
  return rows<{ year: number; trainings: number; visits: number }>(
    db.pool,
    sql`SELECT extract(year FROM h.done_on)::int AS year,
        (count(*) FILTER (WHERE h.kind = 'training'))::int AS trainings,
        coalesce(sum(coalesce(h.done_quantity, 1)) FILTER (WHERE h.kind = 'visits'), 0)::int AS visits
      FROM ${helpOn(seen)} h WHERE h.village_id = ${villageId}::uuid AND h.state = 'confirmed'
        AND h.done_on <= ${seen.on}::date AND h.kind IN ('training', 'visits')
      GROUP BY 1`,
  );
}

function readInfrastructure({ db }: Deps, villageId: string, { on, before }: Seen) {
  return rows<{ year: number; amount: string }>(
    db.pool,
    sql`SELECT s.year, s.yuan::text AS amount FROM (${infrastructureSpent([villageId], on, before)}) s
      ORDER BY s.year DESC`,
  );
}
