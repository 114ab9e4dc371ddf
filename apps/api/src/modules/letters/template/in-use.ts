import { type LetterKind, letterKindWords } from '@xuanpai/contracts/letter-kinds';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { UsedTag } from '@xuanpai/domain/letters/content';
import { letterTags } from '@xuanpai/domain/letters/tags';
import { checkTemplate } from '@xuanpai/domain/letters/template-check';
import { notFound } from '../../../lib/api-error.ts';
import { shippedTemplate } from '../../../lib/letters/shipped/shipped-templates.ts';
import { readTemplate } from './read-template.ts';

export interface Template {
  filename: string;
  bytes: Uint8Array;
}

type Client = PrismaClient | Tx;

/** The office's own version where one is in use, else the one that is shipped. */
export async function templateInUse(client: Client, kind: LetterKind): Promise<Template> {
  const own = await client.letterTemplate.findFirst({ where: { kind, inUse: true } });
  return own ? { filename: own.filename, bytes: own.file } : shippedOf(kind);
}

/** What letters of a kind are printed with: of a round what it keeps, else what is in use. */
export async function templateFor(
  client: Client,
  kind: LetterKind,
  round: { id: string } | null,
): Promise<Template> {
  const kept =
    round &&
    (await client.roundTemplate.findUnique({
      where: { roundId_kind: { roundId: round.id, kind } },
    }));
  if (!kept) return templateInUse(client, kind);
  if (kept.file) return { filename: shippedName(kind), bytes: kept.file };
  return templateOf(client, kind, kept.edition ?? 'shipped');
}

/** Throws `notFound` for an edition that there isn't. */
export async function templateOf(
  client: Client,
  kind: LetterKind,
  edition: number | 'shipped',
): Promise<Template> {
  if (edition === 'shipped') return shippedOf(kind);
  const own = await client.letterTemplate.findUnique({
    where: { kind_edition: { kind, edition } },
  });
  if (!own) throw notFound();
  return { filename: own.filename, bytes: own.file };
}

async function shippedOf(kind: LetterKind): Promise<Template> {
  return { filename: shippedName(kind), bytes: await shippedTemplate(kind) };
}

const shippedName = (kind: LetterKind) => `${letterKindWords[kind].zh}模板.docx`;

/** The tags that a template uses. */
export async function tagsUsed(kind: LetterKind, { bytes }: Template): Promise<UsedTag[]> {
  return checkTemplate(await readTemplate(bytes), letterTags[kind]).used;
}
