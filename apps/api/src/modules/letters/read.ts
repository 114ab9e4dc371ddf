import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import { membershipDirectionOf } from '@xuanpai/contracts/letter-kinds';
import type { LetterSubject, listLetters } from '@xuanpai/contracts/letters';
import { keptFromText } from '@xuanpai/domain/evaluation/stepping-back';
import { missingValues } from '@xuanpai/domain/letters/content';
import { letterTags } from '@xuanpai/domain/letters/tags';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { presentMissing } from './missing.ts';
import {
  contentNow,
  type MadeLetter,
  ofRound,
  readSubjects,
  tiedIn,
} from './subjects/read-subjects.ts';
import type { Subject } from './subjects/subjects.ts';
import { tagsUsed, templateFor } from './template/in-use.ts';

/** For whom letters of a kind are, with their numbers, and what is missing of the others. */
export async function readLetters(
  deps: Deps,
  actor: Actor,
  batchId: string,
  { kind, roundId }: QueryOf<typeof listLetters>,
): Promise<ReplyOf<typeof listLetters>> {
  const found = await readSubjects(
    deps.db.prisma,
    actor,
    batchId,
    ofRound(kind, roundId),
    deps.today(),
  );
  const used = await tagsUsed(kind, await templateFor(deps.db.prisma, kind, found.round));
  const items = found.subjects.map((subject): LetterSubject => {
    const made = found.letters.get(subject.id);
    const content = made?.content ?? contentNow(found, kind, subject, deps.today());
    const tied = tiedIn(found, subject);
    const missing = tied.length > 0 ? [] : missingValues(content, used, letterTags[kind]);
    return {
      subjectId: subject.id,
      name: subject.name,
      note: subject.note,
      unitName: unitOf(subject),
      letter: made ? presentLetter(made) : null,
      closedTo: tied.length > 0 ? keptFromText(tied.map(({ name }) => name).join('、')) : null,
      outdated: made !== undefined && isOutdated(made, subject),
      missing: missing.map((one) => presentMissing(one, actor.language)),
      membership: membershipDirectionOf(kind) && membershipOf(subject),
    };
  });
  return {
    items,
    total: items.length,
    made: items.filter(({ letter }) => letter !== null).length,
    incomplete: items.filter(({ missing }) => missing.length > 0).length,
  };
}

function isOutdated({ madeAt }: MadeLetter, { people = [] }: Subject): boolean {
  return people.some(({ changedAt }) => changedAt !== null && new Date(changedAt) > madeAt);
}

function unitOf({ posts, people = [] }: Subject): string | null {
  const [only, another] = [...posts, ...people];
  return only && !another ? only.unit : null;
}

function presentLetter({ content: _, ...letter }: MadeLetter): LetterSubject['letter'] {
  const { id, year, number, date, madeByName, version } = letter;
  return { id, year, number, date, madeByName, version };
}

function membershipOf({ posts: [post] }: Subject): LetterSubject['membership'] {
  if (!post) return null;
  const { duesPaidUntil, validityDays, membershipVersion: version } = post;
  return { duesPaidUntil: duesPaidUntil?.slice(0, 7) ?? null, validityDays, version };
}
