import type { QueryOf } from '@xuanpai/contracts/endpoint';
import { type LetterKind, letterKindWords } from '@xuanpai/contracts/letter-kinds';
import type { lettersFile, previewLetter } from '@xuanpai/contracts/letters';
import { missingValues, withGapsNamed } from '@xuanpai/domain/letters/content';
import { letterTags } from '@xuanpai/domain/letters/tags';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { docx, type FileReply } from '../../lib/route.ts';
import { presentMissing } from './missing.ts';
import type { LetterToPrint } from './print/fill.ts';
import { printLetters } from './print/print-letters.ts';
import {
  contentNow,
  ofRound,
  readSubjects,
  refuseTiedIn,
  tiedIn,
} from './subjects/read-subjects.ts';
import { type Template, tagsUsed, templateFor } from './template/in-use.ts';

/** Letters that are made and within reach: printed as they were made, with their template. */
export async function lettersOf(
  deps: Deps,
  actor: Actor,
  batchId: string,
  query: QueryOf<typeof lettersFile>,
  as: 'docx' | 'zip',
): Promise<FileReply> {
  const { filename, type, input } = await jobOf(deps, actor, batchId, query, as);
  return { filename, type, bytes: await printLetters(deps, input) };
}

/** What the thread is to make, and what the file will be called. */
export interface PrintJob {
  filename: string;
  type: string;
  input: Parameters<typeof printLetters>[1];
}

/**
 * Throws `notFound` where no letter is chosen, or one that isn't made or out of reach, `ruleViolated` for
 * one about somebody whom the actor steps back from; of all those are left out, and the file's name says
 * how many.
 */
export async function jobOf(
  deps: Deps,
  actor: Actor,
  batchId: string,
  { kind, roundId, subjectIds }: QueryOf<typeof lettersFile>,
  as: 'docx' | 'zip',
): Promise<PrintJob> {
  const found = await readSubjects(
    deps.db.prisma,
    actor,
    batchId,
    ofRound(kind, roundId),
    deps.today(),
  );
  const { batch, round, letters } = found;
  const wanted = subjectIds && new Set(subjectIds);
  const made = found.subjects.filter(({ id }) => letters.has(id) && (!wanted || wanted.has(id)));
  const subjects = made.filter((subject) => tiedIn(found, subject).length === 0);
  if (wanted || subjects.length === 0) refuseTiedIn(found, made);
  const leftOut = made.length - subjects.length;
  const chosen = subjects.flatMap(({ id, name }) => {
    const letter = letters.get(id);
    return letter ? [{ ...letter, subjectId: id, name }] : [];
  });
  if (chosen.length === 0 || (wanted && chosen.length < wanted.size)) throw notFound();
  const template = await templateFor(deps.db.prisma, kind, round);
  await refuseGaps(kind, template, chosen);
  const sorted = chosen.toSorted((a, b) => a.year - b.year || a.number - b.number);
  const toPrint = sorted.map(({ content, number, year, name }) => ({
    filename: filenameOf(`${letterKindWords[kind].zh} ${year}-${number} ${name}`),
    content,
  }));
  const [only, another] = toPrint;
  const kept = leftOut > 0 ? `（因回避未含${leftOut}份）` : '';
  const all = `${letterKindWords[kind].zh} ${batch.name} ${toPrint.length}份`;
  const filename = (only && !another ? only.filename : filenameOf(all)) + kept;
  return {
    filename: `${filename}.${as}`,
    type: as === 'docx' ? docx : 'application/zip',
    input: { template: template.bytes, letters: toPrint, as },
  };
}

/** A letter as it would be today, its number left open; what is missing stands in brackets. */
export async function previewOf(
  deps: Deps,
  actor: Actor,
  batchId: string,
  { kind, roundId, subjectId, date }: QueryOf<typeof previewLetter>,
): Promise<FileReply> {
  const found = await readSubjects(
    deps.db.prisma,
    actor,
    batchId,
    ofRound(kind, roundId),
    deps.today(),
  );
  const subject = found.subjects.find(({ id }) => id === subjectId);
  if (!subject) throw notFound();
  refuseTiedIn(found, [subject]);
  const content = found.letters.get(subjectId)?.content ?? contentNow(found, kind, subject, date);
  const template = (await templateFor(deps.db.prisma, kind, found.round)).bytes;
  const letters: LetterToPrint[] = [{ filename: subject.name, content: withGapsNamed(content) }];
  const bytes = await printLetters(deps, { template, letters, as: 'docx' });
  return { filename: `预览 ${filenameOf(subject.name)}.docx`, type: docx, bytes };
}

/** A template may want more than the one that a letter was made with. */
async function refuseGaps(
  kind: LetterKind,
  template: Template,
  letters: readonly (Pick<LetterToPrint, 'content'> & { subjectId: string })[],
): Promise<void> {
  const used = await tagsUsed(kind, template);
  const faults = letters.flatMap(({ subjectId, content }) =>
    missingValues(content, used, letterTags[kind]).map((gap) => ({
      path: `${subjectId}.${gap.tag.name}`,
      code: 'missing',
      message: { zh: presentMissing(gap, 'zh').message, en: presentMissing(gap, 'en').message },
      basis: null,
      remedy: {
        zh: '出具时的模板没有此项。可作废后重新出具，或选用原来的模板。',
        en: 'The template of that day didn’t have it. Void the letter and make it anew, or choose that template.',
      },
    })),
  );
  if (faults.length > 0) throw new ApiError('valuesMissing', { faults });
}

/** Without what no file system takes. */
function filenameOf(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{C}]/gu, '_');
}
