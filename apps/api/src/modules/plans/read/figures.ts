import type { OpenPlan } from './open-plan.ts';

/** Villages whose two people come from one unit. */
export function pairsOf({ input, placement }: Pick<OpenPlan, 'input' | 'placement'>): number {
  const unitOf = new Map(input.cadres.map(({ id, unitId }) => [id, unitId]));
  const units = new Map<string, string[]>();
  for (const { id, villageId } of input.places) {
    const unitId = unitOf.get(placement.get(id) ?? '');
    if (unitId !== undefined) units.set(villageId, [...(units.get(villageId) ?? []), unitId]);
  }
  return [...units.values()].filter(([lead, deputy]) => deputy !== undefined && lead === deputy)
    .length;
}
