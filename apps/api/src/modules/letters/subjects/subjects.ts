import {
  type LetterKind,
  membershipDirectionOf,
  type PostLetterKind,
} from '@xuanpai/contracts/letter-kinds';
import { postWords } from '@xuanpai/contracts/words';
import type { Scope } from '@xuanpai/domain/access';
import { groupBy } from '@xuanpai/domain/group-by';
import type { LetterGrade } from '@xuanpai/domain/letters/write-grade-letter';
import type { SubjectPost } from './posts.ts';

/** Somebody or something that a letter is for, with the posts that it is about. */
export interface Subject {
  id: string;
  name: string;
  note: string;
  posts: SubjectPost[];
  /** Of letters about grades. */
  people?: LetterGrade[];
}

/** Which column of a letter says whom it is for. */
export const subjectColumns = {
  unitNotice: 'unitId',
  townshipNotice: 'townshipId',
  introduction: 'assignmentId',
  membership: 'assignmentId',
  membershipReturn: 'assignmentId',
  annex: 'batchId',
  annualForm: 'personId',
  gradeNotice: 'personId',
  feedbackUnit: 'unitId',
  feedbackSuperior: 'unitId',
  feedbackOrganisation: 'roundId',
  quotaStatement: 'unitId',
} as const satisfies Record<LetterKind, string>;

/** For whom letters of a kind are, among those that somebody reaches. */
export function subjectsOf(
  kind: PostLetterKind,
  posts: SubjectPost[],
  batch: { id: string; name: string },
  scope: Scope,
): Subject[] {
  switch (kind) {
    case 'annex':
      return scope === 'all' && posts.length > 0
        ? [{ id: batch.id, name: batch.name, note: figures(posts), posts }]
        : [];
    case 'unitNotice':
      // A township's people are named in the notice to the township.
      return grouped(posts.filter(ofDistrict), 'unitId', 'unit')
        .filter(({ id }) => reaches(scope, { unitId: id }))
        .sort((a, b) => a.name.localeCompare(b.name, 'zh'));
    case 'townshipNotice':
      return grouped(posts, 'townshipId', 'township').filter(({ id }) =>
        reaches(scope, { townshipId: id }),
      );
    default: {
      // M3: a township cadre's membership stays where it is.
      const own = membershipDirectionOf(kind) === null ? posts : posts.filter(ofDistrict);
      return own.filter((post) => reaches(scope, post)).map(personOf);
    }
  }
}

const ofDistrict = ({ tier }: SubjectPost) => tier === 'district';

function reaches(scope: Scope, of: { unitId?: string; townshipId?: string }): boolean {
  if (scope === 'all' || scope === 'none') return scope === 'all';
  const { unitId, townshipId } = of;
  return (
    (unitId !== undefined && scope.unitIds.includes(unitId)) ||
    (townshipId !== undefined && scope.townshipIds.includes(townshipId))
  );
}

function personOf(post: SubjectPost): Subject {
  const { assignmentId: id, name, unit, village } = post;
  return { id, name, note: `${unit} → ${village}${postWords[post.post].zh}`, posts: [post] };
}

function grouped(
  posts: SubjectPost[],
  by: 'unitId' | 'townshipId',
  name: 'unit' | 'township',
): Subject[] {
  return [...groupBy(posts, (post) => post[by])].map(([id, own]) => ({
    id,
    name: own[0]?.[name] ?? '',
    note: figures(own),
    posts: own,
  }));
}

function figures(posts: SubjectPost[]): string {
  const villages = new Set(posts.map(({ villageId }) => villageId)).size;
  return `${posts.length}名，${villages}个村`;
}
