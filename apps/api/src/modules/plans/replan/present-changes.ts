import type { PlanChanges, PostChange } from '@xuanpai/contracts/plan-replans';
import type { Language, Text } from '@xuanpai/contracts/text';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Place } from '@xuanpai/planner/model';
import { comparePlans, type PersonChange } from '@xuanpai/planner/what-if/compare';
import { ApiError } from '../../../lib/api-error.ts';
import { type Names, namesOf } from '../read/names.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import { changeWords, type Seats, seatsBetween } from './change-words.ts';
import { type Departure, readDepartures } from './departures.ts';
import type { Replan } from './open-replan.ts';
import { seatOf } from './posts-in-force.ts';

/** Who comes, goes and moves by a re-plan, and why. Throws `conflict` for a plan that is none. */
export async function presentChanges(
  client: PrismaClient | Tx,
  open: OpenPlan,
  language: Language,
): Promise<PlanChanges> {
  const { plan, replan, input } = open;
  if (replan === null) throw new ApiError('conflict', { detail: notReplan });
  const before = new Map(input.published.map(({ placeId, cadreId }) => [placeId, cadreId]));
  const { people } = comparePlans({ input, placement: before }, open);
  const gone = people.flatMap(({ cadreId, to }) => (to === null ? [cadreId] : []));
  const departures = await readDepartures(client, plan.batchId, gone);
  const seats = seatsBetween(before, open);
  const context = { open, replan, seats, departures, language };
  const items = [...people, ...otherPosts(open, replan)].map((one) => presentChange(one, context));
  const count = (kind: PostChange['kind']) => items.filter((item) => item.kind === kind).length;
  const counts = { comes: count('comes'), goes: count('goes'), moves: count('moves') };
  return {
    on: replan.on,
    documentNumber: plan.documentNumber,
    counts: { ...counts, unchanged: unchangedIn(replan, people) },
    items: items.toSorted((a, b) => order[a.kind] - order[b.kind]),
  };
}

/** Why people left first: it is what the others follow from. */
const order = { goes: 0, comes: 1, moves: 2 };

function unchangedIn({ posts }: Replan, people: readonly PersonChange[]): number {
  const changed = new Set(people.flatMap(({ cadreId, from }) => (from ? [cadreId] : [])));
  return posts.filter(({ cadreId }) => !changed.has(cadreId)).length;
}

/** D6: whoever stays in a village as secretary instead of first secretary, or the other way round. */
function otherPosts({ places }: OpenPlan, { posts }: Replan): PersonChange[] {
  const held = new Map(posts.map((post) => [seatOf(post), post]));
  return places.flatMap((place): PersonChange[] => {
    const post = held.get(seatOf(place));
    if (!post || post.cadreId !== place.cadreId || post.post === place.post) return [];
    return [{ cadreId: post.cadreId, from: place, to: place, parts: [] }];
  });
}

interface Context {
  open: OpenPlan;
  replan: Replan;
  seats: Seats;
  departures: ReadonlyMap<string, Departure>;
  language: Language;
}

function presentChange(change: PersonChange, context: Context): PostChange {
  const { open, replan, seats, departures, language } = context;
  const { cadreId, from, to, parts } = change;
  const names = namesOf(open.dossier);
  const kind = from === null ? 'comes' : to === null ? 'goes' : 'moves';
  const departure = departures.get(cadreId) ?? null;
  return {
    kind,
    cadreId,
    name: names.cadreName(cadreId),
    unitName: names.cadre(cadreId)?.unitName ?? '',
    from: presentSeat(from && { ...from, post: postBefore(replan, from) }, names),
    to: presentSeat(to, names),
    why: changeWords(change, { names, seats, departure })[language],
    parts: parts.filter((part) => part.kind !== 'published'),
  };
}

function postBefore({ posts }: Replan, place: Place) {
  return posts.find((post) => seatOf(post) === seatOf(place))?.post ?? place.post;
}

function presentSeat(place: Place | null, names: Names) {
  if (place === null) return null;
  const village = names.village(place.villageId);
  return {
    villageId: place.villageId,
    village: village?.name ?? '',
    township: names.townshipName(village?.townshipId),
    post: place.post,
  };
}

const notReplan: Text = {
  zh: '这个方案不是重排方案，没有变动可列。',
  en: 'This plan is no re-plan: there are no changes to list.',
};
