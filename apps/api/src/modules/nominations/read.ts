import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { listNominations, Nomination } from '@xuanpai/contracts/nominations';
import { isPresumed } from '@xuanpai/domain/eligibility';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { readPolicy } from '../../lib/policy.ts';
import { readBatch } from '../../lib/records/batch.ts';
import { readNominations } from '../../lib/records/nominations.ts';
import { scopeFor, scopeSql } from '../../lib/scope.ts';
import { type Sql, sql } from '../../lib/sql.ts';
import { byJudgement, conditionsOf, isAsked, orderOf } from './filter.ts';

type Query = Omit<QueryOf<typeof listNominations>, 'page' | 'pageSize'>;
type Reply = ReplyOf<typeof listNominations>;

/** The nominations within reach, judged; the counts say how all of them stand, whatever tab is open. */
export async function readJudged(deps: Deps, actor: Actor, batchId: string, query: Query) {
  const { batch, found } = await readWithin(
    deps,
    actor,
    batchId,
    conditionsOf(query),
    orderOf(query),
  );
  const asked = byJudgement(found, query).filter(isAsked(query));
  return { batch, asked, counts: countsOf(found) };
}

export async function readNominationPage(
  deps: Deps,
  actor: Actor,
  batchId: string,
  query: QueryOf<typeof listNominations>,
): Promise<Reply> {
  const { batch, asked, counts } = await readJudged(deps, actor, batchId, query);
  const { page, pageSize } = query;
  const items = asked.slice((page - 1) * pageSize, page * pageSize);
  return { items, total: asked.length, counts, judgedOn: batch.date };
}

/** Throws `notFound` for a nomination of another batch or out of reach. */
export async function readNomination(
  deps: Deps,
  actor: Actor,
  { id: batchId, nominationId }: { id: string; nominationId: string },
): Promise<Nomination> {
  const one = [sql`n.id = ${nominationId}::uuid`];
  const { found } = await readWithin(deps, actor, batchId, one);
  const [nomination] = found;
  if (!nomination) throw notFound();
  return nomination;
}

async function readWithin(
  deps: Deps,
  actor: Actor,
  batchId: string,
  conditions: readonly Sql[],
  order?: Sql,
) {
  const { prisma, pool } = deps.db;
  const batch = await readBatch(prisma, batchId);
  const policy = await readPolicy(prisma, batchId, batch.date);
  const scope = scopeSql(scopeFor(actor, 'nominations.read', 'nominations'), 'nominations');
  const found = await readNominations(pool, batch, policy, [scope, ...conditions], order);
  return { batch, found };
}

function countsOf(nominations: readonly Nomination[]): Reply['counts'] {
  const of = (judgement: Nomination['judgement']) =>
    nominations.filter((nomination) => nomination.judgement === judgement).length;
  return {
    all: nominations.length,
    eligible: of('eligible'),
    toStudy: of('toStudy'),
    accepted: of('accepted'),
    toVerify: of('toVerify'),
    notEligible: of('notEligible'),
    presumed: nominations.filter(({ findings }) => isPresumed(findings)).length,
  };
}
