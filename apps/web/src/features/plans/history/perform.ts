import { choosePost, explainEmpty, movePlaces } from '@xuanpai/contracts/plan-moves';
import {
  addWishes,
  changeWish,
  listWishes,
  type NewWish,
  type PlanWish,
  removeWish,
} from '@xuanpai/contracts/plan-wishes';
import type { PlainDate } from '@xuanpai/contracts/values';
import { call } from '../../../lib/api.ts';
import { askedBy, type Step } from './step.ts';

/** A step as it was done: moves know their inverse only then; the plan's version after it. */
export interface Done {
  step: Step;
  version: number;
  /** In points, where people moved. */
  change: number;
}

/** Does a step to a plan of the version seen. Throws the API's problem: a later version refuses it. */
export async function perform(id: string, version: number, step: Step): Promise<Done> {
  switch (step.kind) {
    case 'moves': {
      const body = { moves: step.moves, version };
      const outcome = await call(movePlaces, { params: { id }, query: {}, body });
      const done = { ...step, inverse: outcome.inverse };
      return { step: done, version: outcome.version, change: outcome.change };
    }
    case 'wishes':
      return { step, version: await writeWishes(id, version, step.add, step.remove), change: 0 };
    case 'words': {
      const wish = await findWish(id, step.wish);
      const { reason, endsOn } = step.after;
      const body = { reason, endsOn: endsOn as PlainDate | null, version: wish.version };
      const { planVersion } = await call(changeWish, { params: { id, wishId: wish.id }, body });
      return { step, version: planVersion, change: 0 };
    }
    case 'emptyReason': {
      const body = { reason: step.after, version };
      const plan = await call(explainEmpty, { params: { id, placeId: step.placeId }, body });
      return { step, version: plan.version, change: 0 };
    }
    case 'post': {
      const body = { post: step.after, version };
      const plan = await call(choosePost, { params: { id, placeId: step.placeId }, body });
      return { step, version: plan.version, change: 0 };
    }
  }
}

async function writeWishes(
  id: string,
  version: number,
  add: readonly NewWish[],
  remove: readonly NewWish[],
): Promise<number> {
  let now = version;
  for (const wish of remove) {
    const { id: wishId, version: seen } = await findWish(id, wish);
    await call(removeWish, { params: { id, wishId }, query: { version: seen } });
    now += 1;
  }
  if (add.length === 0) return now;
  const { planVersion } = await call(addWishes, {
    params: { id },
    body: { wishes: [...add], version: now },
  });
  return planVersion;
}

async function findWish(id: string, asked: NewWish): Promise<PlanWish> {
  const { items } = await call(listWishes, { params: { id }, query: { kinds: asked.kind } });
  const found = items.find((wish) => askedBy(wish) === askedBy(asked));
  if (!found) throw new Error('the wish is gone');
  return found;
}
