import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { listWishes, PlanWish, PlanWishes } from '@xuanpai/contracts/plan-wishes';
import type { Language } from '@xuanpai/contracts/text';
import { toPlainDate } from '@xuanpai/database/dates';
import { searchKey } from '@xuanpai/domain/office/text';
import type { OpenPlan, OpenWish } from '../read/open-plan.ts';
import { contradictionsOf } from './contradictions.ts';
import { keptBy } from './kept.ts';
import { relativeText, wishText } from './wish-words.ts';

/** The wishes of a plan as filtered, what was declared with nominations, and what can't be. */
export function presentWishes(
  open: OpenPlan,
  query: QueryOf<typeof listWishes>,
  language: Language,
): PlanWishes {
  const items = presentEach(open, open.wishes, language).filter(isAsked(query));
  const named = new Set(open.dossier.cadres.map(({ id }) => id));
  return {
    items,
    total: items.length,
    relatives: open.dossier.relatives
      .filter(({ otherCadreId }) => otherCadreId === null || named.has(otherCadreId))
      .map((relative) => ({
        id: relative.id,
        nominationId: relative.nominationId,
        cadreId: relative.cadreId,
        otherCadreId: relative.otherCadreId,
        villageId: relative.villageId,
        text: relativeText(open, relative)[language],
        relation: relative.relation,
        declaredByName: relative.declaredByName,
        declaredAt: relative.declaredAt.toISOString(),
      })),
    contradictions: contradictionsOf(open, language),
    planVersion: open.plan.version,
  };
}

export function presentEach(
  open: OpenPlan,
  wishes: readonly OpenWish[],
  language: Language,
): PlanWish[] {
  const isKept = keptBy(open);
  return wishes.map((wish) => ({
    id: wish.id,
    kind: wish.kind,
    placeId: wish.placeId,
    cadreId: wish.cadreId,
    otherCadreId: wish.otherCadreId,
    unitId: wish.unitId,
    villageId: wish.villageId ?? wish.place?.villageId ?? null,
    townshipId: wish.townshipId,
    text: wishText(wish)[language],
    reason: wish.reason,
    setByName: wish.setByName,
    createdAt: wish.createdAt.toISOString(),
    endsOn: toPlainDate(wish.endsOn),
    state: wish.state,
    kept: wish.state === 'inForce' ? isKept(wish) : null,
    version: wish.version,
  }));
}

function isAsked({ kinds, states, q }: QueryOf<typeof listWishes>) {
  const sought = q ? searchKey(q) : '';
  return ({ kind, state, text, reason, setByName }: PlanWish) =>
    (kinds?.includes(kind) ?? true) &&
    (states?.includes(state) ?? true) &&
    searchKey(`${text} ${reason} ${setByName}`).includes(sought);
}
