import type { OpenPlan } from '../read/open-plan.ts';
import type { WishRow } from '../read/wish-rows.ts';

/** Whether a plan as it stands does what a wish asks. */
export function keptBy({ input, placement }: Pick<OpenPlan, 'input' | 'placement'>) {
  const villageOfPlace = new Map(input.places.map(({ id, villageId }) => [id, villageId]));
  const townshipOf = new Map(input.villages.map(({ id, townshipId }) => [id, townshipId]));
  const villageOf = new Map(
    [...placement].map(([placeId, cadreId]) => [cadreId, villageOfPlace.get(placeId)]),
  );
  const unitOf = new Map(input.cadres.map(({ id, unitId }) => [id, unitId]));
  return (wish: WishRow): boolean => {
    const here = villageOf.get(wish.cadreId ?? '');
    const beside = here !== undefined && here === villageOf.get(wish.otherCadreId ?? '');
    switch (wish.kind) {
      case 'pin':
        return placement.get(wish.placeId ?? '') === wish.cadreId;
      case 'banVillage':
        return here !== wish.villageId;
      case 'banTownship':
        return [...villageOf].every(
          ([cadreId, village]) =>
            unitOf.get(cadreId) !== wish.unitId ||
            townshipOf.get(village ?? '') !== wish.townshipId,
        );
      case 'together':
        return beside;
      case 'apart':
        return !beside;
      case 'prefer':
        if (here === undefined) return false;
        return wish.villageId === null
          ? townshipOf.get(here) === wish.townshipId
          : here === wish.villageId;
    }
  };
}
