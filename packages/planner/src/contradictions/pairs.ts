import { groupBy } from '@xuanpai/domain/group-by';
import type { Pin } from '../model.ts';
import type { PlanIndex } from '../plan-index.ts';
import { type Contradiction, contradiction, idsOf } from './model.ts';

/** Two wanted in one village and never there, more than a village takes, or against their pins. */
export function pairContradictions(index: PlanIndex, pins: readonly Pin[]): Contradiction[] {
  const { together, apart } = index.wishes;
  const pinOf = new Map(pins.map((pin) => [pin.cadreId, pin]));
  const villageOf = (pin: Pin | undefined) => index.places.get(pin?.placeId ?? '')?.villageId;
  const both = (cadreIds: readonly [string, string]) => cadreIds.map((id) => pinOf.get(id));
  return [
    ...together.flatMap((wish) =>
      apart
        .filter(({ cadreIds }) => samePair(cadreIds, wish.cadreIds))
        .map((other) =>
          contradiction(other.relative ? 'togetherWithKin' : 'togetherAndApart', {
            wishIds: idsOf(wish, other),
            cadreIds: [...wish.cadreIds],
          }),
        ),
    ),
    ...chains(index),
    ...together.flatMap((wish) => {
      const [one, other] = both(wish.cadreIds);
      if (!one || !other || villageOf(one) === villageOf(other)) return [];
      return [contradiction('togetherPinnedApart', pinned(index, wish, one, other))];
    }),
    ...apart.flatMap((wish) => {
      const [one, other] = both(wish.cadreIds);
      if (!one || !other || villageOf(one) !== villageOf(other)) return [];
      const code = wish.relative ? 'kinPinnedTogether' : 'apartPinnedTogether';
      return [contradiction(code, pinned(index, wish, one, other))];
    }),
  ];
}

/** A district-tier village takes two, so nobody can be with two others. */
function chains({ wishes: { together } }: PlanIndex): Contradiction[] {
  const beside = groupBy(
    together.flatMap((wish) =>
      wish.cadreIds.map((id, at) => ({ id, other: wish.cadreIds[1 - at] ?? '', wish })),
    ),
    ({ id }) => id,
  );
  return [...beside].flatMap(([id, links]) => {
    const others = [...new Set(links.map(({ other }) => other))];
    if (others.length < 2) return [];
    return [
      contradiction('togetherChain', {
        wishIds: idsOf(...links.map(({ wish }) => wish)),
        cadreIds: [id, ...others],
      }),
    ];
  });
}

function samePair([a, b]: readonly [string, string], [c, d]: readonly [string, string]): boolean {
  return (a === c && b === d) || (a === d && b === c);
}

function pinned(
  index: PlanIndex,
  wish: { id: string; cadreIds: readonly [string, string] },
  ...pins: readonly [Pin, Pin]
) {
  const placeIds = pins.map(({ placeId }) => placeId);
  const villageIds = placeIds.flatMap((id) => index.places.get(id)?.villageId ?? []);
  return {
    wishIds: idsOf(wish, ...pins),
    cadreIds: [...wish.cadreIds],
    placeIds,
    villageIds: [...new Set(villageIds)],
  };
}
