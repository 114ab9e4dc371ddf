import { keptPins, objections } from '../admission.ts';
import type { Place, Placement, PlanCadre, PlanProblemInput } from '../model.ts';
import { changeOf, type PlanMove } from '../moves.ts';
import { compareIds, indexPlan, type PlanIndex, PlanInputError } from '../plan-index.ts';
import type { ViolationCode } from '../rule-table.ts';

/** Somebody whom one rule alone keeps out of an empty place. */
export interface Nearly {
  cadreId: string;
  code: ViolationCode;
  /** The wishes that would have to be dropped, where it is a wish. */
  wishIds: string[];
}

/** What would fill an empty place, the least change first within each list. Points. */
export interface WaysToFill {
  /** Unplaced people who may take it at once. */
  unplaced: { cadreId: string; change: number }[];
  /** One who moves here from another place, which an unplaced person takes. */
  chains: { moves: PlanMove[]; change: number }[];
  /** Unplaced people whom one rule keeps out: a date from the file, a wish, the leading body (D4). */
  nearly: Nearly[];
  /** People of the right tier and township who are placed elsewhere: the place could be traded for theirs. */
  placedElsewhere: number;
}

const longest = 20;

/**
 * Why an empty place isn't filled, as what would fill it. Where all lists are empty, only another
 * nominee helps.
 *
 * @throws PlanInputError where the input doesn't know the place.
 */
export function waysToFill(
  input: PlanProblemInput,
  placement: Placement,
  placeId: string,
): WaysToFill {
  const index = indexPlan(input);
  const place = index.places.get(placeId);
  if (!place) throw new PlanInputError(`no place ${placeId} in the plan`);
  const placed = new Set(placement.values());
  const people = [...index.cadres.values()];
  const idle = people.filter(({ id }) => !placed.has(id));
  const unplaced = idle.filter((cadre) => objections(index, place, cadre).length === 0);
  return {
    unplaced: best(
      unplaced.map(({ id }) => {
        const change = changeOf(index, placement, [{ placeId, cadreId: id }]);
        return { cadreId: id, change };
      }),
      ({ cadreId }) => cadreId,
    ),
    chains: chainsTo(index, input, placement, place, idle),
    nearly: idle.flatMap((cadre) => nearly(index, place, cadre)),
    placedElsewhere: people.filter(
      (cadre) => placed.has(cadre.id) && objections(index, place, cadre).length === 0,
    ).length,
  };
}

function chainsTo(
  index: PlanIndex,
  input: PlanProblemInput,
  placement: Placement,
  place: Place,
  idle: readonly PlanCadre[],
): WaysToFill['chains'] {
  const pins = keptPins(index, input.pins);
  const chains = [...placement].flatMap(([from, cadreId]) => {
    const cadre = index.cadres.get(cadreId);
    const left = index.places.get(from);
    if (!cadre || !left || pins.has(from) || left.villageId === place.villageId) return [];
    if (objections(index, place, cadre).length > 0) return [];
    return idle
      .filter((other) => objections(index, left, other).length === 0)
      .map(({ id }) => {
        const moves = [
          { placeId: place.id, cadreId },
          { placeId: from, cadreId: id },
        ];
        return { moves, change: changeOf(index, placement, moves) };
      });
  });
  return best(chains, ({ moves }) => moves.map(({ cadreId }) => cadreId).join(' '));
}

function nearly(index: PlanIndex, place: Place, cadre: PlanCadre): Nearly[] {
  const against = objections(index, place, cadre);
  const [code] = against;
  const belongs = !against.includes('wrongTier') && !against.includes('outsideTownship');
  if (code === undefined || against.length > 1 || !belongs) return [];
  return [{ cadreId: cadre.id, code, wishIds: wishesAgainst(index, place, cadre) }];
}

function wishesAgainst({ wishes, villages }: PlanIndex, place: Place, cadre: PlanCadre): string[] {
  const village = villages.get(place.villageId)?.village;
  const person = (wishes.bannedVillages.get(cadre.id) ?? []).filter(
    ({ villageId }) => villageId === village?.id,
  );
  const unit = (wishes.bannedTownships.get(cadre.unitId) ?? []).filter(
    ({ townshipId }) => townshipId === village?.townshipId,
  );
  return [...person, ...unit].map(({ id }) => id);
}

function best<Way extends { change: number }>(ways: Way[], idOf: (way: Way) => string): Way[] {
  return ways.sort((a, b) => b.change - a.change || compareIds(idOf(a), idOf(b))).slice(0, longest);
}
