import type { Placement, PlanCadre, PlanProblemInput } from '@xuanpai/planner/model';

/**
 * The plan is published, then district cadres drop out (every `step`-th) and their units name others
 * of the next speciality and the rank of somebody who stayed.
 */
export function afterDropOuts(
  input: PlanProblemInput,
  published: Placement,
  count: number,
): { input: PlanProblemInput; gone: Set<string> } {
  const district = input.cadres.filter(({ tier }) => tier === 'district');
  const step = Math.floor(district.length / count);
  const gone = new Set(
    Array.from({ length: count }, (_, number) => district[number * step]?.id ?? ''),
  );
  const cadres = input.cadres.map((cadre, position): PlanCadre => {
    if (!gone.has(cadre.id)) return cadre;
    const other = district[(position + 7) % district.length] ?? cadre;
    return {
      ...cadre,
      id: `${cadre.id}-successor`,
      speciality: other.speciality,
      rank: other.rank,
      level: other.level,
      homeTownshipId: other.homeTownshipId,
    };
  });
  const kept = [...published].map(([placeId, cadreId]) => ({ placeId, cadreId }));
  return { input: { ...input, cadres, published: kept }, gone };
}

/** People who are somewhere else than published, apart from those who dropped out. */
export function movedPeople(
  published: Placement,
  now: Placement,
  gone: ReadonlySet<string>,
): number {
  const placeOf = new Map([...now].map(([placeId, cadreId]) => [cadreId, placeId]));
  return [...published].filter(
    ([placeId, cadreId]) => !gone.has(cadreId) && placeOf.get(cadreId) !== placeId,
  ).length;
}

/** Another district of the same size: whose people have other specialities. */
export function otherDistrict(input: PlanProblemInput, number: number): PlanProblemInput {
  const specialities = input.cadres.map(({ speciality }) => speciality);
  const cadres = input.cadres.map((cadre, position) => ({
    ...cadre,
    speciality: specialities[(position + 11 * number) % specialities.length] ?? cadre.speciality,
  }));
  return { ...input, cadres, seed: number + 1 };
}
