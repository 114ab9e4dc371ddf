import type { BodyOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type {
  addWishes as addEndpoint,
  changeWish as changeEndpoint,
} from '@xuanpai/contracts/plan-wishes';
import { toDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../../lib/actor.ts';
import { invalid, notFound } from '../../../lib/api-error.ts';
import { difference } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { checkVersion } from '../../../lib/versions.ts';
import { writeAs } from '../../../lib/write.ts';
import { lockPlan } from '../edit/lock-plan.ts';
import { type OpenPlan, type OpenWish, openPlan } from '../read/open-plan.ts';
import { contradictionsOf } from './contradictions.ts';
import { presentEach } from './present-wishes.ts';
import { loggedWish, saveWishes } from './save-wishes.ts';
import { checkWishes, isSame } from './wish-faults.ts';

type Written = ReplyOf<typeof addEndpoint>;

/**
 * Puts wishes on the list, all or none; one that is over makes room for the same again. What
 * contradicts others is written and named: what is wrong may be the other one. Throws `notFound`,
 * `staleVersion`, `alreadyDone`, and `invalid` with all faults.
 */
export function addWishes(
  deps: Deps,
  actor: Actor,
  planId: string,
  { wishes, version }: BodyOf<typeof addEndpoint>,
): Promise<Written> {
  return writeAs(deps, actor, async (tx) => {
    const open = await lockPlan(tx, planId, version, deps.today());
    checkWishes(open, wishes);
    const over = open.wishes.filter((kept) => wishes.some((wish) => isSame(kept, wish)));
    await tx.planWish.deleteMany({ where: { id: { in: over.map(({ id }) => id) } } });
    const ids = wishes.map(() => uuid());
    await tx.planWish.createMany({
      data: wishes.map(({ endsOn, ...wish }, at) => ({
        ...wish,
        id: ids[at] ?? uuid(),
        planId,
        endsOn: endsOn ? toDate(endsOn) : null,
        setById: actor.userId,
        setByName: actor.name,
      })),
    });
    const written = ordered(await openPlan(tx, planId, deps.today()), ids);
    const changes = [
      ...over.map((wish) => ({
        entity: 'planWish',
        entityId: wish.id,
        before: loggedWish(wish),
        after: null,
      })),
      ...written.map((wish) => ({
        entity: 'planWish',
        entityId: wish.id,
        versionAfter: wish.version,
        before: null,
        after: loggedWish(wish),
      })),
    ];
    const saved = await saveWishes(tx, open, {
      action: 'plan.addWishes',
      wishes: written,
      changes,
    });
    return answer(saved, ids, actor);
  });
}

/** Another reason or end. What is asked of whom doesn't change: that is another wish. */
export function changeWish(
  deps: Deps,
  actor: Actor,
  ids: { id: string; wishId: string },
  { reason, endsOn, version }: BodyOf<typeof changeEndpoint>,
): Promise<Written> {
  return writeAs(deps, actor, async (tx) => {
    const { open, wish } = await holdWish(tx, deps, ids, version);
    if (endsOn && endsOn < open.today) {
      const message = { zh: '到期日已过。', en: 'The end has passed.' };
      throw invalid([{ path: 'endsOn', code: 'endPassed', message }]);
    }
    await tx.planWish.update({
      where: { id: wish.id },
      data: {
        ...(reason === undefined ? {} : { reason }),
        ...(endsOn === undefined ? {} : { endsOn: endsOn === null ? null : toDate(endsOn) }),
        version: { increment: 1 },
      },
    });
    const [changed] = ordered(await openPlan(tx, ids.id, deps.today()), [wish.id]);
    if (!changed) throw notFound();
    const saved = await saveWishes(tx, open, {
      action: 'plan.changeWish',
      wishes: [changed],
      changes: [
        {
          entity: 'planWish',
          entityId: wish.id,
          versionAfter: changed.version,
          ...difference(loggedWish(wish), loggedWish(changed)),
        },
      ],
    });
    return answer(saved, [wish.id], actor);
  });
}

/** Takes a wish from the list. */
export function removeWish(
  deps: Deps,
  actor: Actor,
  ids: { id: string; wishId: string },
  version: number,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const { open, wish } = await holdWish(tx, deps, ids, version);
    await tx.planWish.delete({ where: { id: wish.id } });
    await saveWishes(tx, open, {
      action: 'plan.removeWish',
      wishes: [wish],
      changes: [{ entity: 'planWish', entityId: wish.id, before: loggedWish(wish), after: null }],
    });
  });
}

/** A wish of the plan in the version that the writer saw. */
async function holdWish(
  tx: Tx,
  deps: Deps,
  { id: planId, wishId: id }: { id: string; wishId: string },
  seen: number,
): Promise<{ open: OpenPlan; wish: OpenWish }> {
  const open = await lockPlan(tx, planId, null, deps.today());
  const wish = open.wishes.find((one) => one.id === id);
  if (!wish) throw notFound();
  const { version } = wish;
  const current = { id, version, ...loggedWish(wish) };
  await checkVersion(tx, { entity: 'planWish', id, version, current }, seen);
  return { open, wish };
}

function ordered({ wishes }: OpenPlan, ids: readonly string[]): OpenWish[] {
  return ids.flatMap((id) => wishes.find((wish) => wish.id === id) ?? []);
}

function answer(saved: OpenPlan, ids: readonly string[], { language }: Actor): Written {
  return {
    items: presentEach(saved, ordered(saved, ids), language),
    contradictions: contradictionsOf(saved, language),
    planVersion: saved.plan.version,
  };
}
