import type { PlanWish, PlanWishes } from '@xuanpai/contracts/plan-wishes';
import type { WishKind } from '@xuanpai/contracts/values';

/** A line of the list: a wish, or kin that was declared with a nomination and is changed there. */
export interface WishRow {
  id: string;
  text: string;
  reason: string;
  setByName: string;
  setAt: string;
  endsOn: string | null;
  wish: PlanWish | null;
  nominationId: string | null;
}

export function rowsOf({ items, relatives }: PlanWishes): WishRow[] {
  return [
    ...items.map((wish) => ({
      id: wish.id,
      text: wish.text,
      reason: wish.reason,
      setByName: wish.setByName,
      setAt: wish.createdAt,
      endsOn: wish.endsOn,
      wish,
      nominationId: null,
    })),
    ...relatives.map((one) => ({
      id: one.id,
      text: one.text,
      reason: '',
      setByName: one.declaredByName,
      setAt: one.declaredAt,
      endsOn: null,
      wish: null,
      nominationId: one.nominationId,
    })),
  ];
}

export function isShown(
  { wish, text, reason, setByName }: WishRow,
  { kind, find }: { kind: WishKind | null; find: string },
): boolean {
  if (kind !== null && wish?.kind !== kind) return false;
  return find === '' || `${text} ${reason} ${setByName}`.includes(find);
}
