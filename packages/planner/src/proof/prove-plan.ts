import { keptPins } from '../admission.ts';
import { placementOf } from '../anneal.ts';
import { type DistrictTables, districtTables } from '../district-tables.ts';
import type { Placement, PlanProblemInput, PlanScore } from '../model.ts';
import { indexPlan } from '../plan-index.ts';
import { scoreIndexed } from '../score.ts';
import { type ProofHooks, type ProofSettings, proveDistrict } from './prove.ts';
import { loadSolver } from './solver.ts';

export interface ProvenPlan {
  placement: Placement;
  score: PlanScore;
  /** No plan has more points, both tiers together; null where none was found in time. */
  bound: number | null;
  /** There is no better plan. */
  optimal: boolean;
}

/**
 * Proves a solved plan: how many points a plan of this input can have at most. The townships are
 * solved exactly, so only the district tier is in question. May find a better plan on the way.
 * Bounds are of both tiers together. Gives no bound where units that split would be rewarded: the
 * program counts townships from below.
 */
export async function provePlan(
  input: PlanProblemInput,
  placement: Placement,
  settings: ProofSettings,
  { onBound, shouldStop }: ProofHooks = {},
): Promise<ProvenPlan> {
  const index = indexPlan(input);
  const score = scoreIndexed(index, placement);
  const tables = districtTables(index);
  if (tables.entries.length === 0) return { placement, score, bound: score.total, optimal: true };
  if (tables.splitUnit > 0) return { placement, score, bound: null, optimal: false };
  const pins = keptPins(index, input.pins);
  const proof = proveDistrict(
    await loadSolver(),
    tables,
    seatsOf(tables, placement).map((cadre) => cadre ?? tables.nobody),
    seatsOf(tables, pins),
    settings,
    {
      onBound: (bound) => onBound?.(bound + score.township),
      ...(shouldStop ? { shouldStop } : {}),
    },
  );
  const proven = new Map(placement);
  for (const placeId of seats(tables)) proven.delete(placeId);
  for (const [placeId, cadreId] of placementOf(tables, proof.holder)) proven.set(placeId, cadreId);
  const better = scoreIndexed(index, proven);
  const bound = Number.isFinite(proof.bound) ? proof.bound + better.township : null;
  return { placement: proven, score: better, bound, optimal: proof.optimal };
}

function* seats({ entries }: DistrictTables): Generator<string> {
  for (const { lead, deputy } of entries) {
    if (lead) yield lead.id;
    if (deputy) yield deputy.id;
  }
}

/** The cadre's number in each seat, null where nobody is. */
function seatsOf(tables: DistrictTables, placement: Placement): (number | null)[] {
  const numberOf = new Map(tables.cadres.map((cadre, number) => [cadre.id, number]));
  return tables.entries.flatMap(({ lead, deputy }) =>
    [lead, deputy].map((place) => numberOf.get(placement.get(place?.id ?? '') ?? '') ?? null),
  );
}
