import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Import, listImportRows } from '@xuanpai/contracts/imports';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { type ImportSummary, presentImport, presentSummary } from './present.ts';
import { openFindings, openRow } from './staging.ts';

type Query = QueryOf<typeof listImportRows>;

/** One import; any planner sees those of the others. Throws `notFound`. */
export async function readImport({ db, keys }: Deps, id: string, actor: Actor): Promise<Import> {
  const row = await db.prisma.import.findUnique({ where: { id } });
  if (!row || row.status === 'discarded') throw notFound();
  return presentImport(keys, row, actor);
}

/** The latest hundred. */
export async function readImports({ db }: Deps): Promise<ImportSummary[]> {
  const rows = await db.prisma.import.findMany({
    where: { status: { not: 'discarded' } },
    omit: { fileCipher: true, findings: true, columns: true, fingerprint: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
  });
  return rows.map(presentSummary);
}

/** A page of the rows, in the order of the sheet. Throws `notFound`. */
export async function readRows(
  { db, keys }: Deps,
  importId: string,
  { page, pageSize, state }: Query,
): Promise<ReplyOf<typeof listImportRows>> {
  const found = await db.prisma.import.findUnique({
    where: { id: importId },
    select: { status: true, findings: true },
  });
  if (!found || found.status === 'discarded') throw notFound();
  const noticed = () => openFindings(keys, importId, found.findings).notices.map(({ row }) => row);
  const where = { importId, ...chosenRows(state, noticed) };
  const [total, rows] = await Promise.all([
    db.prisma.importRow.count({ where }),
    db.prisma.importRow.findMany({
      where,
      orderBy: { row: 'asc' },
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
  ]);
  const items = rows.map((row) => {
    const { values, changes, edited } = openRow(keys, row);
    return { row: row.row, state: row.state, values: { ...values }, changes, edited };
  });
  return { items, total };
}

function chosenRows(state: Query['state'], noticed: () => number[]) {
  if (state === undefined) return {};
  return state === 'noticed' ? { row: { in: noticed() } } : { state };
}
