import { objections } from './admission.ts';
import { assignRows, forbidden } from './assignment.ts';
import type { Place, PlanCadre } from './model.ts';
import { compareIds, type PlanIndex, type VillagePlaces, villagesOf } from './plan-index.ts';
import { placeParts } from './score-place.ts';

/** The townships that have township-tier villages, in the order of their ids. */
export function townshipsOf(index: PlanIndex): string[] {
  const ids = villagesOf(index, 'township').map(({ village }) => village.townshipId);
  return [...new Set(ids)].sort(compareIds);
}

/**
 * The best placement of one township's own cadres to its township-tier villages, exactly: in this
 * tier a village's points depend on nobody but its own cadre. Pins stand; nobody is placed against
 * a rule (D4, D5, D7). Ties fall by the order of ids.
 *
 * @param pins place id → cadre id, such as `keptPins` gives
 * @returns place id → cadre id of the places that can be filled
 */
export function solveTownship(
  index: PlanIndex,
  townshipId: string,
  pins: ReadonlyMap<string, string>,
): Map<string, string> {
  const entries = villagesOf(index, 'township').filter(
    ({ village }) => village.townshipId === townshipId,
  );
  const seats = entries.flatMap((entry) => entry.places.map((place) => ({ entry, place })));
  const pinned = new Set(pins.values());
  const own = [...index.cadres.values()].filter(
    (cadre) => cadre.tier === 'township' && cadre.townshipId === townshipId,
  );
  const free = own.filter((cadre) => cadre.eligible && !pinned.has(cadre.id));
  const open = seats.filter(({ place }) => !pins.has(place.id));
  const columns = assignRows(
    open.map(({ entry, place }, row) => [
      ...free.map((cadre) => worth(index, entry, place, cadre)),
      ...open.map((_, other) => (other === row ? worth(index, entry, place, null) : forbidden)),
    ]),
  );
  const placement = new Map<string, string>();
  seats.forEach(({ place }) => {
    const cadreId = pins.get(place.id);
    if (cadreId !== undefined) placement.set(place.id, cadreId);
  });
  open.forEach(({ place }, row) => {
    const cadre = free[columns[row] ?? -1];
    if (cadre) placement.set(place.id, cadre.id);
  });
  return placement;
}

/** Points of a person, or of nobody, in a place; forbidden where a rule speaks against it. */
function worth(
  index: PlanIndex,
  entry: VillagePlaces,
  place: Place,
  cadre: PlanCadre | null,
): number {
  if (cadre && objections(index, place, cadre).length > 0) return forbidden;
  return placeParts(index, entry, place, cadre).reduce((sum, part) => sum + part.value, 0);
}
