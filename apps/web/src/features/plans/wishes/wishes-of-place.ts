import type { PlanWish, PlanWishes } from '@xuanpai/contracts/plan-wishes';
import type { PlanPlace } from '../board-model.ts';

/** Wishes in force about a place: pins of it, what is asked of its holder, who is banned from there. */
export function wishesOfPlace(wishes: readonly PlanWish[], place: PlanPlace): PlanWish[] {
  const { id, cadreId, villageId } = place;
  return wishes.filter((wish) => {
    if (wish.state !== 'inForce') return false;
    if (wish.placeId !== null && wish.placeId === id) return true;
    if (cadreId !== null && [wish.cadreId, wish.otherCadreId].includes(cadreId)) return true;
    return wish.kind !== 'pin' && wish.villageId === villageId;
  });
}

/** E8: kin of the holder. */
export function kinOfPlace(relatives: PlanWishes['relatives'], { cadreId }: PlanPlace) {
  return relatives.filter(
    (one) => cadreId !== null && [one.cadreId, one.otherCadreId].includes(cadreId),
  );
}
