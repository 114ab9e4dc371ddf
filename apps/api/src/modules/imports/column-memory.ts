import type { ColumnMapping, forgetColumnMappings } from '@xuanpai/contracts/column-mappings';
import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { ImportKind } from '@xuanpai/contracts/imports';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { headingKey } from '@xuanpai/domain/office/headings';
import { maskIdNumbers } from '@xuanpai/domain/office/id-number';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { writeAs } from '../../lib/write.ts';
import { importKinds } from './import-kinds.ts';

/** Field by the column's index; null: not imported. */
export type ColumnChoices = ReadonlyMap<number, string | null>;

/**
 * What somebody took these headings for by hand, the last time. A heading that stands twice in the
 * sheet can't be told apart and isn't taken; of two headings for one field the later choice counts.
 */
export async function recallColumns(
  client: PrismaClient | Tx,
  userId: string | null,
  kind: ImportKind,
  headings: readonly string[],
): Promise<ColumnChoices> {
  if (userId === null) return new Map();
  const known = new Set(importKinds[kind].columns.map(({ field }) => field));
  const indexes = indexesByKey(headings);
  const kept = await client.columnMapping.findMany({
    where: { userId, kind, heading: { in: [...indexes.keys()] } },
    orderBy: [{ updatedAt: 'desc' }, { heading: 'asc' }],
  });
  const choices = new Map<number, string | null>();
  const given = new Set<string>();
  for (const { heading, field } of kept) {
    const index = indexes.get(heading);
    const isFree = field === null || (known.has(field) && !given.has(field));
    if (index === undefined || !isFree) continue;
    choices.set(index, field);
    if (field !== null) given.add(field);
  }
  return choices;
}

function indexesByKey(headings: readonly string[]): Map<string, number> {
  const keys = headings.map(keptHeading);
  return new Map(
    keys.flatMap((key, index) =>
      key !== '' && keys.indexOf(key) === keys.lastIndexOf(key) ? [[key, index] as const] : [],
    ),
  );
}

/** Keeps what was mapped by hand for the next upload of the same register. */
export async function rememberColumns(
  tx: Tx,
  userId: string | null,
  kind: ImportKind,
  columns: readonly { heading: string; field: string | null }[],
): Promise<void> {
  if (userId === null) return;
  for (const { heading: written, field } of columns) {
    const heading = keptHeading(written);
    if (heading === '') continue;
    const choice = { field, updatedAt: new Date() };
    await tx.columnMapping.upsert({
      where: { userId_kind_heading: { userId, kind, heading } },
      create: { userId, kind, heading, ...choice },
      update: choice,
    });
  }
}

/** The same in every sheet, short, without ID numbers. */
function keptHeading(written: string): string {
  return headingKey(maskIdNumbers(written)).slice(0, 200);
}

/** The caller's own, register by register. */
export async function listColumnChoices(
  { db }: Pick<Deps, 'db'>,
  { userId, language }: Actor,
): Promise<ColumnMapping[]> {
  if (userId === null) return [];
  const rows = await db.prisma.columnMapping.findMany({
    where: { userId },
    orderBy: [{ kind: 'asc' }, { heading: 'asc' }],
  });
  return rows.map(({ kind, heading, field }) => {
    const column = importKinds[kind].columns.find((one) => one.field === field);
    return { kind, heading, field, label: column?.label[language] ?? null };
  });
}

/** The caller's own: one, those of a register, or all. */
export async function forgetColumns(
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  { kind, heading }: QueryOf<typeof forgetColumnMappings>,
): Promise<void> {
  const { userId } = actor;
  if (userId === null) return;
  const chosen = {
    ...(kind === undefined ? {} : { kind }),
    ...(heading === undefined ? {} : { heading: keptHeading(heading) }),
  };
  await writeAs(deps, actor, (tx) => tx.columnMapping.deleteMany({ where: { userId, ...chosen } }));
}
