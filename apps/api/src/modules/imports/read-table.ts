import { join } from 'node:path';
import { type ImportKind, importKinds as kinds } from '@xuanpai/contracts/imports';
import type { Deps } from '../../lib/deps.ts';
import type { Workbook } from '../../lib/sheet/cells.ts';
import { readWorkbook } from '../../lib/sheet/read-sheet.ts';
import { type FoundTable, findTable } from './find-table.ts';
import { importKinds } from './import-kinds.ts';
import { fileRefused, otherKind, refusalOf } from './refusals.ts';

export interface ReadTable {
  kind: ImportKind;
  /** Another kind that fits the headings better than the one asked for. */
  rather: ImportKind | null;
  table: FoundTable;
  dateSystem: Workbook['dateSystem'];
}

/** Reads a file in a thread of its own. `kind` null: what its headings say. Throws `fileRefused`. */
export async function readTable(
  { settings }: Pick<Deps, 'settings'>,
  { bytes, filename, kind }: { bytes: Uint8Array; filename: string; kind: ImportKind | null },
): Promise<ReadTable> {
  const workerFile = join(settings.workers, 'sheet-worker.js');
  const workbook = await readWorkbook(bytes, filename, { workerFile }).catch((error: unknown) => {
    throw refusalOf(error);
  });
  const best = bestKind(workbook);
  const chosen = kind ?? best;
  const table = chosen && findTable(workbook, importKinds[chosen].columns);
  if (kind && !table && best) throw otherKind(kind, best);
  if (!chosen || !table) throw fileRefused('noHeadings');
  const rather = best !== chosen && missesKey(chosen, table) ? best : null;
  return { kind: chosen, rather, table, dateSystem: workbook.dateSystem };
}

/** The kind whose fields the headings name most; one without its key column comes last. */
function bestKind(workbook: Workbook): ImportKind | null {
  const scored = kinds.flatMap((kind) => {
    const table = findTable(workbook, importKinds[kind].columns);
    if (!table) return [];
    const named = table.fields.filter((field) => field !== null).length;
    return [{ kind, score: missesKey(kind, table) ? named - 100 : named }];
  });
  return scored.sort((left, right) => right.score - left.score)[0]?.kind ?? null;
}

function missesKey(kind: ImportKind, { fields }: FoundTable): boolean {
  return importKinds[kind].columns.some(
    ({ field, required }) => required && !fields.includes(field),
  );
}
