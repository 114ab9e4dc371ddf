import {
  isRoundLetter,
  type LetterKind,
  membershipDirectionOf,
} from '@xuanpai/contracts/letter-kinds';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { keptFromFault } from '@xuanpai/domain/evaluation/stepping-back';
import type { LetterContent } from '@xuanpai/domain/letters/content';
import { type LetterRound, writeGradeLetter } from '@xuanpai/domain/letters/write-grade-letter';
import { writeLetter } from '@xuanpai/domain/letters/write-letter';
import type { Actor } from '../../../lib/actor.ts';
import { ruleViolated } from '../../../lib/api-error.ts';
import { readStepBacks, type TiedPerson } from '../../../lib/evaluation/stepping-back.ts';
import { type BatchRecord, readBatch } from '../../../lib/records/batch.ts';
import { scopeFor } from '../../../lib/scope.ts';
import { runnerOf, sql } from '../../../lib/sql.ts';
import { gradeSubjects, roundOfLetters } from './grades.ts';
import { readPosts } from './posts.ts';
import { type Subject, subjectColumns, subjectsOf } from './subjects.ts';

export interface MadeLetter {
  id: string;
  year: number;
  number: number;
  date: PlainDate;
  madeByName: string;
  madeAt: Date;
  version: number;
  content: LetterContent;
}

export interface Subjects {
  batch: BatchRecord;
  district: string;
  /** Of letters about grades; null before a round is opened. */
  round: (LetterRound & { id: string }) | null;
  subjects: Subject[];
  /** Those about whom the actor makes and takes no letter (E8): the office and the department work on grades. */
  tied: TiedPerson[];
  /** By subject; voided ones are left out. */
  letters: Map<string, MadeLetter>;
}

/** What is asked for, without a round where there is none. */
export function ofRound(kind: LetterKind, roundId: string | undefined) {
  return roundId === undefined ? { kind } : { kind, roundId };
}

/** For whom the letters of a kind are, within reach, and those that are made. */
export async function readSubjects(
  client: PrismaClient | Tx,
  actor: Actor,
  batchId: string,
  { kind, roundId }: { kind: LetterKind; roundId?: string },
  today: PlainDate,
): Promise<Subjects> {
  const batch = await readBatch(client, batchId);
  const round = isRoundLetter(kind) ? await roundOfLetters(client, batchId, roundId) : null;
  const scope = scopeFor(actor, 'letters.read', 'assignments');
  const direction = membershipDirectionOf(kind) ?? 'out';
  const subjects = isRoundLetter(kind)
    ? await gradeSubjects(client, kind, batchId, round, scope)
    : subjectsOf(
        kind,
        scope === 'none' ? [] : await readPosts(runnerOf(client), batchId, direction, today),
        batch,
        scope,
      );
  const district = await client.region.findFirst({
    where: { level: 'district', children: { some: {} } },
    orderBy: { code: 'asc' },
  });
  return {
    batch,
    district: district?.name ?? '',
    round,
    subjects,
    tied: round && scope === 'all' ? await readTied(client, actor, round.id) : [],
    letters:
      subjects.length === 0
        ? new Map()
        : await readLetters(client, batchId, kind, round?.id ?? null),
  };
}

function readTied(client: PrismaClient | Tx, { userId }: Actor, roundId: string) {
  return readStepBacks(
    runnerOf(client),
    userId,
    sql`p.round_id = ${roundId}::uuid AND p.state = 'decided'`,
  );
}

/** Those whom a letter is about and the actor steps back from. */
export function tiedIn({ tied }: Pick<Subjects, 'tied'>, { people = [] }: Subject): TiedPerson[] {
  return tied.filter(({ id }) => people.some(({ personId }) => personId === id));
}

/** Throws `ruleViolated`, naming everybody whom the letters are about and the actor steps back from. */
export function refuseTiedIn(found: Pick<Subjects, 'tied'>, subjects: readonly Subject[]): void {
  const tied = new Set(subjects.flatMap((subject) => tiedIn(found, subject)));
  if (tied.size > 0) throw ruleViolated([...tied].map(keptFromFault));
}

async function readLetters(
  client: PrismaClient | Tx,
  batchId: string,
  kind: LetterKind,
  roundId: string | null,
) {
  const found = await client.letter.findMany({
    where: { batchId, kind, roundId, voidedAt: null },
  });
  const made = new Map<string, MadeLetter>();
  for (const { content, date, ...letter } of found) {
    const subjectId = letter[subjectColumns[kind]];
    if (subjectId === null) continue;
    made.set(subjectId, {
      ...letter,
      date: toPlainDate(date),
      content: content as unknown as LetterContent,
    });
  }
  return made;
}

/** What a subject's letter would say as things stand. */
export function contentNow(
  { batch, district, round }: Pick<Subjects, 'batch' | 'district' | 'round'>,
  kind: LetterKind,
  subject: Subject,
  date: PlainDate,
  number: number | null = null,
): LetterContent {
  const frame = { district, batch: batch.name, date, number };
  if (!isRoundLetter(kind)) return writeLetter(kind, subject.posts, frame);
  if (!round) throw new Error('a letter of a round without it');
  return writeGradeLetter(kind, subject.people ?? [], round, frame);
}
