import type {
  Place,
  Placement,
  PlanProblemInput,
  PlanScore,
  ScorePartKind,
  SplitUnit,
} from '../model.ts';
import { compareIds } from '../plan-index.ts';
import { withoutDust } from '../round.ts';
import { scorePlan } from '../score.ts';

/** A plan to compare: what it is reckoned from, and who is where. */
export interface ComparedPlan {
  input: PlanProblemInput;
  placement: Placement;
}

/** Points by kind; `splitUnit` belongs to no village. */
export type PartKind = ScorePartKind | 'splitUnit';

/** A kind of points in both plans, in points. */
export interface PartChange {
  kind: PartKind;
  before: number;
  after: number;
}

/** Where somebody is: the place of the plan it is about, null: nowhere. */
export interface PersonChange {
  cadreId: string;
  from: Place | null;
  to: Place | null;
  /** Their own points and those of the two beside each other, where these differ. */
  parts: PartChange[];
}

export interface VillageChange {
  villageId: string;
  before: number;
  after: number;
  parts: PartChange[];
  /** Somebody else holds one of its posts. */
  moved: boolean;
}

/**
 * Two plans of one batch, place by place; both by the weights of the first, so that what differs is
 * who is where. `own` is the second by its own weights, where these are others.
 */
export interface PlanComparison {
  before: PlanScore;
  after: PlanScore;
  own: PlanScore | null;
  /** The first by the second's weights, where these are others. */
  beforeByOther: PlanScore | null;
  parts: PartChange[];
  people: PersonChange[];
  villages: VillageChange[];
  splitUnits: { unitId: string; before: SplitUnit | null; after: SplitUnit | null }[];
}

/**
 * Compares plans whose places are others but whose villages and people are the same.
 *
 * @throws PlanInputError as `indexPlan`.
 */
export function comparePlans(first: ComparedPlan, second: ComparedPlan): PlanComparison {
  const before = scorePlan(first.input, first.placement);
  const sameWeights = sameValue(first.input.weights, second.input.weights);
  const own = scorePlan(second.input, second.placement);
  const after = sameWeights ? own : scoreBy(first.input, second);
  const [was, is] = [seatsOf(first), seatsOf(second)];
  return {
    before,
    after,
    own: sameWeights ? null : own,
    beforeByOther: sameWeights ? null : scoreBy(second.input, first),
    parts: partChanges(allParts(before), allParts(after)),
    people: peopleOf(was, is, before, after),
    villages: villagesOf(was, is, before, after),
    splitUnits: unitsOf(before, after),
  };
}

function scoreBy({ weights }: PlanProblemInput, { input, placement }: ComparedPlan): PlanScore {
  return scorePlan({ ...input, weights }, placement);
}

/** Equal whatever the order of their names. */
function sameValue(a: unknown, b: unknown): boolean {
  const ordered = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => compareIds(x, y)))
      : value;
  return JSON.stringify(a, ordered) === JSON.stringify(b, ordered);
}

/** Who sits where: a village's lead is one seat, whichever post it has. */
interface Seats {
  ofCadre: Map<string, Place>;
  /** `village lead` → cadre. */
  holders: Map<string, string>;
}

const seat = ({ villageId, post }: Place) => `${villageId} ${post !== 'deputySecretary'}`;

function seatsOf({ input, placement }: ComparedPlan): Seats {
  const ofCadre = new Map<string, Place>();
  const holders = new Map<string, string>();
  for (const place of input.places) {
    const cadreId = placement.get(place.id);
    if (cadreId === undefined) continue;
    ofCadre.set(cadreId, place);
    holders.set(seat(place), cadreId);
  }
  return { ofCadre, holders };
}

function peopleOf(was: Seats, is: Seats, before: PlanScore, after: PlanScore): PersonChange[] {
  const ids = [...new Set([...was.ofCadre.keys(), ...is.ofCadre.keys()])].sort(compareIds);
  return ids.flatMap((cadreId) => {
    const [from, to] = [was.ofCadre.get(cadreId) ?? null, is.ofCadre.get(cadreId) ?? null];
    if (from && to && seat(from) === seat(to)) return [];
    const parts = partChanges(ownParts(before, from, cadreId), ownParts(after, to, cadreId));
    return [{ cadreId, from, to, parts }];
  });
}

type Points = [kind: PartKind, value: number][];

/** Of a village's points those about this person, and those of the two together. */
function ownParts({ villages }: PlanScore, place: Place | null, cadreId: string): Points {
  const parts = place ? (villages.get(place.villageId)?.parts ?? []) : [];
  const shared: PartKind[] = ['pair', 'inversion', 'balance'];
  return parts
    .filter((part) => part.cadreId === cadreId || shared.includes(part.kind))
    .map(({ kind, value }) => [kind, value]);
}

function villagesOf(was: Seats, is: Seats, before: PlanScore, after: PlanScore): VillageChange[] {
  const ids = [...new Set([...before.villages.keys(), ...after.villages.keys()])].sort(compareIds);
  return ids.map((villageId) => {
    const [old, now] = [before.villages.get(villageId), after.villages.get(villageId)];
    const points = (score: typeof old): Points =>
      (score?.parts ?? []).map(({ kind, value }) => [kind, value]);
    const moved = [true, false].some(
      (lead) => was.holders.get(`${villageId} ${lead}`) !== is.holders.get(`${villageId} ${lead}`),
    );
    return {
      villageId,
      before: old?.total ?? 0,
      after: now?.total ?? 0,
      parts: partChanges(points(old), points(now)),
      moved,
    };
  });
}

function unitsOf(before: PlanScore, after: PlanScore): PlanComparison['splitUnits'] {
  const [old, now] = [before, after].map(
    ({ splitUnits }) => new Map(splitUnits.map((unit) => [unit.unitId, unit])),
  );
  const ids = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].sort(compareIds);
  return ids.map((unitId) => ({
    unitId,
    before: old?.get(unitId) ?? null,
    after: now?.get(unitId) ?? null,
  }));
}

function allParts({ villages, splitUnits }: PlanScore): Points {
  return [
    ...[...villages.values()].flatMap(({ parts }) =>
      parts.map(({ kind, value }): Points[number] => [kind, value]),
    ),
    ...splitUnits.map(({ value }): Points[number] => ['splitUnit', value]),
  ];
}

/** Kinds whose sums differ; in the order in which they turn up. */
function partChanges(before: Points, after: Points): PartChange[] {
  const sum = (points: Points, wanted: PartKind) =>
    withoutDust(points.reduce((all, [kind, value]) => (kind === wanted ? all + value : all), 0));
  const kinds = [...new Set([...before, ...after].map(([kind]) => kind))];
  return kinds
    .map((kind) => ({ kind, before: sum(before, kind), after: sum(after, kind) }))
    .filter((part) => part.before !== part.after);
}
