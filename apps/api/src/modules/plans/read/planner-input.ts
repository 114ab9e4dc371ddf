import type { WeightChanges } from '@xuanpai/contracts/plans';
import type { Post } from '@xuanpai/contracts/values';
import { isLead } from '@xuanpai/domain/posts';
import type { PlanCadre, PlanProblemInput, PlanVillage } from '@xuanpai/planner/model';

import type { Dossier, DossierCadre } from './dossier.ts';
import { wishesOfRelatives } from './relatives.ts';
import { weightsOf } from './weights.ts';
import { type WishRow, wishesForPlanner } from './wish-rows.ts';

interface InputPlace {
  id: string;
  villageId: string;
  tier: string;
  post: Post;
  cadreId: string | null;
}

interface PublishedPost {
  villageId: string;
  post: Post;
  cadreId: string;
}

const noSeed = 0;

/** What the planner reckons with: the places of a plan, the villages and people of its batch. */
export function plannerInput(
  dossier: Dossier,
  places: readonly InputPlace[],
  published: readonly PublishedPost[],
  wishes: readonly WishRow[],
  own: WeightChanges,
  seed = noSeed,
): PlanProblemInput {
  const { policy, villages, cadres, townships, relatives } = dossier;
  const named = new Set(cadres.map(({ id }) => id));
  const asked = wishesForPlanner(wishes);
  const tierOfPlan = new Map(places.map(({ villageId, tier }) => [villageId, tier]));
  const townshipIds = new Map(townships.map(({ id, name }) => [name, id]));
  const leadingBodyWaived = !policy.isOn('dispatch.laggingNeedsLeadingBody');
  const levels = policy.table<Record<string, number>>('rank.levels');
  const cadreOf = (cadre: DossierCadre): PlanCadre => ({
    id: cadre.id,
    name: cadre.name,
    unitId: cadre.unitId,
    townshipId: cadre.townshipId,
    tier: cadre.tier,
    rank: cadre.rank,
    level: levels[cadre.rank] ?? 0,
    speciality: cadre.speciality,
    unitStrengths: cadre.unitStrengths,
    leadingBody: cadre.category === 'leadingBody',
    homeTownshipId: townshipIds.get(cadre.homeTownship ?? '') ?? null,
    eligible: cadre.setAside === null,
    ...(cadre.former ? { former: true } : {}),
  });
  return {
    // A plan keeps the tier that its places were made for; `staleVillages` says where that changed.
    villages: villages.flatMap(({ villageId, name, townshipId, kinds, poor }): PlanVillage[] => {
      const tier = tierOfPlan.get(villageId);
      if (tier !== 'district' && tier !== 'township') return [];
      return [{ id: villageId, name, townshipId, tier, kinds, poor, leadingBodyWaived }];
    }),
    cadres: cadres.map(cadreOf),
    places: places.map(({ id, villageId, post }) => ({ id, villageId, post })),
    weights: weightsOf(policy, own),
    pins: asked.pins,
    wishes: [...asked.wishes, ...wishesOfRelatives(relatives, named)],
    published: publishedPlaces(places, published),
    seed,
  };
}

/** A village's lead may be first secretary or secretary: it is one post all the same. */
function publishedPlaces(places: readonly InputPlace[], published: readonly PublishedPost[]) {
  const seat = (villageId: string, post: Post) => `${villageId} ${isLead(post)}`;
  const holders = new Map(
    published.map(({ villageId, post, cadreId }) => [seat(villageId, post), cadreId]),
  );
  return places.flatMap(({ id, villageId, post }) => {
    const cadreId = holders.get(seat(villageId, post));
    return cadreId === undefined ? [] : [{ placeId: id, cadreId }];
  });
}
