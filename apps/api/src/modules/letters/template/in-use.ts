import { type LetterKind, letterKindWords } from '@xuanpai/contracts/letter-kinds';
import type { UsedTag } from '@xuanpai/domain/letters/content';
import { letterTags } from '@xuanpai/domain/letters/tags';
import { checkTemplate } from '@xuanpai/domain/letters/template-check';
import { notFound } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { readTemplate } from './read-template.ts';
import { shippedTemplate } from './shipped/shipped-templates.ts';

export interface Template {
  filename: string;
  bytes: Uint8Array;
}

/** The office's own version where one is in use, else the one that is shipped. */
export async function templateInUse({ db }: Pick<Deps, 'db'>, kind: LetterKind): Promise<Template> {
  const own = await db.prisma.letterTemplate.findFirst({ where: { kind, inUse: true } });
  return own ? { filename: own.filename, bytes: own.file } : shippedOf(kind);
}

/** Throws `notFound` for an edition that there isn't. */
export async function templateOf(
  { db }: Pick<Deps, 'db'>,
  kind: LetterKind,
  edition: number | 'shipped',
): Promise<Template> {
  if (edition === 'shipped') return shippedOf(kind);
  const own = await db.prisma.letterTemplate.findUnique({
    where: { kind_edition: { kind, edition } },
  });
  if (!own) throw notFound();
  return { filename: own.filename, bytes: own.file };
}

async function shippedOf(kind: LetterKind): Promise<Template> {
  const filename = `${letterKindWords[kind].zh}模板.docx`;
  return { filename, bytes: await shippedTemplate(kind) };
}

/** The tags that a template uses. */
export async function tagsUsed(kind: LetterKind, { bytes }: Template): Promise<UsedTag[]> {
  return checkTemplate(await readTemplate(bytes), letterTags[kind]).used;
}
