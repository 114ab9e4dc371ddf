import type { Tx } from '@xuanpai/database/transaction';
import type { Placement } from '@xuanpai/planner/model';

/** Who holds a place from now on; null empties it. */
export interface Holder {
  placeId: string;
  cadreId: string | null;
}

/**
 * Writes holders in one statement, so that people can change places. The reason for a place's being
 * empty goes when somebody takes it.
 */
export async function writePlaces(tx: Tx, planId: string, holders: readonly Holder[]) {
  if (holders.length === 0) return;
  const placeIds = holders.map(({ placeId }) => placeId);
  const cadreIds = holders.map(({ cadreId }) => cadreId);
  await tx.$executeRaw`
    UPDATE plan_place p SET
      cadre_id = h.cadre_id,
      empty_reason = CASE WHEN h.cadre_id IS NULL THEN p.empty_reason END
    FROM unnest(${placeIds}::uuid[], ${cadreIds}::uuid[]) AS h (place_id, cadre_id)
    WHERE p.id = h.place_id AND p.plan_id = ${planId}::uuid`;
}

/** The places whose holder differs between two placements, with the later one's holders. */
export function changedHolders(
  places: readonly { id: string }[],
  before: Placement,
  after: Placement,
): Holder[] {
  return places
    .filter(({ id }) => before.get(id) !== after.get(id))
    .map(({ id }) => ({ placeId: id, cadreId: after.get(id) ?? null }));
}

/** Who held these places: what undoes a change. */
export function holdersBefore(before: Placement, changed: readonly Holder[]): Holder[] {
  return changed.map(({ placeId }) => ({ placeId, cadreId: before.get(placeId) ?? null }));
}
