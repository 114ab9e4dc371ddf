import type { Tx } from '@xuanpai/database/transaction';
import { ApiError, notFound } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';
import { rememberColumns } from './column-memory.ts';
import { type LockedImport, lockImport } from './lock-import.ts';
import { fileOf } from './pieces.ts';
import { columnsOf } from './present.ts';
import { previewOf } from './preview.ts';
import { endRun, type RunIdentity } from './runs/run-store.ts';
import type { Steps } from './runs/steps.ts';
import type { Task } from './runs/task.ts';
import type { WorkDeps } from './runs/work-deps.ts';
import { storePreview } from './store.ts';
import { sweepImports } from './sweep.ts';

type Reading = NonNullable<Task['read']>;

/**
 * Reads the file of an import and keeps its preview, the first time or again; the registers stay as
 * they are. Throws `fileRefused` with the reason, `staleVersion`, `alreadyDone`.
 */
export async function readFile(
  deps: WorkDeps,
  { actor, read }: Task,
  run: RunIdentity,
  steps: Steps,
): Promise<void> {
  if (!read) throw new Error('nothing to read');
  await writeAs(
    deps,
    actor,
    async (tx) => {
      const row = await lockImport(tx, run.importId);
      const bytes = await fileOf(tx, deps.keys, row);
      if (row.status === 'committed') throw new ApiError('alreadyDone');
      if (!bytes) throw notFound();
      const again = row.status === 'previewed';
      const seen = { entity: 'import', id: row.id, version: row.version, current: null };
      await checkVersion(tx, seen, read.version);
      const preview = await previewOf(
        deps,
        {
          kind: again ? row.kind : read.kind,
          batchId: row.batchId,
          filename: row.filename,
          bytes,
          mapping: read.mapping && new Map(read.mapping),
          actor,
          edits: read.edits,
          choices: read.choices ?? [],
        },
        steps,
      );
      const { kind, batchId } = preview;
      const remembered = again ? stillRemembered(row, read) : preview.remembered;
      if (again) await forgetRows(tx, row, read, actor.userId);
      else await sweepImports(tx);
      const kept = await storePreview(tx, deps.keys, row.id, { ...preview, remembered });
      const version = again ? { increment: 1 } : row.version;
      await tx.import.update({
        where: { id: row.id },
        data: { kind, batchId, version, ...kept },
        select: { id: true },
      });
      if (!again) {
        record(tx, {
          action: 'import.preview',
          entity: 'import',
          entityId: row.id,
          params: { kind, filename: row.filename, counts: kept.counts },
        });
      }
      await endRun(tx, run);
    },
    { limit: 'import' },
  );
}

async function forgetRows(tx: Tx, row: LockedImport, read: Reading, userId: string | null) {
  const headings = new Map(columnsOf(row).map(({ index, heading }) => [index, heading]));
  const chosen = read.changed.map(({ index, field }) => ({
    heading: headings.get(index) ?? '',
    field,
  }));
  await rememberColumns(tx, userId, row.kind, chosen);
  await tx.importRow.deleteMany({ where: { importId: row.id } });
}

/** What somebody decides here isn't of an earlier time any more. */
function stillRemembered(row: LockedImport, { changed }: Reading): Set<number> {
  const kept = columnsOf(row).filter(
    ({ index, field, remembered }) =>
      remembered &&
      !changed.some((one) => one.index === index || (field !== null && one.field === field)),
  );
  return new Set(kept.map(({ index }) => index));
}
