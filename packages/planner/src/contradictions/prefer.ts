import { objections } from '../admission.ts';
import type { PlanCadre, Wish } from '../model.ts';
import type { PlanIndex } from '../plan-index.ts';
import type { ViolationCode } from '../rule-table.ts';
import { type Contradiction, contradiction, idsOf } from './model.ts';

type Prefer = Extract<Wish, { kind: 'prefer' }>;

/** A preference for where the person may not go at all: banned, kin there, the other tier. */
export function preferContradictions(index: PlanIndex): Contradiction[] {
  const preferences = [...index.wishes.preferred.values()].flat();
  return preferences.flatMap((wish) => {
    const cadre = index.cadres.get(wish.cadreId);
    const rules = cadre ? rulesAgainst(index, wish, cadre) : [];
    if (rules.length === 0) return [];
    return [
      contradiction('preferForbidden', {
        wishIds: idsOf(wish),
        cadreIds: [wish.cadreId],
        villageIds: wish.villageId === null ? [] : [wish.villageId],
        rules,
      }),
    ];
  });
}

/** Of a township the first village's reasons, where none takes the person. */
function rulesAgainst(index: PlanIndex, wish: Prefer, cadre: PlanCadre): ViolationCode[] {
  const places = [...index.places.values()].filter(({ villageId }) =>
    wish.villageId === null
      ? index.villages.get(villageId)?.village.townshipId === wish.townshipId
      : villageId === wish.villageId,
  );
  const reasons = places.map((place) => objections(index, place, cadre));
  if (reasons.some((rules) => rules.length === 0)) return [];
  return reasons[0] ?? ['unknownPlace'];
}
