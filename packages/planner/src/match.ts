import type { Speciality } from '@xuanpai/contracts/values';
import type { NeedKind, PlanCadre, PlanVillage, Weights } from './model.ts';
import { roundToTenth } from './round.ts';

/** What a village needs of each speciality, 0 to 1. */
export type Need = ReadonlyMap<Speciality, number>;

/**
 * A village's need: the mean of the rows of all its kinds and, where it is poor, of that row too.
 * A village with none of these takes the row `none`. Source: the batch's policy.
 */
export function needOfVillage(village: PlanVillage, weights: Weights): Need {
  const kinds: NeedKind[] = [...new Set(village.kinds), ...(village.poor ? ['poor' as const] : [])];
  const rows = (kinds.length === 0 ? ['none' as const] : kinds).map((kind) => weights.need[kind]);
  const asked = new Set(rows.flatMap((row) => Object.keys(row) as Speciality[]));
  const mean = (speciality: Speciality) =>
    rows.reduce((sum, row) => sum + (row[speciality] ?? 0), 0) / rows.length;
  return new Map([...asked].map((speciality) => [speciality, mean(speciality)]));
}

/** How well a district cadre fits, 0 to 1: the own speciality and the best of the unit's strengths. */
export function districtMatch(need: Need, cadre: PlanCadre, weights: Weights): number {
  const unit = Math.max(0, ...cadre.unitStrengths.map((strength) => need.get(strength) ?? 0));
  return weights.matchSpeciality * townshipMatch(need, cadre) + weights.matchUnit * unit;
}

/** How well a township cadre fits, 0 to 1: the own speciality alone. */
export function townshipMatch(need: Need, cadre: PlanCadre): number {
  return need.get(cadre.speciality) ?? 0;
}

/** Points of a match: weight × match, to one decimal. */
export function matchPoints(weight: number, match: number): number {
  return roundToTenth(weight * match);
}
