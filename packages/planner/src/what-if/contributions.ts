import type { Placement, PlanProblemInput, ScorePart, VillageScore, Weights } from '../model.ts';
import { indexPlan, type PlanIndex } from '../plan-index.ts';
import { withoutDust } from '../round.ts';
import { scoreIndexed } from '../score.ts';
import { asksForLeadingBody } from '../score-place.ts';

/** The weights whose points add up to a plan's; the others say how a match is reckoned. */
export const addedWeights = [
  'firstSecretaryMatch',
  'deputyMatch',
  'townshipMatch',
  'rankBonus',
  'sameUnit',
  'inversion',
  'homeTownship',
  'balance',
  'splitUnit',
  'preferred',
  'leadingBodyElsewhere',
  'unfilled',
  'laggingUnfilled',
  'publishedChange',
] as const satisfies readonly (keyof Weights)[];

export type AddedWeight = (typeof addedWeights)[number];

/**
 * What a weight gives a plan: quantity × weight = points; a match is rounded person by person, so
 * there it is so within a tenth a person. `levels`: of `rankBonus`, how many lead at each level.
 */
export interface Contribution {
  weight: AddedWeight;
  quantity: number;
  points: number;
  levels: Map<number, number>;
}

/**
 * A plan's points by the weight behind them; their sum is the score of `scorePlan`.
 *
 * @throws PlanInputError as `indexPlan`.
 */
export function contributions(input: PlanProblemInput, placement: Placement): Contribution[] {
  const points = sums(indexPlan(input), placement);
  const quantities = sums(indexPlan({ ...input, weights: counting(input) }), placement);
  const levels = levelsOfLeads(input, placement);
  return addedWeights.map((weight) => ({
    weight,
    quantity: withoutDust((quantities.get(weight) ?? 0) / unit(weight)),
    points: withoutDust(points.get(weight) ?? 0),
    levels: weight === 'rankBonus' ? levels : new Map(),
  }));
}

/** A match is rounded to a tenth of a point: counted with 1,000 points it keeps four decimals. */
const matchUnit = 1000;

function unit(weight: AddedWeight): number {
  return weight.endsWith('Match') ? matchUnit : 1;
}

/** Weights of one each: what comes out is how often, not how much. */
function counting({ weights, cadres }: PlanProblemInput): Weights {
  const levels = [...new Set(cadres.map(({ level }) => String(level)))];
  const ones = addedWeights.map((weight) => [weight, unit(weight)] as const);
  return {
    ...weights,
    ...Object.fromEntries(ones),
    rankBonus: Object.fromEntries(levels.map((level) => [level, 1])),
  };
}

function sums(index: PlanIndex, placement: Placement): Map<AddedWeight, number> {
  const score = scoreIndexed(index, placement);
  const found = new Map<AddedWeight, number>();
  const add = (weight: AddedWeight, value: number) =>
    found.set(weight, (found.get(weight) ?? 0) + value);
  for (const village of score.villages.values()) {
    for (const part of village.parts) add(weightOf(index, village, part), part.value);
  }
  for (const { value } of score.splitUnits) add('splitUnit', value);
  return found;
}

function weightOf(index: PlanIndex, { villageId }: VillageScore, part: ScorePart): AddedWeight {
  const entry = index.villages.get(villageId);
  switch (part.kind) {
    case 'match':
      return entry?.village.tier === 'township' ? 'townshipMatch' : 'firstSecretaryMatch';
    case 'deputyMatch':
      return 'deputyMatch';
    case 'rank':
      return 'rankBonus';
    case 'pair':
      return 'sameUnit';
    case 'inversion':
      return 'inversion';
    case 'home':
      return 'homeTownship';
    case 'balance':
      return 'balance';
    case 'leadingBody':
      return 'leadingBodyElsewhere';
    case 'preferred':
      return 'preferred';
    case 'unfilled':
      return entry && asksForLeadingBody(entry) ? 'laggingUnfilled' : 'unfilled';
    case 'published':
      return 'publishedChange';
  }
}

/** First secretaries of the district tier by their level. */
function levelsOfLeads(input: PlanProblemInput, placement: Placement): Map<number, number> {
  const cadres = new Map(input.cadres.map((cadre) => [cadre.id, cadre]));
  const district = new Set(
    input.villages.filter(({ tier }) => tier === 'district').map(({ id }) => id),
  );
  const levels = new Map<number, number>();
  for (const { id, villageId, post } of input.places) {
    if (!district.has(villageId) || post === 'deputySecretary') continue;
    const level = cadres.get(placement.get(id) ?? '')?.level;
    if (level !== undefined) levels.set(level, (levels.get(level) ?? 0) + 1);
  }
  return new Map([...levels].sort(([a], [b]) => a - b));
}
