import type { Alternative } from '@xuanpai/contracts/plan-explanation';
import type { Language } from '@xuanpai/contracts/text';
import { nextBestPairs } from '@xuanpai/planner/explain/next-best-pairs';
import { candidates, type PlanMove } from '@xuanpai/planner/moves';
import { notFound } from '../../../lib/api-error.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import { describeMoves } from './describe-moves.ts';

/** As many as a leader compares. */
export const shownAlternatives = 5;

/** The next-best pairs or people of a village, the best first. Throws `notFound`. */
export function villageAlternatives(
  open: OpenPlan,
  villageId: string,
  language: Language,
): { items: Alternative[]; total: number } {
  const village = open.input.villages.find(({ id }) => id === villageId);
  if (!village) throw notFound();
  const ways = village.tier === 'district' ? pairs(open, villageId) : people(open, villageId);
  const items = ways.map((moves) => describeMoves(open, villageId, moves, language));
  return { items, total: items.length };
}

/** A village whose places were made for one person only has no pair to compare. */
function pairs({ input, placement }: OpenPlan, villageId: string): PlanMove[][] {
  const seats = input.places.filter((place) => place.villageId === villageId);
  if (seats.length < 2) return [];
  return nextBestPairs(input, placement, villageId, shownAlternatives).map(({ moves }) => moves);
}

function people({ input, placement }: OpenPlan, villageId: string): PlanMove[][] {
  const place = input.places.find((one) => one.villageId === villageId);
  if (!place) return [];
  const holder = placement.get(place.id) ?? null;
  return candidates(input, placement, place.id)
    .slice(0, shownAlternatives)
    .map(({ cadreId, currentPlaceId }) => {
      const put = { placeId: place.id, cadreId };
      return currentPlaceId === null ? [put] : [put, { placeId: currentPlaceId, cadreId: holder }];
    });
}
