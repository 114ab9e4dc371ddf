import { type LetterKind, membershipDirectionOf } from '@xuanpai/contracts/letter-kinds';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { LetterContent } from '@xuanpai/domain/letters/content';
import { writeLetter } from '@xuanpai/domain/letters/write-letter';
import type { Actor } from '../../../lib/actor.ts';
import { type BatchRecord, readBatch } from '../../../lib/records/batch.ts';
import { scopeFor } from '../../../lib/scope.ts';
import { runnerOf } from '../../../lib/sql.ts';
import { readPosts } from './posts.ts';
import { type Subject, subjectColumns, subjectsOf } from './subjects.ts';

export interface MadeLetter {
  id: string;
  year: number;
  number: number;
  date: PlainDate;
  madeByName: string;
  version: number;
  content: LetterContent;
}

export interface Subjects {
  batch: BatchRecord;
  district: string;
  subjects: Subject[];
  /** By subject; voided ones are left out. */
  letters: Map<string, MadeLetter>;
}

/** For whom the letters of a kind are, within reach, and those that are made. */
export async function readSubjects(
  client: PrismaClient | Tx,
  actor: Actor,
  batchId: string,
  kind: LetterKind,
  today: PlainDate,
): Promise<Subjects> {
  const batch = await readBatch(client, batchId);
  const scope = scopeFor(actor, 'letters.read', 'assignments');
  const direction = membershipDirectionOf(kind) ?? 'out';
  const posts =
    scope === 'none' ? [] : await readPosts(runnerOf(client), batchId, direction, today);
  const subjects = subjectsOf(kind, posts, batch, scope);
  const district = await client.region.findFirst({
    where: { level: 'district', children: { some: {} } },
    orderBy: { code: 'asc' },
  });
  return {
    batch,
    district: district?.name ?? '',
    subjects,
    letters: subjects.length === 0 ? new Map() : await readLetters(client, batchId, kind),
  };
}

async function readLetters(client: PrismaClient | Tx, batchId: string, kind: LetterKind) {
  const found = await client.letter.findMany({ where: { batchId, kind, voidedAt: null } });
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
  { batch, district }: Pick<Subjects, 'batch' | 'district'>,
  kind: LetterKind,
  subject: Subject,
  date: PlainDate,
  number: number | null = null,
): LetterContent {
  return writeLetter(kind, subject.posts, { district, batch: batch.name, date, number });
}
