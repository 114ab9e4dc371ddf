import { groupBy } from '@xuanpai/domain/group-by';
import type { Wish } from './model.ts';

type WishOf<Kind extends Wish['kind']> = Extract<Wish, { kind: Kind }>;

/** Wishes by whom they are about. */
export interface WishIndex {
  /** By person. */
  bannedVillages: ReadonlyMap<string, WishOf<'banVillage'>[]>;
  /** By unit. */
  bannedTownships: ReadonlyMap<string, WishOf<'banTownship'>[]>;
  /** By person. */
  preferred: ReadonlyMap<string, WishOf<'prefer'>[]>;
  together: readonly WishOf<'together'>[];
  apart: readonly WishOf<'apart'>[];
}

export function indexWishes(wishes: readonly Wish[]): WishIndex {
  const of = <Kind extends Wish['kind']>(kind: Kind) =>
    wishes.filter((wish): wish is WishOf<Kind> => wish.kind === kind);
  return {
    bannedVillages: groupBy(of('banVillage'), ({ cadreId }) => cadreId),
    bannedTownships: groupBy(of('banTownship'), ({ unitId }) => unitId),
    preferred: groupBy(of('prefer'), ({ cadreId }) => cadreId),
    together: of('together'),
    apart: of('apart'),
  };
}
