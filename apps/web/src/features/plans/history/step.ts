import type { Move } from '@xuanpai/contracts/plan-moves';
import type { NewWish, PlanWish } from '@xuanpai/contracts/plan-wishes';

type LeadPost = 'firstSecretary' | 'secretary';

/** What the reason and the end of a wish were, and are. */
interface WishWords {
  reason: string;
  endsOn: string | null;
}

/**
 * Something done to a plan by hand, as data that says how to do it again and how to take it back.
 * Wishes are told apart by what they ask, not by id: taken back and done again they are new rows.
 */
export type Step =
  | { kind: 'moves'; moves: Move[]; inverse: Move[] }
  | { kind: 'wishes'; add: NewWish[]; remove: NewWish[] }
  | { kind: 'words'; wish: NewWish; before: WishWords; after: WishWords }
  | { kind: 'emptyReason'; placeId: string; before: string | null; after: string | null }
  | { kind: 'post'; placeId: string; before: LeadPost; after: LeadPost };

/** The step that takes a step back. */
export function inverseOf(step: Step): Step {
  switch (step.kind) {
    case 'moves':
      return { ...step, moves: step.inverse, inverse: step.moves };
    case 'wishes':
      return { ...step, add: step.remove, remove: step.add };
    case 'words':
    case 'emptyReason':
      return { ...step, before: step.after, after: step.before } as Step;
    case 'post':
      return { ...step, before: step.after, after: step.before };
  }
}

/** What a wish asks, as one text: the same for the same wish. */
export function askedBy(wish: NewWish | PlanWish): string {
  switch (wish.kind) {
    case 'pin':
      return `pin ${wish.placeId} ${wish.cadreId}`;
    case 'banTownship':
      return `banTownship ${wish.unitId} ${wish.townshipId}`;
    case 'together':
    case 'apart':
      return `${wish.kind} ${[wish.cadreId, wish.otherCadreId].sort().join(' ')}`;
    case 'banVillage':
      return `banVillage ${wish.cadreId} ${wish.villageId}`;
    case 'prefer':
      return `${wish.kind} ${wish.cadreId} ${wish.villageId ?? wish.townshipId}`;
  }
}

/** A wish of the list as one to be set again, with its reason and end. */
export function asNew(wish: PlanWish): NewWish {
  const { kind, reason, endsOn } = wish;
  const ids = {
    pin: { placeId: wish.placeId, cadreId: wish.cadreId },
    banVillage: { cadreId: wish.cadreId, villageId: wish.villageId },
    banTownship: { unitId: wish.unitId, townshipId: wish.townshipId },
    together: { cadreId: wish.cadreId, otherCadreId: wish.otherCadreId },
    apart: { cadreId: wish.cadreId, otherCadreId: wish.otherCadreId },
    prefer: {
      cadreId: wish.cadreId,
      ...(wish.villageId ? { villageId: wish.villageId } : { townshipId: wish.townshipId }),
    },
  };
  return { kind, ...ids[kind], reason, ...(endsOn ? { endsOn } : {}) } as NewWish;
}
