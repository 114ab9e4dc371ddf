import type { ViolationCode } from '../rule-table.ts';

/**
 * Wishes that no plan can keep together.
 * - `cadrePinnedTwice`, `placePinnedTwice`: one person in two places, two in one
 * - `pinForbidden`: the person may not be there, by `rules`: not eligible, the wrong tier, banned …
 * - `togetherAndApart`, `togetherWithKin`: the same two wanted in one village and never there
 * - `togetherChain`: somebody is to be with more people than a village takes
 * - `togetherNotDistrict`: a township-tier village takes one person, so both must be of the district
 * - `togetherNotEligible`: one of them can't be placed at all
 * - `togetherPinnedApart`, `apartPinnedTogether`, `kinPinnedTogether`: pins say the opposite
 * - `togetherNowhere`: bans and pins leave no village that takes both
 * - `togetherTooMany`: each pair has a village, but there aren't enough for all of them
 * - `preferForbidden`: the person may not go where they are preferred, by `rules`
 */
export type ContradictionCode =
  | 'cadrePinnedTwice'
  | 'placePinnedTwice'
  | 'pinForbidden'
  | 'togetherAndApart'
  | 'togetherWithKin'
  | 'togetherChain'
  | 'togetherNotDistrict'
  | 'togetherNotEligible'
  | 'togetherPinnedApart'
  | 'togetherNowhere'
  | 'togetherTooMany'
  | 'apartPinnedTogether'
  | 'kinPinnedTogether'
  | 'preferForbidden';

/** One of them, with the ids it is about; `wishIds` are those of wishes, pins and declared kin. */
export interface Contradiction {
  code: ContradictionCode;
  wishIds: string[];
  cadreIds: string[];
  placeIds: string[];
  villageIds: string[];
  rules: ViolationCode[];
}

export function contradiction(
  code: ContradictionCode,
  about: Partial<Omit<Contradiction, 'code'>>,
): Contradiction {
  return { code, wishIds: [], cadreIds: [], placeIds: [], villageIds: [], rules: [], ...about };
}

/** Ids of wishes, where they have one. */
export function idsOf(...wishes: readonly { id?: string }[]): string[] {
  return wishes.flatMap(({ id }) => id ?? []);
}
