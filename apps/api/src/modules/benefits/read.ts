import type { BenefitStanding } from '@xuanpai/contracts/benefit-words';
import type {
  Benefit,
  BenefitAct,
  BenefitDetail,
  BenefitUse,
  listBenefits,
} from '@xuanpai/contracts/benefits';
import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import { may } from '@xuanpai/contracts/permissions';
import type { Tx } from '@xuanpai/database/transaction';
import { withBonus } from '@xuanpai/domain/benefits/calculator';
import { searchKey } from '@xuanpai/domain/office/text';
import { type Policy, policyOn } from '@xuanpai/domain/policy/policy';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import { type Entitled, readEntitled, type UseRow } from '../../lib/benefits/entitled.ts';
import type { Deps } from '../../lib/deps.ts';
import { byKeys, paged } from '../../lib/paged.ts';
import { readPolicy } from '../../lib/policy.ts';
import { batchAsked } from '../../lib/records/latest-batch.ts';
import { scopeFor, scopeSql } from '../../lib/scope.ts';
import { sql } from '../../lib/sql.ts';

type Query = Omit<QueryOf<typeof listBenefits>, 'page' | 'pageSize'>;

/** The district cadres within reach and what their grades earn. */
export async function readBenefits(
  deps: Deps,
  actor: Actor,
  query: QueryOf<typeof listBenefits>,
): Promise<ReplyOf<typeof listBenefits>> {
  const { all, policy } = await readWithinReach(deps, actor, query.batchId);
  const count = (fits: (one: Benefit) => boolean) =>
    all.filter(({ benefit }) => fits(benefit)).length;
  return {
    ...paged(filtered(all, query), query),
    counts: {
      people: all.length,
      open: count(({ standing }) => standing === 'open'),
      used: count(({ use }) => use !== null),
      groundLost: count(({ standing }) => standing === 'groundLost'),
      preferred: count(({ preferred }) => preferred),
    },
    percents: { ...percentsOf(policy), years: policy.number('benefit.competitionYears') },
    basis: policy.basis('benefit.competitionPercent'),
  };
}

export async function readAllBenefits(deps: Deps, actor: Actor, query: Query): Promise<Benefit[]> {
  const { all } = await readWithinReach(deps, actor, query.batchId);
  return filtered(all, query);
}

interface Shown {
  row: Entitled;
  benefit: Benefit;
}

async function readWithinReach(
  { db, today }: Deps,
  actor: Actor,
  batchId: string | undefined,
): Promise<{ all: Shown[]; policy: Policy }> {
  const batch = await batchAsked(db.prisma, batchId);
  if (!batch) return { all: [], policy: policyOn([], today()) };
  const policy = await readPolicy(db.prisma, batch.id, today());
  const reach = scopeSql(scopeFor(actor, 'benefits.read', 'cadres'), 'cadres');
  const found = await readEntitled(db.pool, batch.id, policy, reach);
  return { all: found.map((row) => ({ row, benefit: present(row) })), policy };
}

function filtered(all: readonly Shown[], query: Query): Benefit[] {
  const { q, unitIds, standings, levels, preferred, sort } = query;
  const sought = q ? searchKey(q) : '';
  const kept = all.filter(
    ({ row, benefit }) =>
      (sought === '' || row.searchKey.includes(sought)) &&
      (!unitIds || unitIds.includes(benefit.unitId)) &&
      (!standings || standings.includes(benefit.standing)) &&
      (!levels || levels.includes(benefit.level)) &&
      (!preferred || benefit.preferred),
  );
  const direction = sort.startsWith('-') ? -1 : 1;
  return kept
    .sort((a, b) => direction * byKeys(keysOf(a.row, sort), keysOf(b.row, sort)))
    .map(({ benefit }) => benefit);
}

function keysOf({ unitOrder, sortKey, townshipCode, cadreId }: Entitled, sort: Query['sort']) {
  if (sort.endsWith('name')) return [sortKey, cadreId];
  if (sort.endsWith('township')) return [townshipCode, sortKey, cadreId];
  return [unitOrder, sortKey, cadreId];
}

/** One cadre's benefits, with voided uses. Throws `notFound` for one without a district post, or out of reach. */
export async function readBenefit(
  deps: Deps,
  actor: Actor,
  cadreId: string,
): Promise<BenefitDetail> {
  const { row, policy } = await readOneEntitled(deps, actor, cadreId);
  return {
    ...present(row),
    voided: row.uses
      .filter(({ voidedAt }) => voidedAt !== null)
      .map((use) => presentUse(use, false)),
    percents: percentsOf(policy),
    bases: {
      competition: policy.basis('benefit.competitionPercent'),
      promotion: policy.basis('benefit.promotionPreference'),
      usedOnce: policy.basis('benefit.usedOnce'),
    },
    acts: may(actor.roles, 'benefits.write') ? actsOn(row, actor) : [],
  };
}

function percentsOf(policy: Policy) {
  return {
    competent: policy.number('benefit.competitionPercent'),
    excellent: policy.number('benefit.competitionExcellentPercent'),
  };
}

/** The database, or a transaction of it. */
export interface Reader extends Pick<Deps, 'today'> {
  db: { prisma: Deps['db']['prisma'] | Tx; pool: Parameters<typeof readEntitled>[0] };
}

/** By the batch of the cadre's latest district post. */
export async function readOneEntitled(
  { db, today }: Reader,
  actor: Actor,
  cadreId: string,
  permission: 'benefits.read' | 'benefits.write' = 'benefits.read',
): Promise<{ row: Entitled; policy: Policy; batchId: string }> {
  const post = await db.prisma.assignment.findFirst({
    where: { cadreId, tier: 'district', state: 'inForce' },
    orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
    select: { batchId: true },
  });
  if (!post) throw notFound();
  const policy = await readPolicy(db.prisma, post.batchId, today());
  const reach = scopeSql(scopeFor(actor, permission, 'cadres'), 'cadres');
  const condition = sql`c.id = ${cadreId}::uuid AND ${reach}`;
  const [row] = await readEntitled(db.pool, post.batchId, policy, condition);
  if (!row) throw notFound();
  return { row, policy, batchId: post.batchId };
}

function standingOf({ use, groundLost, entitlement }: Entitled): BenefitStanding {
  if (use) return groundLost ? 'groundLost' : 'used';
  return entitlement.level === 'none' ? 'none' : 'open';
}

function actsOn(row: Entitled, actor: Actor): BenefitAct[] {
  const { use, outstanding, entitlement } = row;
  if (use) {
    const own = use.enteredById !== null && use.enteredById === actor.userId;
    return own ? ['result'] : ['result', 'void'];
  }
  return [
    ...(entitlement.level === 'none' ? [] : (['use'] as const)),
    ...(outstanding ? (['withdraw'] as const) : []),
    ...(!outstanding && entitlement.level === 'excellent' ? (['confirm'] as const) : []),
  ];
}

function present(row: Entitled): Benefit {
  const { entitlement, use, groundLost } = row;
  const { cadreId, cadreName, unitId, unitName, villageName, townshipName, post } = row;
  return {
    ...{ cadreId, cadreName, unitId, unitName, villageName, townshipName, post },
    years: entitlement.counted,
    ...{ level: entitlement.level, earnedBy: entitlement.years, standing: standingOf(row) },
    ...{ percent: row.percent, outstanding: row.outstanding },
    use: use && presentUse(use, groundLost),
    ...{ termGrade: row.termGrade, preferred: row.preferred },
  };
}

function presentUse({ enteredById: _, ...use }: UseRow, groundLost: boolean): BenefitUse {
  return { ...use, adjustedTotal: withBonus(use.rawTotal, use.percent), groundLost };
}
