import { createHash } from 'node:crypto';
import type { Import } from '@xuanpai/contracts/imports';
import type { Import as ImportRecord } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, notFound } from '../../lib/api-error.ts';
import { type AuditChange, record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { alreadyIssued, holdPlans } from '../../lib/records/batch.ts';
import { countWrites, type Register } from '../../lib/records/counters.ts';
import { writeAs } from '../../lib/write.ts';
import { type Fingerprint, lockUnchanged } from './fingerprint.ts';
import { importContext } from './import-context.ts';
import type { RowToWrite } from './import-kind.ts';
import { importKinds } from './import-kinds.ts';
import { columnsOf, countsOf, presentImport } from './present.ts';
import { type LocatedProblem, openFile, openFindings, openRow } from './staging.ts';

type CommitDeps = Pick<Deps, 'db' | 'keys' | 'log' | 'today'>;

/**
 * Writes all rows of an import or none. Throws `importHasProblems` with the problems, `importStale`
 * when the registers aren't what they were at the preview, and `alreadyDone`, also where the batch is
 * issued and the rows would change its nominees or villages.
 */
export async function commitImport(deps: CommitDeps, actor: Actor, id: string): Promise<Import> {
  const committed = await writeAs(deps, actor, (tx) => commitWithin(tx, deps, id), {
    limit: 'import',
  });
  return presentImport(deps.keys, committed, actor);
}

async function commitWithin(tx: Tx, deps: CommitDeps, id: string): Promise<ImportRecord> {
  const row = await lockImport(tx, id);
  if (row.status === 'committed') throw new ApiError('alreadyDone');
  if (row.status !== 'previewed') throw notFound();
  const { problems, edits } = openFindings(deps.keys, id, row.findings);
  refuseProblems(problems);
  const issued = row.batchId ? await holdPlans(tx, row.batchId) : null;
  await lockUnchanged(tx, row.fingerprint as unknown as Fingerprint);
  const changes = await applyRows(tx, deps, row);
  if (issued !== null && changes.some(isOfIssue)) throw alreadyIssued(issued);
  if (changes.length > 0) await countWrites(tx, ...registersOf(changes));
  record(tx, {
    action: 'import.commit',
    entity: 'import',
    entityId: id,
    params: {
      kind: row.kind,
      filename: row.filename,
      counts: { ...countsOf(row) },
      sha256: digestOf(deps, row),
      correctedCells: edits.length,
    },
    changes,
  });
  return tx.import.update({
    where: { id },
    data: { status: 'committed', committedAt: new Date(), version: { increment: 1 } },
  });
}

/** Nominees, and what the batch says of its villages; one that is new was not there to be dispatched to. */
function isOfIssue({ entity, before }: AuditChange): boolean {
  return entity === 'nomination' || (entity === 'batchVillage' && before !== null);
}

/** Of two who commit at once the second waits here, and then finds it done. */
export async function lockImport(tx: Tx, id: string): Promise<ImportRecord> {
  await tx.$queryRaw`SELECT 1 FROM import WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.import.findUnique({ where: { id } });
  if (!row) throw notFound();
  return row;
}

function refuseProblems(problems: readonly LocatedProblem[]): void {
  if (problems.length === 0) return;
  throw new ApiError('importHasProblems', {
    faults: problems.map(({ row: at, column, code, message, basis, remedy }) => ({
      path: `rows.${at}.${column}`,
      code,
      message,
      basis,
      remedy,
    })),
  });
}

async function applyRows(tx: Tx, deps: CommitDeps, row: ImportRecord): Promise<AuditChange[]> {
  const context = await importContext(deps, tx, row.batchId);
  const staged = await tx.importRow.findMany({
    where: { importId: row.id, state: { in: ['new', 'changed'] } },
    orderBy: { row: 'asc' },
  });
  const rows = staged.map((one) => ({
    ...openRow(deps.keys, one),
    row: one.row,
    state: one.state,
  }));
  const headings = new Map(
    columnsOf(row).flatMap(({ field, heading }) => (field ? [[field, heading] as const] : [])),
  );
  return importKinds[row.kind].apply(
    tx,
    { ...context, dateSystem: 1900, headings },
    rows as RowToWrite<unknown>[],
  );
}

const registers: Record<string, Register> = {
  region: 'regions',
  village: 'villages',
  unit: 'units',
  cadre: 'cadres',
  nomination: 'nominations',
  batchVillage: 'batchVillages',
};

function registersOf(changes: readonly AuditChange[]): Register[] {
  return [...new Set(changes.flatMap(({ entity }) => registers[entity] ?? []))];
}

/** Of the file as it was uploaded: what was imported can be proved later. */
function digestOf({ keys }: CommitDeps, { id, fileCipher }: ImportRecord): string | null {
  if (!fileCipher) return null;
  return createHash('sha256')
    .update(openFile(keys, id, fileCipher))
    .digest('hex');
}
