import type { ProposedPost } from '@xuanpai/contracts/plan-consultation';
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
  const posts: ProposedPost[] = [];
  const units = new Map<string, ProposedPost[]>();
  const townships = new Map<string, ProposedPost[]>();
  for (const { id, villageId, post, cadreId } of places) {
    const cadre = names.cadre(cadreId ?? undefined);
    const village = names.village(villageId);
    if (!cadre || !village || before.get(id) === cadre.id) continue;
    const proposed = {
      cadreId: cadre.id,
      name: cadre.name,
      unitName: cadre.unitName,
      villageId,
      village: village.name,
      post,
    };
    posts.push(proposed);
    if (cadre.townshipId === null) add(units, cadre.unitId, proposed);
    add(townships, village.townshipId, proposed);
  }
  if (posts.length === 0) return [];
  return [
    ...[...units].map(([unitId, own]) => of('unit', own, { unitId })),
    ...[...townships].map(([townshipId, own]) => of('township', own, { townshipId })),
    of('disciplineInspection', posts),
  ];
}

function of(
  party: Concerned['party'],
  posts: ProposedPost[],
  { unitId = null, townshipId = null }: Partial<Pick<Concerned, 'unitId' | 'townshipId'>> = {},
): Concerned {
  return { party, unitId, townshipId, posts };
}

function add(groups: Map<string, ProposedPost[]>, key: string, post: ProposedPost) {
  const group = groups.get(key);
  if (group) group.push(post);
  else groups.set(key, [post]);
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
