import type { BodyOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import { type LetterKind, makesLetters } from '@xuanpai/contracts/letter-kinds';
import type { makeLetters } from '@xuanpai/contracts/letters';
import { may } from '@xuanpai/contracts/permissions';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { type Missing, missingValues } from '@xuanpai/domain/letters/content';
import { letterTags } from '@xuanpai/domain/letters/tags';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, notFound } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { writeAs } from '../../lib/write.ts';
import { presentMissing } from './missing.ts';
import {
  contentNow,
  ofRound,
  readSubjects,
  refuseTiedIn,
  type Subjects,
  tiedIn,
} from './subjects/read-subjects.ts';
import { type Subject, subjectColumns } from './subjects/subjects.ts';
import { tagsUsed, templateFor } from './template/in-use.ts';

type Input = BodyOf<typeof makeLetters>;
type Reply = ReplyOf<typeof makeLetters>;

/**
 * Gives letters of a kind their numbers and keeps what stands in them. Whoever has a letter keeps it.
 * Throws `valuesMissing` with every value that is missing, unless those letters are to be left out, and
 * `notFound` for a kind that is others' to make.
 */
export async function giveNumbers(
  deps: Deps,
  actor: Actor,
  batchId: string,
  input: Input,
): Promise<Reply> {
  const { kind, roundId, date } = input;
  if (!may(actor.roles, makesLetters(kind))) throw notFound();
  return writeAs(deps, actor, async (tx) => {
    // Who makes letters of a kind at the same time waits here, and then finds them made.
    const last = await holdCounter(tx, kind, Number(date.slice(0, 4)));
    const found = await readSubjects(tx, actor, batchId, ofRound(kind, roundId), deps.today());
    const used = await tagsUsed(kind, await templateFor(tx, kind, found.round));
    const asked = chosenOf(found.subjects, input.subjectIds);
    if (input.subjectIds) refuseTiedIn(found, asked);
    const chosen = asked.filter((subject) => tiedIn(found, subject).length === 0);
    const closed = asked.filter((subject) => !chosen.includes(subject));
    const fresh = chosen.filter(({ id }) => !found.letters.has(id));
    const missing = new Map<string, Missing[]>();
    for (const subject of fresh) {
      const gaps = missingValues(contentNow(found, kind, subject, date), used, letterTags[kind]);
      if (gaps.length > 0) missing.set(subject.id, gaps);
    }
    if (missing.size > 0 && !input.leaveOutIncomplete) throw valuesMissing(missing);
    const ready = fresh.filter(({ id }) => !missing.has(id));
    await keepLetters(tx, actor, found, { kind, date, ready, last });
    const leftOut = fresh.flatMap(({ id: subjectId, name }) => {
      const gaps = missing.get(subjectId);
      if (!gaps) return [];
      return [{ subjectId, name, missing: gaps.map((gap) => presentMissing(gap, actor.language)) }];
    });
    const stepsBack = closed.map(({ id: subjectId, name }) => ({ subjectId, name }));
    return { made: ready.length, again: chosen.length - fresh.length, leftOut, stepsBack };
  });
}

/** Throws `notFound` where one of them isn't there, or out of reach. */
function chosenOf(subjects: Subject[], ids: string[] | null): Subject[] {
  if (ids === null) return subjects;
  const wanted = new Set(ids);
  const chosen = subjects.filter(({ id }) => wanted.has(id));
  if (chosen.length < wanted.size) throw notFound();
  return chosen;
}

async function holdCounter(tx: Tx, kind: LetterKind, year: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO letter_counter (kind, year, last) VALUES (${kind}::letter_kind, ${year}, 0)
    ON CONFLICT (kind, year) DO UPDATE SET last = letter_counter.last RETURNING last`;
  return row?.last ?? 0;
}

interface Keeping {
  kind: LetterKind;
  date: PlainDate;
  ready: Subject[];
  last: number;
}

async function keepLetters(tx: Tx, actor: Actor, found: Subjects, keeping: Keeping) {
  const { kind, date, ready, last } = keeping;
  if (ready.length === 0) return;
  const year = Number(date.slice(0, 4));
  await tx.letter.createMany({
    data: ready.map((subject, at) => {
      const number = last + at + 1;
      const content = contentNow(found, kind, subject, date, number);
      return {
        ...{ kind, year, number, batchId: found.batch.id, date: toDate(date) },
        [subjectColumns[kind]]: subject.id,
        roundId: found.round?.id ?? null,
        content: JSON.parse(JSON.stringify(content)),
        madeByName: actor.name,
      };
    }),
  });
  const to = last + ready.length;
  await tx.letterCounter.update({ where: { kind_year: { kind, year } }, data: { last: to } });
  record(tx, {
    action: 'letter.make',
    entity: 'batch',
    entityId: found.batch.id,
    params: { kind, year, from: last + 1, to, date },
  });
}

function valuesMissing(missing: ReadonlyMap<string, Missing[]>): ApiError {
  const faults = [...missing].flatMap(([subjectId, gaps]) =>
    gaps.map((gap) => {
      const [zh, en] = [presentMissing(gap, 'zh'), presentMissing(gap, 'en')];
      return {
        path: `${subjectId}.${gap.tag.name}`,
        code: 'missing',
        message: { zh: zh.message, en: en.message },
        basis: null,
        remedy: { zh: zh.remedy, en: en.remedy },
      };
    }),
  );
  const detail = {
    zh: `有${missing.size}份文书缺${faults.length}项内容，一份也没有出具。补齐后再办，或选择略去这些。`,
    en: `${missing.size} letters lack ${faults.length} values; none was made. Fill them in, or leave those letters out.`,
  };
  return new ApiError('valuesMissing', { detail, faults });
}
