import type { Plan, PlanFinding } from '@xuanpai/contracts/plans';

/** What stands against the approval: a deputy's place may stay empty where the reason is on record. */
export function hindrancesOf({ findings, places }: Plan): PlanFinding[] {
  const explained = new Set(
    places.filter(({ emptyReason }) => emptyReason !== null).map(({ id }) => id),
  );
  return findings.filter(
    ({ weight, code, placeId }) =>
      weight === 'blocks' && !(code === 'deputyMissing' && explained.has(placeId ?? '')),
  );
}

/** Whom an issue concerns: people, the district's units they come from, and townships. */
export function issueCounts({ places, cadres, villages }: Plan) {
  const placed = new Set(places.flatMap(({ cadreId }) => cadreId ?? []));
  const units = cadres
    .filter(({ cadreId, tier }) => tier === 'district' && placed.has(cadreId))
    .map(({ unitId }) => unitId);
  return {
    people: placed.size,
    units: new Set(units).size,
    townships: new Set(villages.map(({ townshipId }) => townshipId)).size,
  };
}
