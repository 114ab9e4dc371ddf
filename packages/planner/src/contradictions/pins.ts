import { groupBy } from '@xuanpai/domain/group-by';
import { objections } from '../admission.ts';
import type { Pin } from '../model.ts';
import type { PlanIndex } from '../plan-index.ts';
import { type Contradiction, contradiction, idsOf } from './model.ts';

/** One person in two places, two people in one, and people who may not be where they are pinned. */
export function pinContradictions(index: PlanIndex, pins: readonly Pin[]): Contradiction[] {
  return [
    ...[...groupBy(pins, ({ cadreId }) => cadreId).values()]
      .filter((held) => held.length > 1)
      .map((held) => contradiction('cadrePinnedTwice', subject(index, held))),
    ...[...groupBy(pins, ({ placeId }) => placeId).values()]
      .filter((held) => held.length > 1)
      .map((held) => contradiction('placePinnedTwice', subject(index, held))),
    ...pins.flatMap((pin) => {
      const rules = objectionsTo(index, pin);
      const bans = bansAgainst(index, pin);
      if (rules.length === 0) return [];
      const about = subject(index, [pin]);
      return [
        contradiction('pinForbidden', { ...about, wishIds: [...about.wishIds, ...bans], rules }),
      ];
    }),
  ];
}

function objectionsTo(index: PlanIndex, { placeId, cadreId }: Pin) {
  const place = index.places.get(placeId);
  const cadre = index.cadres.get(cadreId);
  if (!place) return ['unknownPlace' as const];
  return cadre ? objections(index, place, cadre) : ['unknownCadre' as const];
}

/** The wishes that stand against a pin. */
function bansAgainst({ wishes, cadres, places, villages }: PlanIndex, pin: Pin): string[] {
  const village = villages.get(places.get(pin.placeId)?.villageId ?? '')?.village;
  const unitId = cadres.get(pin.cadreId)?.unitId ?? '';
  const there = (wishes.bannedVillages.get(pin.cadreId) ?? []).filter(
    ({ villageId }) => villageId === village?.id,
  );
  const unit = (wishes.bannedTownships.get(unitId) ?? []).filter(
    ({ townshipId }) => townshipId === village?.townshipId,
  );
  return idsOf(...there, ...unit);
}

function subject(index: PlanIndex, pins: readonly Pin[]) {
  const placeIds = [...new Set(pins.map(({ placeId }) => placeId))];
  return {
    wishIds: idsOf(...pins),
    cadreIds: [...new Set(pins.map(({ cadreId }) => cadreId))],
    placeIds,
    villageIds: placeIds.flatMap((id) => index.places.get(id)?.villageId ?? []),
  };
}
