import { join } from 'node:path';
import { type ImportKind, importKinds as kinds } from '@xuanpai/contracts/imports';
import type { Actor } from '../../lib/actor.ts';
import type { PackedWorkbook } from '../../lib/sheet/packed-workbook.ts';
import { readPacked } from '../../lib/sheet/read-sheet.ts';
import { type FoundTable, findHeading, tableUnder } from './find-table.ts';
import { importKinds } from './import-kinds.ts';
import { kindsOf } from './own-kinds.ts';
import { fileRefused, otherKind, othersKind, refusalOf } from './refusals.ts';
import type { WorkDeps } from './runs/work-deps.ts';

export interface ReadTable {
  kind: ImportKind;
  /** Another kind that fits the headings better than the one asked for. */
  rather: ImportKind | null;
  table: FoundTable;
  dateSystem: PackedWorkbook['dateSystem'];
}

/**
 * Reads a file in a thread of its own. `kind` null: what its headings say, of the kinds that the caller
 * may import. Throws `fileRefused`.
 */
export async function readTable(
  { settings }: Pick<WorkDeps, 'settings'>,
  {
    bytes,
    filename,
    kind,
    actor,
  }: { bytes: Uint8Array; filename: string; kind: ImportKind | null; actor: Actor },
): Promise<ReadTable> {
  const workerFile = join(settings.workers, 'sheet-worker.js');
  const workbook = await readPacked(bytes, filename, { workerFile, handsOver: true }).catch(
    (error: unknown) => {
      throw refusalOf(error);
    },
  );
  const best = bestKind(workbook);
  const chosen = kind ?? best;
  const found = chosen && candidateOf(workbook, chosen);
  if (kind && !found && best) throw otherKind(kind, best);
  if (!chosen || !found) throw fileRefused('noHeadings');
  if (!kindsOf(actor).includes(chosen)) throw othersKind(chosen);
  const rather = best !== chosen && found.missesKey ? best : null;
  return { kind: chosen, rather, table: found.table(), dateSystem: workbook.dateSystem };
}

/** What a workbook would be as a kind. */
interface Candidate {
  /** Fields that have a column. */
  named: number;
  /** The column that rows are matched by isn't there. */
  missesKey: boolean;
  table(): FoundTable;
}

function candidateOf(workbook: PackedWorkbook, kind: ImportKind): Candidate | null {
  const { find, columns } = importKinds[kind];
  const candidate = (fields: readonly (string | null)[], table: () => FoundTable) => ({
    named: fields.filter((field) => field !== null).length,
    missesKey: columns.some(({ field, required }) => required && !fields.includes(field)),
    table,
  });
  if (find) {
    const table = find(workbook);
    return table && candidate(table.fields, () => table);
  }
  const found = findHeading(workbook, columns);
  return found && candidate(found.heading.fields, () => tableUnder(found));
}

/** The kind whose fields the headings name most; one without its key column comes last. */
function bestKind(workbook: PackedWorkbook): ImportKind | null {
  const scored = kinds.flatMap((kind) => {
    const found = candidateOf(workbook, kind);
    if (!found) return [];
    return [{ kind, score: found.missesKey ? found.named - 100 : found.named }];
  });
  return scored.sort((left, right) => right.score - left.score)[0]?.kind ?? null;
}
