/** What a judge gave a village for a criterion. */
export interface Given {
  villageId: string;
  criterionId: string;
  judgeId: string;
  points: number;
}

export interface VillageStanding {
  villageId: string;
  /** By criterion, over the judges who gave something. */
  means: Record<string, number>;
  /** The sum of the means; null until something is given. */
  mean: number | null;
  complete: boolean;
  /** Among the villages that every judge has judged; ties share it. */
  place: number | null;
}

/** In hundredths, so that a half is always rounded the same way. */
const rounded = (value: number) => Math.round(value * 100 + 1e-6) / 100;

/** How the villages of a field comparison stand. */
export function comparisonStandings(
  villageIds: readonly string[],
  criterionIds: readonly string[],
  judgeIds: readonly string[],
  given: readonly Given[],
): VillageStanding[] {
  const standings = villageIds.map((villageId) => {
    const own = given.filter((one) => one.villageId === villageId);
    const exact = criterionIds.flatMap((criterionId) => {
      const points = own.flatMap((one) => (one.criterionId === criterionId ? [one.points] : []));
      return points.length === 0 ? [] : [[criterionId, meanOf(points)] as const];
    });
    const sum = exact.reduce((total, [, mean]) => total + mean, 0);
    return {
      villageId,
      means: Object.fromEntries(exact.map(([id, mean]) => [id, rounded(mean)])),
      mean: exact.length === 0 ? null : rounded(sum),
      complete: own.length > 0 && own.length === criterionIds.length * judgeIds.length,
    };
  });
  return standings.map((one) => ({ ...one, place: placeOf(one, standings) }));
}

function meanOf(points: readonly number[]): number {
  // Points have one decimal: tenths add up without a rest.
  return points.reduce((sum, one) => sum + Math.round(one * 10), 0) / (10 * points.length);
}

function placeOf(
  { mean, complete }: Omit<VillageStanding, 'place'>,
  all: readonly Omit<VillageStanding, 'place'>[],
): number | null {
  if (mean === null || !complete) return null;
  return 1 + all.filter((other) => other.complete && (other.mean ?? 0) > mean).length;
}
