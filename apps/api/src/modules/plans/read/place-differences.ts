import type { Post } from '@xuanpai/contracts/values';
import { postsOf } from '@xuanpai/domain/coverage';
import { type DispatchTier, isLead } from '@xuanpai/domain/posts';
import type { Dossier } from './dossier.ts';
import type { Finding } from './findings.ts';

export interface NewPlace {
  villageId: string;
  tier: DispatchTier;
  post: Post;
}

/** Where a plan's places aren't those that the villages' tiers ask for now. */
export interface PlaceDifferences {
  missing: NewPlace[];
  /** Ids of places. */
  surplus: string[];
  villageIds: string[];
}

interface KnownPlace {
  id: string;
  villageId: string;
  tier: string;
  post: Post;
}

/**
 * D2, D6: every village of the district and township tiers has the places of its tier, and no other
 * village has any. A plan's places are made once; tiers may be overridden afterwards.
 */
export function placeDifferences(
  { villages, policy }: Pick<Dossier, 'villages' | 'policy'>,
  places: readonly KnownPlace[],
): PlaceDifferences {
  const seat = (place: NewPlace | KnownPlace) =>
    `${place.villageId} ${place.tier} ${isLead(place.post)}`;
  const wanted = villages.flatMap(({ villageId, tier }): NewPlace[] =>
    tier === 'district' || tier === 'township'
      ? postsOf(tier, policy).map((post) => ({ villageId, tier, post }))
      : [],
  );
  const known = new Set(places.map(seat));
  const asked = new Set(wanted.map(seat));
  const missing = wanted.filter((place) => !known.has(seat(place)));
  const surplus = places.filter((place) => !asked.has(seat(place)));
  return {
    missing,
    surplus: surplus.map(({ id }) => id),
    villageIds: [...new Set([...missing, ...surplus].map(({ villageId }) => villageId))],
  };
}

/** D2, D3: what stands against an issue because of the villages' tiers. */
export function tierFindings(dossier: Dossier, places: readonly KnownPlace[]): Finding[] {
  const stale = new Set(placeDifferences(dossier, places).villageIds);
  const basis = dossier.policy.basis('dispatch.villages');
  const about = { weight: 'blocks', placeId: null, cadreId: null, unitId: null, basis } as const;
  return dossier.villages.flatMap(({ villageId, name, tier }): Finding[] => {
    if (tier === null) {
      const message = {
        zh: `${name}还没有明确由谁选派。`,
        en: `Nobody has been named to dispatch to ${name} yet.`,
      };
      return [{ ...about, code: 'villageWithoutTier', villageId, message }];
    }
    if (!stale.has(villageId)) return [];
    const message = {
      zh: `${name}的选派层级已变，方案里的岗位与之不符；重新测算即可。`,
      en: `The tier of ${name} has changed since; solve again to take its places over.`,
    };
    return [{ ...about, code: 'placesOutdated', villageId, message }];
  });
}
