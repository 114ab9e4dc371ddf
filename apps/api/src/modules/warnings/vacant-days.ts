import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { listVacancies, Vacancy } from '@xuanpai/contracts/vacancies';
import type { PlainDate } from '@xuanpai/contracts/values';
import { groupBy } from '@xuanpai/domain/group-by';
import type { Period } from '@xuanpai/domain/post-life/vacancies';
import type { Actor } from '../../lib/actor.ts';
import { invalid } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { readPolicy } from '../../lib/policy.ts';
import { type BatchRecord, readBatch } from '../../lib/records/batch.ts';
import { periodOfPosts, readVacancies } from '../../lib/records/vacancies.ts';
import { scopeFor, scopeSql } from '../../lib/scope.ts';
import { sql } from '../../lib/sql.ts';

type Reply = ReplyOf<typeof listVacancies>;
type Query = QueryOf<typeof listVacancies>;

const none = { items: [], total: 0, leaderless: [], leaderlessDays: 0 };

/** Vacant days of a batch's posts within reach, in a period that lies in its term. */
export async function readVacantDays(
  deps: Deps,
  actor: Actor,
  batchId: string,
  query: Query,
): Promise<Reply> {
  checkPeriod(query);
  const batch = await readBatch(deps.db.prisma, batchId);
  const period = await periodOf(deps, batch, query);
  if (!period || period.from > period.to) return { from: null, to: null, ...none };
  const policy = await readPolicy(deps.db.prisma, batch.id, batch.date);
  const within = scopeSql(scopeFor(actor, 'assignments.read', 'villages'), 'villages');
  const { villageId } = query;
  const reach = villageId ? sql`${within} AND v.id = ${villageId}::uuid` : within;
  const items = await readVacancies(deps, { batch, policy, period, reach });
  const leaderless = leaderlessOf(items);
  return {
    ...period,
    items,
    total: items.length,
    leaderless,
    leaderlessDays: leaderless.reduce((sum, { days }) => sum + days, 0),
  };
}

async function periodOf(deps: Deps, batch: BatchRecord, { from, to }: Query) {
  const upTo = to ?? deps.today();
  const term: Period | null = await periodOfPosts(deps, batch, upTo);
  return term && { from: later(from, term.from), to: term.to };
}

function later(asked: PlainDate | undefined, start: PlainDate): PlainDate {
  return asked !== undefined && asked > start ? asked : start;
}

function checkPeriod({ from, to }: Query): void {
  if (from === undefined || to === undefined || from <= to) return;
  const message = { zh: '起始日晚于截止日。', en: 'The first day lies after the last.' };
  throw invalid([{ path: 'to', code: 'periodReversed', message }]);
}

/** Villages that had no first secretary, with the days of each. */
function leaderlessOf(items: readonly Vacancy[]): Reply['leaderless'] {
  const byVillage = groupBy(
    items.filter(({ lead }) => lead),
    ({ villageId }) => villageId,
  );
  return [...byVillage].map(([villageId, gaps]) => ({
    villageId,
    villageName: gaps[0]?.villageName ?? '',
    days: gaps.reduce((sum, { days }) => sum + days, 0),
    now: gaps.some(({ open }) => open),
  }));
}
