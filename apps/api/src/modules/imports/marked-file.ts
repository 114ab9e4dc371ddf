import { join } from 'node:path';
import type { Import as ImportRecord } from '@xuanpai/database/generated/client';
import type { Actor } from '../../lib/actor.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { markedWorkbook } from '../../lib/sheet/marked/marked-workbook.ts';
import { SheetRefused } from '../../lib/sheet/sheet-refused.ts';
import { writeAs } from '../../lib/write.ts';
import { markOrder } from './mark-order.ts';
import { fileOf } from './pieces.ts';
import type { ListedFindings } from './staged-rows.ts';

type Marked = Pick<
  ImportRecord,
  'id' | 'kind' | 'filename' | 'fileSize' | 'sheet' | 'columns' | 'createdById'
>;

/**
 * What somebody uploaded, with what was found marked in it. It holds ID numbers as they were in the
 * upload, so only the person who brought it gets it, and the log says so. Null: somebody else asks, the
 * file was swept, or it can't be copied; the list alone serves then.
 */
export async function markedFile(
  deps: Deps,
  actor: Actor,
  row: Marked,
  findings: ListedFindings,
): Promise<Uint8Array | null> {
  if (actor.userId === null || actor.userId !== row.createdById) return null;
  const bytes = await fileOf(deps.db.prisma, deps.keys, row);
  if (!bytes) return null;
  const order = markOrder(row, findings, actor.language);
  const worker = join(deps.settings.workers, 'mark-worker.js');
  const marked = await markedWorkbook(bytes, row.filename, order, worker).catch(unmarked(deps));
  if (marked) await note(deps, actor, row, findings);
  return marked;
}

function unmarked({ log }: Deps) {
  return (error: unknown): null => {
    if (!(error instanceof SheetRefused)) throw error;
    log.warn({ code: error.code }, 'a workbook was not marked');
    return null;
  };
}

async function note(
  deps: Deps,
  actor: Actor,
  row: Marked,
  { problems }: ListedFindings,
): Promise<void> {
  const { id, kind, filename } = row;
  await writeAs(deps, actor, async (tx) =>
    record(tx, {
      action: 'import.markedFile',
      entity: 'import',
      entityId: id,
      params: { kind, filename, problems: problems.length },
    }),
  );
}
