import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type {
  Enterprise,
  getEnterprise,
  listEnterprises,
  Pairing,
} from '@xuanpai/contracts/enterprises';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Actor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { seenOn } from '../../../lib/known.ts';
import { readAll, readOne, readPage } from '../../../lib/list.ts';
import { scopeFor, scopeSql } from '../../../lib/scope.ts';
import { sql } from '../../../lib/sql.ts';
import { readPairings } from '../pairings.ts';
import { enterpriseList, type Query } from './list.ts';

type DayQuery = QueryOf<typeof getEnterprise>;

export async function readEnterprises(
  { db, today }: Deps,
  actor: Actor,
  query: QueryOf<typeof listEnterprises>,
): Promise<ReplyOf<typeof listEnterprises>> {
  const list = enterpriseList(actor, query, seenOn(query.on ?? today(), today(), query.known));
  const { found, total } = await readPage<Enterprise>(db.pool, list, query);
  return { items: found, total };
}

export function readAllEnterprises(
  { db, today }: Deps,
  actor: Actor,
  query: Query,
): Promise<Enterprise[]> {
  return readAll<Enterprise>(
    db.pool,
    enterpriseList(actor, query, seenOn(query.on ?? today(), today(), query.known)),
  );
}

export function readEnterprise(
  { db, today }: Deps,
  actor: Actor,
  id: string,
  { on = today(), known }: DayQuery = {},
): Promise<Enterprise> {
  const list = enterpriseList(actor, { sort: 'name' }, seenOn(on, today(), known));
  return readOne<Enterprise>(db.pool, list, sql`e.id = ${id}::uuid`);
}

/** With the villages that it is paired with, of those within reach. */
export async function readEnterpriseInFull(
  deps: Deps,
  actor: Actor,
  id: string,
  query: DayQuery,
): Promise<ReplyOf<typeof getEnterprise>> {
  const today = deps.today();
  const seen = seenOn(query.on ?? today, today, query.known);
  const [enterprise, pairings] = await Promise.all([
    readEnterprise(deps, actor, id, query),
    readPairings(deps.db.pool, seen, sql`k.enterprise_id = ${id}::uuid AND ${reach(actor)}`),
  ]);
  return { ...enterprise, pairings };
}

const reach = (actor: Actor) =>
  scopeSql(scopeFor(actor, 'enterprises.read', 'villages'), 'villages');

/** One pairing, for whoever just wrote it. */
export async function readPairing({ db }: Deps, today: PlainDate, id: string): Promise<Pairing> {
  const [pairing] = await readPairings(db.pool, seenOn(today, today), sql`k.id = ${id}::uuid`);
  if (!pairing) throw new Error('a pairing that was written is there');
  return pairing;
}
