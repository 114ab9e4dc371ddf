import type { LetterKind } from '@xuanpai/contracts/letter-kinds';
import { exampleOf } from '@xuanpai/domain/letters/content';
import { letterTags } from '@xuanpai/domain/letters/tags';
import { checkTemplate } from '@xuanpai/domain/letters/template-check';
import { maskIdNumbers } from '@xuanpai/domain/office/id-number';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../../lib/actor.ts';
import { ApiError, invalid } from '../../../lib/api-error.ts';
import { record } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { SheetRefused } from '../../../lib/sheet/sheet-refused.ts';
import { writeAs } from '../../../lib/write.ts';
import { printLetters, TemplateFailed } from '../print/print-letters.ts';
import { templateBytes } from './docx-limits.ts';
import { docxRefused } from './docx-refused.ts';
import { templateFaulty, templateUnreadable } from './fault-words.ts';
import type { Template } from './in-use.ts';
import { readTemplate } from './read-template.ts';

/** Takes the file of a form. Throws `badRequest`, `invalid`, `tooLarge`. */
export async function receiveTemplate(request: FastifyRequest): Promise<Template> {
  if (!request.isMultipart()) throw new ApiError('badRequest');
  let received: Template | null = null;
  try {
    for await (const part of request.parts({ limits: { fileSize: templateBytes } })) {
      if (part.type !== 'file') continue;
      const name = part.filename.split(/[\\/]/).at(-1)?.slice(-120) ?? '';
      received = { filename: maskIdNumbers(name) || '模板.docx', bytes: await part.toBuffer() };
    }
  } catch (error) {
    const isTooLarge = error instanceof Error && 'statusCode' in error && error.statusCode === 413;
    throw isTooLarge ? templateTooLarge() : new ApiError('badRequest');
  }
  if (received) return received;
  const message = { zh: '没有选择文件。', en: 'No file was chosen.' };
  throw invalid([{ path: 'file', code: 'required', message }]);
}

function templateTooLarge(): ApiError {
  const megabytes = templateBytes / 1024 / 1024;
  return new ApiError('tooLarge', {
    detail: {
      zh: `模板超过${megabytes} MB，不能上传。请压缩其中的图片。`,
      en: `The template is larger than ${megabytes} MB. Make its pictures smaller.`,
    },
  });
}

/**
 * Refuses a template with anything wrong: what kind of file it is, then every fault of its text at
 * once, then what the template engine says when it is filled with the examples.
 */
export async function tryTemplate(
  deps: Pick<Deps, 'settings'>,
  kind: LetterKind,
  { bytes }: Template,
): Promise<void> {
  const tags = letterTags[kind];
  const { faults } = checkTemplate(await readTemplate(bytes), tags);
  if (faults.length > 0) throw templateFaulty(kind, faults);
  const letters = [{ filename: '示例', content: exampleOf(tags) }];
  try {
    await printLetters(deps, { template: bytes, letters, as: 'docx' });
  } catch (error) {
    if (error instanceof TemplateFailed) throw templateUnreadable(error.message);
    throw error instanceof SheetRefused ? docxRefused('tooLarge') : error;
  }
}

/** Keeps a version of the office's own, in use from now on; the earlier ones stay. */
export function keepTemplate(
  deps: Deps,
  actor: Actor,
  kind: LetterKind,
  { filename, bytes }: Template,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    // One after the other: two uploads don't take the same number.
    await tx.$executeRaw`LOCK TABLE letter_template IN SHARE ROW EXCLUSIVE MODE`;
    const last = await tx.letterTemplate.aggregate({ where: { kind }, _max: { edition: true } });
    const edition = (last._max.edition ?? 0) + 1;
    await tx.letterTemplate.updateMany({ where: { kind, inUse: true }, data: { inUse: false } });
    await tx.letterTemplate.create({
      data: {
        ...{ kind, edition, filename, inUse: true, uploadedByName: actor.name },
        file: new Uint8Array(bytes),
      },
    });
    const params = { kind, edition, filename, size: bytes.length };
    record(tx, {
      action: 'letterTemplate.upload',
      entity: 'letterTemplate',
      entityId: null,
      params,
    });
  });
}

/** Back to an edition, or with null to the one that is shipped. Throws `notFound`. */
export function chooseTemplate(
  deps: Deps,
  actor: Actor,
  kind: LetterKind,
  edition: number | null,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    await tx.$executeRaw`LOCK TABLE letter_template IN SHARE ROW EXCLUSIVE MODE`;
    const before = await tx.letterTemplate.findFirst({ where: { kind, inUse: true } });
    await tx.letterTemplate.updateMany({ where: { kind, inUse: true }, data: { inUse: false } });
    if (edition !== null) {
      const { count } = await tx.letterTemplate.updateMany({
        where: { kind, edition },
        data: { inUse: true },
      });
      if (count === 0) throw new ApiError('notFound');
    }
    const params = { kind, from: before?.edition ?? null, to: edition };
    record(tx, { action: 'letterTemplate.use', entity: 'letterTemplate', entityId: null, params });
  });
}
