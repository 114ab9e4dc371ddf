import { type LetterKind, letterKinds } from '@xuanpai/contracts/letter-kinds';
import type { LetterTemplate } from '@xuanpai/contracts/letter-templates';
import type { Language } from '@xuanpai/contracts/text';
import { letterTags, placedTags } from '@xuanpai/domain/letters/tags';
import type { Deps } from '../../../lib/deps.ts';
import { rows, sql } from '../../../lib/sql.ts';

interface Edition {
  kind: LetterKind;
  edition: number;
  filename: string;
  size: number;
  inUse: boolean;
  uploadedByName: string;
  uploadedAt: Date;
}

/** Every kind with its tags, the office's own versions, and which one is printed. */
export async function readTemplates({ db }: Deps, language: Language): Promise<LetterTemplate[]> {
  const editions = await rows<Edition>(
    db.pool,
    sql`SELECT kind, edition, filename, length(file) AS size, in_use AS "inUse",
        uploaded_by_name AS "uploadedByName", uploaded_at AS "uploadedAt"
      FROM letter_template ORDER BY kind, edition DESC`,
  );
  return letterKinds.map((kind) => {
    const own = editions.filter((one) => one.kind === kind);
    return {
      kind,
      inUse: own.find(({ inUse }) => inUse)?.edition ?? null,
      editions: own.map(({ kind: _, inUse: __, uploadedAt, ...edition }) => ({
        ...edition,
        uploadedAt: uploadedAt.toISOString(),
      })),
      tags: presentTags(kind, language),
    };
  });
}

export async function readTemplateState(
  deps: Deps,
  kind: LetterKind,
  language: Language,
): Promise<LetterTemplate> {
  const found = (await readTemplates(deps, language)).find((one) => one.kind === kind);
  if (!found) throw new Error(`no letter of kind ${kind}`);
  return found;
}

export function presentTags(kind: LetterKind, language: Language): LetterTemplate['tags'] {
  return placedTags(letterTags[kind]).map(({ tag, within }) => ({
    name: tag.name,
    meaning: tag.meaning[language],
    example: tag.example,
    within: within.at(-1) ?? null,
    repeats: tag.inside !== undefined,
  }));
}
