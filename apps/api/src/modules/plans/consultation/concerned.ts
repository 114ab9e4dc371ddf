import type { ProposedPost } from '@xuanpai/contracts/plan-consultation';
import { groupBy } from '@xuanpai/domain/group-by';
import { namesOf } from '../read/names.ts';
import type { OpenPlan } from '../read/open-plan.ts';

/** Somebody to be asked about a plan, and what is proposed that concerns them. */
export interface Concerned {
  party: 'unit' | 'township' | 'disciplineInspection';
  unitId: string | null;
  townshipId: string | null;
  posts: ProposedPost[];
}

/** Names a party among those of a plan. */
export function partyKey({ party, unitId, townshipId }: Omit<Concerned, 'posts'>): string {
  return `${party} ${unitId ?? ''} ${townshipId ?? ''}`;
}

/**
 * Whom a plan concerns: each district unit by its people, each township by its villages and its own
 * people, discipline inspection by all. A re-plan concerns by what it changes alone.
 */
export function concernedBy(open: OpenPlan): Concerned[] {
  const { places, input, dossier, replan } = open;
  const names = namesOf(dossier);
  const before = new Map(
    replan ? input.published.map(({ placeId, cadreId }) => [placeId, cadreId]) : [],
  );
  const proposals = places.flatMap(({ id, villageId, post, cadreId }) => {
    const cadre = names.cadre(cadreId ?? undefined);
    const village = names.village(villageId);
    if (!cadre || !village || before.get(id) === cadre.id) return [];
    const { name, unitName } = cadre;
    const proposed = { cadreId: cadre.id, name, unitName, villageId, village: village.name, post };
    return [{ cadre, village, proposed }];
  });
  if (proposals.length === 0) return [];
  const ofDistrict = proposals.filter(({ cadre }) => cadre.townshipId === null);
  const units = groupBy(ofDistrict, ({ cadre }) => cadre.unitId, proposedIn);
  const townships = groupBy(proposals, ({ village }) => village.townshipId, proposedIn);
  return [
    ...[...units].map(([unitId, own]) => of('unit', own, { unitId })),
    ...[...townships].map(([townshipId, own]) => of('township', own, { townshipId })),
    of('disciplineInspection', proposals.map(proposedIn)),
  ];
}

function proposedIn({ proposed }: { proposed: ProposedPost }): ProposedPost {
  return proposed;
}

function of(
  party: Concerned['party'],
  posts: ProposedPost[],
  { unitId = null, townshipId = null }: Partial<Pick<Concerned, 'unitId' | 'townshipId'>> = {},
): Concerned {
  return { party, unitId, townshipId, posts };
}

/** Whether two lists propose the same people for the same posts. */
export function sameProposal(
  one: readonly ProposedPost[],
  other: readonly ProposedPost[],
): boolean {
  const text = (posts: readonly ProposedPost[]) =>
    posts
      .map(({ cadreId, villageId, post }) => `${cadreId} ${villageId} ${post}`)
      .toSorted()
      .join();
  return text(one) === text(other);
}
