import type { Import } from '@xuanpai/contracts/imports';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { rows, sql } from '../../lib/sql.ts';
import { checkBatch } from './import-context.ts';
import { kindsOf } from './own-kinds.ts';
import { readImport } from './read.ts';
import { checkQueue } from './runs/queue-run.ts';
import type { ImportRunner } from './runs/runner.ts';
import { sealTask } from './runs/task.ts';
import { emptyCounts } from './store.ts';
import type { Upload } from './upload.ts';

/**
 * Keeps an upload and has it read; the registers stay as they are. `awaited`: comes back with the
 * preview, and throws what the reading throws; else at once, with the import under way.
 */
export async function createImport(
  deps: Deps,
  runner: ImportRunner,
  actor: Actor,
  upload: Upload,
  awaited: boolean,
): Promise<Import> {
  const { id } = upload.file;
  await checkQueue(deps.db);
  await checkBatch(deps.db.prisma, upload.batchId);
  await keepUpload(deps, actor, upload, awaited);
  runner.wake();
  if (awaited) {
    await runner.ended(id).catch(async (error: unknown) => {
      await deps.db.prisma.import.deleteMany({ where: { id, status: 'failed' } });
      throw error;
    });
  }
  return readImport(deps, id, actor);
}

/** Import, file and run in one statement: none is there without the others. */
async function keepUpload(
  { db, keys }: Deps,
  actor: Actor,
  { kind, batchId, filename, file: { id, size } }: Upload,
  awaited: boolean,
): Promise<void> {
  const task = sealTask(keys, id, {
    actor,
    awaited,
    read: { kind, mapping: null, changed: [], edits: [], version: 1 },
  });
  await rows(
    db.pool,
    sql`WITH kept AS (
      INSERT INTO import (id, kind, batch_id, status, filename, file_size, sheet,
        heading_row, columns, counts, fingerprint, created_by_id, created_by_name)
      VALUES (${id}::uuid, ${kind ?? kindsOf(actor).at(-1) ?? 'cadres'}::import_kind, ${batchId}::uuid, 'reading',
        ${filename}, ${size}, '', 0, '[]', ${JSON.stringify(emptyCounts())}::jsonb,
        '{}', ${actor.userId}::uuid, ${actor.name}) RETURNING id),
      owned AS (UPDATE import_piece SET import_id = file_id WHERE file_id = ${id}::uuid)
    INSERT INTO import_run (import_id, work, task) SELECT id, 'read', ${task} FROM kept`,
  );
}
