import type { Pin, Place, PlanCadre, PlanVillage } from './model.ts';
import type { PlanIndex } from './plan-index.ts';
import type { ViolationCode } from './rule-table.ts';
import { asksForLeadingBody } from './score-place.ts';

/**
 * Why this person can't hold this place, whoever else is placed; empty where nothing speaks against.
 * - D1: district cadres go to district-tier villages, township cadres to township-tier villages.
 * - D5: only who was judged eligible.
 * - D7 (reading): a township cadre stays inside the own township.
 * - D4: a lagging village of the township tier takes only members of the leading body.
 * - E8: nobody goes where a relative sits on the village's committees.
 * - what the planner ruled out: this person there, or this unit in that township.
 */
export function objections(index: PlanIndex, place: Place, cadre: PlanCadre): ViolationCode[] {
  const entry = index.villages.get(place.villageId);
  if (!entry) return ['unknownPlace'];
  const codes: ViolationCode[] = [];
  if (!cadre.eligible) codes.push('notEligible');
  if (cadre.tier !== entry.village.tier) codes.push('wrongTier');
  else if (cadre.tier === 'township' && cadre.townshipId !== entry.village.townshipId) {
    codes.push('outsideTownship');
  }
  if (asksForLeadingBody(entry) && !cadre.leadingBody) codes.push('laggingNeedsLeadingBody');
  return [...codes, ...bans(index, entry.village, cadre)];
}

function bans({ wishes }: PlanIndex, village: PlanVillage, cadre: PlanCadre): ViolationCode[] {
  const here = (wishes.bannedVillages.get(cadre.id) ?? []).filter(
    ({ villageId }) => villageId === village.id,
  );
  const unit = (wishes.bannedTownships.get(cadre.unitId) ?? []).some(
    ({ townshipId }) => townshipId === village.townshipId,
  );
  const codes: ViolationCode[] = [];
  if (here.some(({ relative }) => relative)) codes.push('relativeInVillage');
  if (unit || here.some(({ relative }) => !relative)) codes.push('banned');
  return codes;
}

/**
 * Place id → cadre id of the pins that a search keeps: the first for each place and person, and
 * none that breaks a rule. The others show up in `checkPlan` as `pinNotKept`.
 */
export function keptPins(index: PlanIndex, pins: readonly Pin[]): Map<string, string> {
  const kept = new Map<string, string>();
  const taken = new Set<string>();
  for (const { placeId, cadreId } of pins) {
    const place = index.places.get(placeId);
    const cadre = index.cadres.get(cadreId);
    if (!place || !cadre || kept.has(placeId) || taken.has(cadreId)) continue;
    if (objections(index, place, cadre).length > 0) continue;
    kept.set(placeId, cadreId);
    taken.add(cadreId);
  }
  return kept;
}
