import type { Tx } from '@xuanpai/database/transaction';
import { checkPlan } from '@xuanpai/planner/rules';
import type { AuditChange } from '../../../lib/audit.ts';
import { saveEdit } from '../edit/save-edit.ts';
import type { OpenPlan, OpenWish } from '../read/open-plan.ts';
import { wishText } from './wish-words.ts';

interface WishEdit {
  action: 'plan.addWishes' | 'plan.changeWish' | 'plan.removeWish';
  /** Those that were written or removed, for the log. */
  wishes: readonly OpenWish[];
  changes: AuditChange[];
}

/**
 * Ends an edit of wishes. Who is where stays as it was, and so does an approval, unless the plan
 * breaks what is now asked: a plan can't be decided on and be against the office's own wish.
 */
export function saveWishes(tx: Tx, before: OpenPlan, edit: WishEdit): Promise<OpenPlan> {
  const [first] = edit.wishes;
  return saveEdit(tx, before, {
    action: edit.action,
    params: {
      wishes: edit.wishes.length,
      text: first ? wishText(first).zh : '',
      reason: first?.reason ?? '',
    },
    before: {},
    after: {},
    changes: edit.changes,
    voids: (after) => breaks(after) > breaks(before),
  });
}

function breaks({ input, placement }: OpenPlan): number {
  return checkPlan(input, placement).filter(({ severity }) => severity === 'hard').length;
}

/** What of a wish the log keeps. */
export function loggedWish(wish: OpenWish) {
  return {
    kind: wish.kind,
    placeId: wish.placeId,
    cadreId: wish.cadreId,
    otherCadreId: wish.otherCadreId,
    unitId: wish.unitId,
    villageId: wish.villageId,
    townshipId: wish.townshipId,
    reason: wish.reason,
    endsOn: wish.endsOn?.toISOString().slice(0, 10) ?? null,
  };
}
