import { namesOf } from '../read/names.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import type { Holder } from './write-places.ts';

/** Holders by name, as the log and a conflict show them: `places.<id>` → 石云浩. */
export function namedHolders(
  { dossier }: OpenPlan,
  holders: readonly Holder[],
): { [path: string]: string | null } {
  const names = namesOf(dossier);
  return Object.fromEntries(
    holders.map(({ placeId, cadreId }) => [
      `places.${placeId}`,
      cadreId === null ? null : names.cadreName(cadreId),
    ]),
  );
}
