import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Import, listImportRows } from '@xuanpai/contracts/imports';
import type { Language } from '@xuanpai/contracts/text';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { ownImports } from './own-kinds.ts';
import { presentImport, presentProblem, presentSummary, type ReadImport } from './present.ts';
import { type LocatedProblem, openRow } from './staging.ts';

type Query = QueryOf<typeof listImportRows>;

/**
 * One import. The run is read first: one that ends meanwhile is
 * still under way, and never over without what came of it. Throws `notFound`.
 */
export async function readImport({ db, keys }: Deps, id: string, actor: Actor): Promise<Import> {
  const run = await db.prisma.importRun.findUnique({
    where: { importId: id },
    omit: { task: true },
  });
  const row = await db.prisma.import.findUnique({
    where: { id },
    omit: { fileCipher: true, fingerprint: true },
  });
  if (!row || row.status === 'discarded') throw notFound();
  return presentImport(keys, { ...row, run, ahead: await aheadOf(db, run) }, actor);
}

/** How many runs come before one that nobody has taken yet. */
async function aheadOf({ prisma }: Deps['db'], run: ReadImport['run']): Promise<number> {
  if (!run || run.workerId !== null) return 0;
  return prisma.importRun.count({ where: { queuedAt: { lt: run.queuedAt } } });
}

/** The latest hundred that the caller may see. */
export async function readImports({ db, keys }: Deps, actor: Actor) {
  const runs = await db.prisma.importRun.findMany({ omit: { task: true } });
  const rows = await db.prisma.import.findMany({
    where: { status: { not: 'discarded' }, ...ownImports(actor) },
    omit: { fileCipher: true, findings: true, columns: true, fingerprint: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
  });
  return rows.map((row) => {
    const run = runs.find(({ importId }) => importId === row.id) ?? null;
    return presentSummary(keys, { ...row, run, ahead: 0 }, actor.language);
  });
}

/** A page of the rows, in the order of the sheet. Throws `notFound`. */
export async function readRows(
  { db, keys }: Deps,
  importId: string,
  { page, pageSize, state }: Query,
  language: Language,
): Promise<ReplyOf<typeof listImportRows>> {
  const found = await db.prisma.import.findUnique({
    where: { id: importId },
    select: { status: true },
  });
  if (!found || found.status === 'discarded') throw notFound();
  const where = { importId, ...chosenRows(state) };
  const [total, rows] = await Promise.all([
    db.prisma.importRow.count({ where }),
    db.prisma.importRow.findMany({
      where,
      orderBy: { row: 'asc' },
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
  ]);
  const worded = (problems: LocatedProblem[]) =>
    problems.map((problem) => presentProblem(problem, language));
  const items = rows.map((row) => {
    const { values, changes, edited, problems, notices } = openRow(keys, row);
    return {
      row: row.row,
      state: row.state,
      values: { ...values },
      changes,
      edited,
      problems: worded(problems),
      notices: worded(notices),
    };
  });
  return { items, total };
}

function chosenRows(state: Query['state']) {
  if (state === undefined) return {};
  return state === 'noticed' ? { noticed: true } : { state };
}
