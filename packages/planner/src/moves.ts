import { keptPins, objections } from './admission.ts';
import type { Placement, PlanProblemInput, SplitUnit, VillageScore } from './model.ts';
import { compareIds, indexPlan, type PlanIndex, PlanInputError } from './plan-index.ts';
import { withoutDust } from './round.ts';
import type { Violation } from './rule-table.ts';
import { checkPlan } from './rules.ts';
import { scorePlan, scoreVillage } from './score.ts';
import { splitUnits } from './split-units.ts';

/** Puts a cadre in a place, or (null) empties it. Whoever is put leaves the place held so far. */
export interface PlanMove {
  placeId: string;
  cadreId: string | null;
}

/** What moves made by hand would change. Points. */
export interface MoveEffect {
  placement: Placement;
  before: number;
  after: number;
  change: number;
  villages: { villageId: string; before: VillageScore; after: VillageScore }[];
  splitUnits: { before: SplitUnit[]; after: SplitUnit[] };
  violations: {
    before: Violation[];
    after: Violation[];
    appeared: Violation[];
    resolved: Violation[];
  };
}

/**
 * Shows what moves would change before they are made: points of every village they touch, units
 * that split or come together, and rules broken or mended. An exchange is two moves.
 *
 * @throws PlanInputError where a move names a place or cadre that the input doesn't know.
 */
export function explainMove(
  input: PlanProblemInput,
  placement: Placement,
  moves: readonly PlanMove[],
): MoveEffect {
  checkMoves(input, moves);
  const moved = applyMoves(placement, moves);
  const before = scorePlan(input, placement);
  const after = scorePlan(input, moved);
  const villages = [...after.villages].flatMap(([villageId, score]) => {
    const old = before.villages.get(villageId);
    if (!old || sameParts(old, score)) return [];
    return [{ villageId, before: old, after: score }];
  });
  return {
    placement: moved,
    before: before.total,
    after: after.total,
    change: withoutDust(after.total - before.total),
    villages,
    splitUnits: { before: before.splitUnits, after: after.splitUnits },
    violations: compareViolations(checkPlan(input, placement), checkPlan(input, moved)),
  };
}

/** The placement after the moves: first everyone who moves leaves, then they take their places. */
export function applyMoves(placement: Placement, moves: readonly PlanMove[]): Placement {
  const moving = new Set(moves.map(({ cadreId }) => cadreId));
  const targets = new Set(moves.map(({ placeId }) => placeId));
  const stays = [...placement].filter(
    ([place, cadre]) => !targets.has(place) && !moving.has(cadre),
  );
  const placed = moves.flatMap(({ placeId, cadreId }) =>
    cadreId === null ? [] : [[placeId, cadreId] as const],
  );
  return new Map([...stays, ...placed]);
}

/** Someone who could hold a place; `change` in points of the whole plan. */
export interface Candidate {
  cadreId: string;
  currentPlaceId: string | null;
  change: number;
}

/**
 * Everyone who could hold a place, best first: the unplaced would be put there, the placed would
 * change places with its holder. Left out: the holder, pinned people, and whoever would break a
 * rule here or (the holder) there. A pinned place has no candidates.
 *
 * @throws PlanInputError where the input doesn't know the place.
 */
export function candidates(
  input: PlanProblemInput,
  placement: Placement,
  placeId: string,
): Candidate[] {
  const index = indexPlan(input);
  const place = index.places.get(placeId);
  if (!place) throw new PlanInputError(`no place ${placeId} in the plan`);
  const pins = keptPins(index, input.pins);
  if (pins.has(placeId)) return [];
  const pinned = new Set(pins.values());
  const holderId = placement.get(placeId) ?? null;
  const placeOf = new Map([...placement].map(([held, cadreId]) => [cadreId, held]));
  return [...index.cadres.values()]
    .filter(({ id }) => id !== holderId && !pinned.has(id))
    .filter((cadre) => objections(index, place, cadre).length === 0)
    .map(({ id }) => ({ cadreId: id, currentPlaceId: placeOf.get(id) ?? null }))
    .filter(({ currentPlaceId }) => mayGo(index, holderId, currentPlaceId))
    .map((candidate) => {
      const moves = exchangeMoves(placeId, holderId, candidate);
      return { ...candidate, change: changeOf(index, placement, moves) };
    })
    .sort((a, b) => b.change - a.change || compareIds(a.cadreId, b.cadreId));
}

function exchangeMoves(
  placeId: string,
  holderId: string | null,
  { cadreId, currentPlaceId }: Omit<Candidate, 'change'>,
): PlanMove[] {
  const put = { placeId, cadreId };
  return currentPlaceId === null ? [put] : [put, { placeId: currentPlaceId, cadreId: holderId }];
}

function mayGo(index: PlanIndex, cadreId: string | null, placeId: string | null): boolean {
  const cadre = index.cadres.get(cadreId ?? '');
  const place = index.places.get(placeId ?? '');
  return !cadre || !place || objections(index, place, cadre).length === 0;
}

/** The change in points, reckoned from the villages that the moves touch. */
export function changeOf(
  index: PlanIndex,
  placement: Placement,
  moves: readonly PlanMove[],
): number {
  const ids = new Set(moves.map(({ placeId }) => index.places.get(placeId)?.villageId ?? ''));
  const points = (of: Placement) => {
    const units = splitUnits(index, of).reduce((sum, { value }) => sum + value, 0);
    return [...ids].reduce((sum, id) => {
      const entry = index.villages.get(id);
      return entry ? sum + scoreVillage(index, entry, of).total : sum;
    }, units);
  };
  return withoutDust(points(applyMoves(placement, moves)) - points(placement));
}

function checkMoves(input: PlanProblemInput, moves: readonly PlanMove[]): void {
  const { places, cadres } = indexPlan(input);
  for (const { placeId, cadreId } of moves) {
    if (!places.has(placeId)) throw new PlanInputError(`no place ${placeId} in the plan`);
    if (cadreId !== null && !cadres.has(cadreId)) {
      throw new PlanInputError(`no cadre ${cadreId} in the plan`);
    }
  }
}

function sameParts(a: VillageScore, b: VillageScore): boolean {
  return JSON.stringify(a.parts) === JSON.stringify(b.parts);
}

function compareViolations(before: Violation[], after: Violation[]): MoveEffect['violations'] {
  const had = new Set(before.map((one) => JSON.stringify(one)));
  const has = new Set(after.map((one) => JSON.stringify(one)));
  return {
    before,
    after,
    appeared: after.filter((one) => !had.has(JSON.stringify(one))),
    resolved: before.filter((one) => !has.has(JSON.stringify(one))),
  };
}
