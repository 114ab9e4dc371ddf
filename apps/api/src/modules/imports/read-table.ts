import { join } from 'node:path';
import { type ImportKind, importKinds as kinds } from '@xuanpai/contracts/imports';
import type { PackedWorkbook } from '../../lib/sheet/packed-workbook.ts';
import { readPacked } from '../../lib/sheet/read-sheet.ts';
import { type FoundHeading, type FoundTable, findHeading, tableUnder } from './find-table.ts';
import { importKinds } from './import-kinds.ts';
import { fileRefused, otherKind, refusalOf } from './refusals.ts';
import type { WorkDeps } from './runs/work-deps.ts';

export interface ReadTable {
  kind: ImportKind;
  /** Another kind that fits the headings better than the one asked for. */
  rather: ImportKind | null;
  table: FoundTable;
  dateSystem: PackedWorkbook['dateSystem'];
}

/** Reads a file in a thread of its own. `kind` null: what its headings say. Throws `fileRefused`. */
export async function readTable(
  { settings }: Pick<WorkDeps, 'settings'>,
  { bytes, filename, kind }: { bytes: Uint8Array; filename: string; kind: ImportKind | null },
): Promise<ReadTable> {
  const workerFile = join(settings.workers, 'sheet-worker.js');
  const workbook = await readPacked(bytes, filename, { workerFile }).catch((error: unknown) => {
    throw refusalOf(error);
  });
  const best = bestKind(workbook);
  const chosen = kind ?? best;
  const found = chosen && findHeading(workbook, importKinds[chosen].columns);
  if (kind && !found && best) throw otherKind(kind, best);
  if (!chosen || !found) throw fileRefused('noHeadings');
  const rather = best !== chosen && missesKey(chosen, found) ? best : null;
  return { kind: chosen, rather, table: tableUnder(found), dateSystem: workbook.dateSystem };
}

/** The kind whose fields the headings name most; one without its key column comes last. */
function bestKind(workbook: PackedWorkbook): ImportKind | null {
  const scored = kinds.flatMap((kind) => {
    const found = findHeading(workbook, importKinds[kind].columns);
    if (!found) return [];
    const named = found.heading.fields.filter((field) => field !== null).length;
    return [{ kind, score: missesKey(kind, found) ? named - 100 : named }];
  });
  return scored.sort((left, right) => right.score - left.score)[0]?.kind ?? null;
}

function missesKey(kind: ImportKind, { heading: { fields } }: FoundHeading): boolean {
  return importKinds[kind].columns.some(
    ({ field, required }) => required && !fields.includes(field),
  );
}
