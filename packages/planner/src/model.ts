import type { Post, Rank, Speciality, VillageKind } from '@xuanpai/contracts/values';

/** The tiers that a plan covers; city-dispatched villages are not ours and never enter a plan. */
export type PlanTier = 'district' | 'township';

/** A village to fill. `poor` follows from the income (policy), apart from its kinds. */
export interface PlanVillage {
  id: string;
  name: string;
  townshipId: string;
  tier: PlanTier;
  kinds: VillageKind[];
  poor: boolean;
  /** The batch's policy doesn't ask for the leading body in lagging villages (D4). */
  leadingBodyWaived?: boolean;
}

/**
 * A nominee. `level` comes from the policy's rank table; `eligible` was judged before (domain, D5).
 * `townshipId` is the township of the own office, null for cadres of district units.
 */
export interface PlanCadre {
  id: string;
  name: string;
  unitId: string;
  townshipId: string | null;
  tier: PlanTier;
  rank: Rank;
  level: number;
  speciality: Speciality;
  unitStrengths: Speciality[];
  leadingBody: boolean;
  homeTownshipId: string | null;
  eligible: boolean;
  /** No nominee any more, but perhaps in a place still: counts in no mean. */
  former?: boolean;
}

/** A post in a village that one person holds. */
export interface Place {
  id: string;
  villageId: string;
  post: Post;
}

export type NeedKind = VillageKind | 'poor' | 'none';

/**
 * Points and shares of the batch's policy. Signed: a penalty is a negative number, and every score
 * is weight × quantity. `need` is 0 to 1; what a row leaves out is 0.
 */
export interface Weights {
  need: Record<NeedKind, Partial<Record<Speciality, number>>>;
  matchSpeciality: number;
  matchUnit: number;
  firstSecretaryMatch: number;
  deputyMatch: number;
  rankBonus: Record<string, number>;
  sameUnit: number;
  inversion: number;
  homeTownship: number;
  balance: number;
  unfilled: number;
  splitUnit: number;
  publishedChange: number;
  townshipMatch: number;
  leadingBodyElsewhere: number;
  laggingUnfilled: number;
  /** A wish of the kind `prefer` that is kept. */
  preferred: number;
}

/** This person in this place. */
export interface PlacedCadre {
  placeId: string;
  cadreId: string;
}

/**
 * What a planner asks beyond the policy. `prefer` is worth points; the others stop an issue where they
 * aren't kept. `relative`: declared kin, kept apart by rule E8 rather than by somebody's wish.
 * - `banVillage`: not this person in that village; `banTownship`: nobody of this unit in that township
 * - `together`, `apart`: these two in one village, or never
 * - `prefer`: this person in that village, or anywhere in that township
 */
export type Wish = { id: string } & (
  | { kind: 'banVillage'; cadreId: string; villageId: string; relative: boolean }
  | { kind: 'banTownship'; unitId: string; townshipId: string }
  | { kind: 'together'; cadreIds: readonly [string, string] }
  | { kind: 'apart'; cadreIds: readonly [string, string]; relative: boolean }
  | { kind: 'prefer'; cadreId: string; villageId: string | null; townshipId: string | null }
);

/** A pin: this person in this place. `id` is that of the wish behind it. */
export interface Pin extends PlacedCadre {
  id?: string;
}

/** All that a plan is reckoned from. `seed` is any integer; the same input gives the same plan. */
export interface PlanProblemInput {
  villages: PlanVillage[];
  cadres: PlanCadre[];
  places: Place[];
  weights: Weights;
  pins: Pin[];
  wishes: Wish[];
  published: PlacedCadre[];
  seed: number;
}

/** Place id → cadre id. A place that is absent is unfilled. */
export type Placement = ReadonlyMap<string, string>;

export type ScorePartKind =
  | 'match'
  | 'deputyMatch'
  | 'rank'
  | 'pair'
  | 'inversion'
  | 'home'
  | 'balance'
  | 'leadingBody'
  | 'preferred'
  | 'unfilled'
  | 'published';

/** One reason for points, in points; `placeId` and `cadreId` where it is about one place or person. */
export interface ScorePart {
  kind: ScorePartKind;
  value: number;
  placeId?: string;
  cadreId?: string;
}

export interface VillageScore {
  villageId: string;
  total: number;
  parts: ScorePart[];
}

/** A unit whose people work in more than one township, and the points that costs. */
export interface SplitUnit {
  unitId: string;
  townships: string[];
  value: number;
}

/** Points of a whole plan; `district` holds the split units' points as well. */
export interface PlanScore {
  total: number;
  district: number;
  township: number;
  villages: Map<string, VillageScore>;
  splitUnits: SplitUnit[];
}

export type PlanPhase = 'township' | 'district';

/** How far a phase is: `best` in points of that phase, `iteration` of `iterations` steps. */
export interface PlanProgress {
  phase: PlanPhase;
  best: number;
  iteration: number;
  iterations: number;
}

/** Hooks of a run: both are called often and must be quick. */
export interface PlanHooks {
  onProgress?: (progress: PlanProgress) => void;
  shouldStop?: () => boolean;
}
