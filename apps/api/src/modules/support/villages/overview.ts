import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Brought, listSupport, SupportVillage } from '@xuanpai/contracts/support';
import { type SupportPart, supportParts, supportSources } from '@xuanpai/contracts/support-words';
import { fenOf } from '@xuanpai/domain/office/money';
import { broughtBy } from '@xuanpai/domain/support/balance';
import type { Actor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { seenOn } from '../../../lib/known.ts';
import { matches } from '../../../lib/list.ts';
import { scopeFor, scopeSql } from '../../../lib/scope.ts';
import { join, oneOf, type Sql } from '../../../lib/sql.ts';
import { readSupportYear } from '../../../lib/support/brought.ts';
import { readSupportVillages } from './facts.ts';

export type Query = Omit<QueryOf<typeof listSupport>, 'page' | 'pageSize'>;
type Reply = ReplyOf<typeof listSupport>;

/** Villages with what each source brought in a year, as filtered and in order, and their sums. */
export async function readOverview(
  deps: Deps,
  actor: Actor,
  { page, pageSize, ...query }: QueryOf<typeof listSupport>,
): Promise<Reply> {
  const { year, villages } = await readOverviewRows(deps, actor, query);
  const from = (page - 1) * pageSize;
  return {
    items: villages.slice(from, from + pageSize),
    ...{ total: villages.length, year, ...sumsOf(villages) },
  };
}

export async function readOverviewRows(
  deps: Deps,
  actor: Actor,
  query: Query,
): Promise<{ year: number; villages: SupportVillage[] }> {
  const on = query.on ?? deps.today();
  const seen = seenOn(on, deps.today(), query.known);
  const year = query.year ?? (await readSupportYear(deps.db.pool, seen));
  const all = await readSupportVillages(deps, conditionOf(actor, query), { year, seen });
  return { year, villages: sorted(all.filter(fits(query)), query.sort) };
}

function conditionOf(actor: Actor, { q, townshipIds }: Query): Sql {
  const conditions = [
    scopeSql(scopeFor(actor, 'support.read', 'villages'), 'villages'),
    ...(q ? [matches('v.search_key', q)] : []),
    ...(townshipIds ? [oneOf('v.township_id', townshipIds, 'uuid')] : []),
  ];
  return join(conditions, ' AND ');
}

const hasNone = ({ brought }: SupportVillage) => fenOf(brought.total) === 0;
const isSplit = ({ units }: SupportVillage) => units.some(({ split }) => split);

function fits({ lacking, none, split, owed }: Query) {
  const asked = (wanted: boolean | undefined, holds: boolean) =>
    wanted === undefined || wanted === holds;
  return (village: SupportVillage) =>
    (lacking === undefined || lacking.some((part) => village.lacking.includes(part))) &&
    asked(none, hasNone(village)) &&
    asked(split, isSplit(village)) &&
    asked(owed, village.owed > 0);
}

/** What was brought, the least first: those without any stand on top. The codes' order settles ties. */
function sorted(villages: SupportVillage[], sort: Query['sort']): SupportVillage[] {
  const descending = sort.startsWith('-');
  const key = (descending ? sort.slice(1) : sort) as Key;
  // They come in the order of their townships.
  if (key === 'township') return descending ? [...villages].reverse() : villages;
  const compare = comparisons[key];
  const sign = descending ? -1 : 1;
  return [...villages].sort((a, b) => sign * compare(a, b));
}

type Key = Exclude<Query['sort'], `-${string}`>;
type Compare = (a: SupportVillage, b: SupportVillage) => number;

const pinyin = new Intl.Collator('zh-u-co-pinyin-kn-true');
const byMoney =
  (source: keyof Brought): Compare =>
  (a, b) =>
    fenOf(a.brought[source]) - fenOf(b.brought[source]);

const comparisons: Record<Exclude<Key, 'township'>, Compare> = {
  total: (a, b) => byMoney('total')(a, b) || b.lacking.length - a.lacking.length,
  publicFund: byMoney('publicFund'),
  unit: byMoney('unit'),
  enterprise: byMoney('enterprise'),
  name: (a, b) => pinyin.compare(a.villageName, b.villageName),
  projects: (a, b) => a.projects - b.projects,
  owed: (a, b) => a.owed - b.owed || a.late - b.late,
};

function sumsOf(villages: readonly SupportVillage[]) {
  const lines = villages.flatMap(({ brought }) =>
    supportSources.map((source) => ({ source, amount: brought[source] })),
  );
  const without = (part: SupportPart) =>
    villages.filter(({ lacking }) => lacking.includes(part)).length;
  const sum = (of: (village: SupportVillage) => number) =>
    villages.reduce((total, village) => total + of(village), 0);
  return {
    brought: broughtBy(lines),
    none: villages.filter(hasNone).length,
    lacking: Object.fromEntries(
      supportParts.map((part) => [part, without(part)]),
    ) as Reply['lacking'],
    split: villages.filter(isSplit).length,
    owed: sum(({ owed }) => owed),
    late: sum(({ late }) => late),
  };
}
