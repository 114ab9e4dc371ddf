import { databaseProblem, sqlstates } from '@xuanpai/database/errors';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, notFound } from '../../lib/api-error.ts';
import { type AuditChange, record } from '../../lib/audit.ts';
import { alreadyIssued, holdPlans } from '../../lib/records/batch.ts';
import { countWrites, type Register } from '../../lib/records/counters.ts';
import { StagedChanges } from '../../lib/staged-changes.ts';
import { writeAs } from '../../lib/write.ts';
import { type Fingerprint, holdCounters, holdUnchanged } from './fingerprint.ts';
import { importContext } from './import-context.ts';
import type { AnyImportKind } from './import-kinds.ts';
import { importKinds } from './import-kinds.ts';
import { type LockedImport, lockImport } from './lock-import.ts';
import { columnsOf, countsOf } from './present.ts';
import { endRun, type RunIdentity } from './runs/run-store.ts';
import type { Steps } from './runs/steps.ts';
import type { WorkDeps } from './runs/work-deps.ts';
import { rowsToWrite } from './staged-rows.ts';
import { type LocatedProblem, openFindings } from './staging.ts';

/** One import writes at a time, in whichever process: of two that touch the same rows the second is stale. */
const writeLock = 72_707_371;

/**
 * Writes all rows of an import or none. Throws `importHasProblems` with the problems, `importStale`
 * when the registers aren't what they were at the preview, and `alreadyDone`, also where the batch is
 * issued and the rows would change its nominees or villages.
 */
export async function commitImport(
  deps: WorkDeps,
  actor: Actor,
  run: RunIdentity,
  steps: Steps,
): Promise<void> {
  try {
    await writeAs(deps, actor, (tx) => commitWithin(tx, deps, actor, run, steps), {
      limit: 'import',
    });
  } catch (error) {
    throw isClash(error) ? new ApiError('importStale') : error;
  }
}

async function commitWithin(
  tx: Tx,
  deps: WorkDeps,
  actor: Actor,
  run: RunIdentity,
  steps: Steps,
): Promise<void> {
  const row = await lockImport(tx, run.importId);
  if (row.status === 'committed') throw new ApiError('alreadyDone');
  if (row.status !== 'previewed') throw notFound();
  refuseProblems(deps, row);
  const total = countsOf(row).new + countsOf(row).changed;
  steps.at('waiting', 0, total);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${writeLock})`;
  const issued = row.batchId ? await holdPlans(tx, row.batchId) : null;
  const fingerprint = row.fingerprint as unknown as Fingerprint;
  await holdUnchanged(tx, fingerprint, row.batchId);
  const written = await applyRows(tx, deps, actor, row, (changes, done) => {
    if (issued !== null && changes.some(isOfIssue)) throw alreadyIssued(issued);
    steps.at('writing', done, total);
  });
  if (written.rows !== total) throw new ApiError('importStale');
  await holdCounters(tx, fingerprint, row.batchId);
  if (written.registers.length > 0) await countWrites(tx, ...written.registers);
  record(tx, {
    action: 'import.commit',
    entity: 'import',
    entityId: row.id,
    params: {
      kind: row.kind,
      filename: row.filename,
      counts: { ...countsOf(row) },
      sha256: fingerprint.sha256 ?? null,
      correctedCells: openFindings(deps.keys, row.id, row.findings).edits.length,
    },
    staged: written.changes,
  });
  await tx.import.update({
    where: { id: row.id },
    data: {
      status: 'committed',
      committedAt: new Date(),
      failure: null,
      version: { increment: 1 },
    },
    select: { id: true },
  });
  await endRun(tx, run);
}

/** Somebody wrote the same rows between the preview and now. */
function isClash(error: unknown): boolean {
  const state = databaseProblem(error)?.sqlstate;
  const clashes: (string | undefined)[] = [
    sqlstates.unique,
    sqlstates.foreignKey,
    sqlstates.deadlock,
    sqlstates.serialization,
  ];
  return state !== undefined && clashes.includes(state);
}

/** Nominees, and what the batch says of its villages; one that is new was not there to be dispatched to. */
function isOfIssue({ entity, before }: AuditChange): boolean {
  return entity === 'nomination' || (entity === 'batchVillage' && before !== null);
}

function refuseProblems({ keys }: WorkDeps, row: LockedImport): void {
  const { problems } = openFindings(keys, row.id, row.findings);
  if (problems.length === 0) return;
  const all = Math.max(problems.length, countsOf(row).problems);
  throw new ApiError('importHasProblems', {
    faults: problems.map(faultOf),
    ...(all > problems.length ? { detail: firstOf(problems.length, all) } : {}),
  });
}

function faultOf({ row, column, code, message, basis, remedy }: LocatedProblem) {
  return { path: `rows.${row}.${column}`, code, message, basis, remedy };
}

function firstOf(shown: number, all: number) {
  return {
    zh: `共有${all}处问题，这里列出前${shown}处；其余见问题清单。`,
    en: `There are ${all} problems; these are the first ${shown}. The list of problems has them all.`,
  };
}

/** Writes the rows, a chunk after the other; `onChunk` sees the changes of each, and may refuse them. */
async function applyRows(
  tx: Tx,
  deps: WorkDeps,
  actor: Actor,
  row: LockedImport,
  onChunk: (changes: readonly AuditChange[], done: number) => void,
) {
  const kind: AnyImportKind = importKinds[row.kind];
  const headings = new Map(
    columnsOf(row).flatMap(({ field, heading }) => (field ? [[field, heading] as const] : [])),
  );
  const about = { dateSystem: 1900 as const, headings };
  const context = { ...(await importContext(deps, tx, actor, row.batchId)), ...about };
  const changes = await StagedChanges.open(tx);
  const registers = new Set<Register>();
  let done = 0;
  const keep = async (written: Promise<AuditChange[]>, count: number) => {
    const made = await written;
    done += count;
    onChunk(made, done);
    for (const { entity } of made) {
      const register = registerOf[entity];
      if (register) registers.add(register);
    }
    await changes.add(made);
  };
  let keeping = Promise.resolve();
  for await (const rows of rowsToWrite(deps.db, deps.keys, row.id, kind.together ?? false)) {
    // One chunk is made ready while the database writes the one before.
    const written = kind.apply(tx, context, rows);
    written.catch(() => {});
    await keeping;
    keeping = keep(written, rows.length);
    keeping.catch(() => {});
  }
  await keeping;
  return { rows: done, changes, registers: [...registers] };
}

const registerOf: Record<string, Register | undefined> = {
  region: 'regions',
  village: 'villages',
  unit: 'units',
  cadre: 'cadres',
  nomination: 'nominations',
  batchVillage: 'batchVillages',
};
