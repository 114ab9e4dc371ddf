import { districtMatch, matchPoints, townshipMatch } from './match.ts';
import type { Place, PlanCadre, ScorePart } from './model.ts';
import type { PlanIndex, VillagePlaces } from './plan-index.ts';

/**
 * Points of one place for the person in it (null: nobody), apart from whom they work beside.
 * Source: the batch's policy; "unfilled" is dearer in a lagging village of the township tier.
 */
export function placeParts(
  index: PlanIndex,
  entry: VillagePlaces,
  place: Place,
  cadre: PlanCadre | null,
): ScorePart[] {
  const parts =
    cadre === null ? [unfilledPart(index, entry, place)] : personParts(index, entry, place, cadre);
  const published = index.published.get(place.id);
  if (published !== undefined && published !== cadre?.id) {
    const value = index.weights.publishedChange;
    parts.push({ kind: 'published', value, placeId: place.id, cadreId: published });
  }
  return parts;
}

/** A lagging village (相对后进村) of the township tier, where D4, unless the policy waives it, asks for the leading body. */
export function asksForLeadingBody({ village }: VillagePlaces): boolean {
  if (village.leadingBodyWaived) return false;
  return village.tier === 'township' && village.kinds.includes('lagging');
}

function unfilledPart({ weights }: PlanIndex, entry: VillagePlaces, place: Place): ScorePart {
  const value = asksForLeadingBody(entry) ? weights.laggingUnfilled : weights.unfilled;
  return { kind: 'unfilled', value, placeId: place.id };
}

function personParts(
  index: PlanIndex,
  entry: VillagePlaces,
  place: Place,
  cadre: PlanCadre,
): ScorePart[] {
  const about = { placeId: place.id, cadreId: cadre.id };
  const points =
    entry.village.tier === 'township'
      ? townshipPoints(index, entry, cadre)
      : districtPoints(index, entry, place, cadre);
  return [...points, preferredPoints(index, entry, cadre)]
    .filter(([kind, value]) => value !== 0 || kind === 'match' || kind === 'deputyMatch')
    .map(([kind, value]) => ({ kind, value, ...about }));
}

type Points = [kind: ScorePart['kind'], value: number][];

/** A wish to see this person here, in this village or this township: once, however often it was said. */
function preferredPoints(
  { weights, wishes }: PlanIndex,
  { village }: VillagePlaces,
  cadre: PlanCadre,
): Points[number] {
  const wished = (wishes.preferred.get(cadre.id) ?? []).some(
    ({ villageId, townshipId }) => villageId === village.id || townshipId === village.townshipId,
  );
  return ['preferred', wished ? weights.preferred : 0];
}

/** Township tier: the match, and a bonus where the leading body goes to a village not lagging. */
function townshipPoints({ weights }: PlanIndex, entry: VillagePlaces, cadre: PlanCadre): Points {
  const match = matchPoints(weights.townshipMatch, townshipMatch(entry.need, cadre));
  const bonus = cadre.leadingBody && !asksForLeadingBody(entry) ? weights.leadingBodyElsewhere : 0;
  return [
    ['match', match],
    ['leadingBody', bonus],
  ];
}

/** District tier: the match by post, the rank of who leads, and the home township. */
function districtPoints(
  { weights }: PlanIndex,
  entry: VillagePlaces,
  place: Place,
  cadre: PlanCadre,
): Points {
  const match = districtMatch(entry.need, cadre, weights);
  const home = cadre.homeTownshipId === entry.village.townshipId ? weights.homeTownship : 0;
  return place.post === 'deputySecretary'
    ? [
        ['deputyMatch', matchPoints(weights.deputyMatch, match)],
        ['home', home],
      ]
    : [
        ['match', matchPoints(weights.firstSecretaryMatch, match)],
        ['rank', weights.rankBonus[String(cadre.level)] ?? 0],
        ['home', home],
      ];
}
