import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { renewReplan as endpoint } from '@xuanpai/contracts/plan-replans';
import type { Plan } from '@xuanpai/contracts/plans';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../../lib/actor.ts';
import { ApiError, ruleViolated } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import { lockPlan } from '../edit/lock-plan.ts';
import { saveEdit } from '../edit/save-edit.ts';
import type { Dossier } from '../read/dossier.ts';
import { type NewPlace, placeDifferences } from '../read/place-differences.ts';
import { readDossier } from '../read/read-dossier.ts';
import { readPlan } from '../read/read-plans.ts';
import {
  keptPosts,
  type PostInForce,
  readPostsAfter,
  readPostsOn,
  seatOf,
} from './posts-in-force.ts';
import { replanDayFaults } from './replan-day.ts';

/** What a re-plan begins with: the places of the batch, and who is in force less the drop-outs. */
interface ReplanStart {
  places: (NewPlace & { cadreId: string | null })[];
  posts: PostInForce[];
}

/** Reads who is in force on a day; `dossier` has the people named now. Throws `ruleViolated` before the issue, and for a day that can't be. */
export async function replanStart(
  tx: Tx,
  dossier: Dossier,
  on: PlainDate,
  today: PlainDate,
): Promise<ReplanStart> {
  const { batch, policy } = dossier;
  const basis = policy.basis('dispatch.termYears');
  const issued = await tx.plan.count({
    where: { batchId: batch.id, status: 'issued', replansOn: null },
  });
  if (issued === 0) {
    const message = {
      zh: '本批次还没有印发，不用重排；请新建方案。',
      en: 'The batch is not issued yet: make a plan instead.',
    };
    throw ruleViolated([{ path: 'replansOn', code: 'notIssued', message, basis }]);
  }
  const later = await readPostsAfter(tx, batch.id, on);
  const faults = replanDayFaults({ on, today, batch, later }, basis);
  if (faults.length > 0) throw ruleViolated(faults);
  const posts = await readPostsOn(tx, batch.id, on);
  const holders = new Map(posts.map((post) => [seatOf(post), post]));
  const named = new Set(dossier.cadres.map(({ id }) => id));
  const places = placeDifferences(dossier, []).missing.map((place) => {
    const holder = holders.get(seatOf(place));
    if (!holder) return { ...place, cadreId: null };
    // D6: the lead stays what it is, first secretary or secretary.
    return {
      ...place,
      post: holder.post,
      cadreId: named.has(holder.cadreId) ? holder.cadreId : null,
    };
  });
  return { places, posts };
}

/** The columns of a plan that say what it re-plans. */
export function replanColumns(on: PlainDate, posts: readonly PostInForce[]) {
  return { replansOn: toDate(on), replansPosts: keptPosts(posts).map((post) => ({ ...post })) };
}

/**
 * Begins a re-plan anew from who is in force now, on its day or another one; what was moved in it is
 * lost. Throws `notFound`, `staleVersion`, `alreadyDone`, `ruleViolated`.
 */
export function renewReplan(
  deps: Deps,
  actor: Actor,
  planId: string,
  { replansOn, version }: BodyOf<typeof endpoint>,
): Promise<Plan> {
  return writeAs(deps, actor, async (tx) => {
    const open = await lockPlan(tx, planId, version, deps.today());
    const { plan } = open;
    const before = toPlainDate(plan.replansOn);
    if (before === null) throw new ApiError('conflict', { detail: notReplan });
    const on = replansOn ?? before;
    const start = await replanStart(tx, await readDossier(tx, plan.batchId), on, deps.today());
    await tx.planPlace.deleteMany({ where: { planId } });
    await tx.planPlace.createMany({
      data: start.places.map((place) => ({ id: uuid(), planId, ...place })),
    });
    await saveEdit(tx, open, {
      action: 'plan.renewReplan',
      params: { on },
      before: { replansOn: before },
      after: { replansOn: on },
      data: replanColumns(on, start.posts),
    });
    return readPlan(tx, planId, actor.language, deps.today());
  });
}

const notReplan = {
  zh: '这个方案不是重排方案。',
  en: 'This plan is no re-plan.',
};
