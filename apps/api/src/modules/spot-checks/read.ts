import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { listSpotChecks, SpotCheck } from '@xuanpai/contracts/spot-checks';
import type { Actor } from '../../lib/actor.ts';
import { readContradicted } from '../../lib/attendance/contradicted-findings.ts';
import type { Deps } from '../../lib/deps.ts';
import { readAll, readOne, readPage } from '../../lib/list.ts';
import { scopeFor, scopeSql } from '../../lib/scope.ts';
import { sql } from '../../lib/sql.ts';
import { type Query, type SpotCheckRow, spotCheckList } from './list.ts';
import { presentSpotChecks } from './present.ts';

export async function readSpotChecks(
  { db }: Deps,
  actor: Actor,
  query: QueryOf<typeof listSpotChecks>,
): Promise<ReplyOf<typeof listSpotChecks>> {
  const contradicted = await readContradictedIds({ db }, actor);
  const { found, total } = await readPage<SpotCheckRow>(
    db.pool,
    spotCheckList(actor, query, contradicted),
    query,
  );
  return {
    items: await presentSpotChecks(db.pool, actor, found),
    ...{ total, contradicted: contradicted.length },
  };
}

export async function readAllSpotChecks(
  { db }: Deps,
  actor: Actor,
  query: Query,
): Promise<SpotCheck[]> {
  const ids = query.state === 'contradicted' ? await readContradictedIds({ db }, actor) : [];
  const found = await readAll<SpotCheckRow>(db.pool, spotCheckList(actor, query, ids));
  return presentSpotChecks(db.pool, actor, found);
}

/** Throws `notFound` for a finding that isn't there or out of reach. */
export async function readSpotCheck({ db }: Deps, actor: Actor, id: string): Promise<SpotCheck> {
  const list = spotCheckList(actor, { sort: 'day' }, []);
  const row = await readOne<SpotCheckRow>(db.pool, list, sql`k.id = ${id}::uuid`);
  const [check] = await presentSpotChecks(db.pool, actor, [row]);
  if (!check) throw new Error('a row gives a finding');
  return check;
}

/** The ids of those within reach that the log contradicts. */
async function readContradictedIds({ db }: Pick<Deps, 'db'>, actor: Actor): Promise<string[]> {
  const reach = scopeSql(scopeFor(actor, 'spotChecks.read', 'assignments'), 'assignments');
  return (await readContradicted(db.pool, reach)).map(({ id }) => id);
}
