import type { ImportBook } from '@xuanpai/contracts/import-books';
import type { Text } from '@xuanpai/contracts/text';
import type { ImportRowState } from '@xuanpai/database/generated/enums';
import type { RowProblem } from '@xuanpai/domain/imports/row-problem';
import type { Keyring } from '../../lib/keyring.ts';
import type { BookSheet } from './find-table.ts';
import type { CellEdit, FieldChange, SheetChoice, Values } from './import-kind.ts';

/** A row as it waits for the commit; sealed, since it holds ID numbers. */
export interface StagedRow {
  record: unknown;
  values: Values;
  changes: FieldChange[];
  edited: string[];
  problems: LocatedProblem[];
  notices: LocatedProblem[];
}

/** A problem with the row that it stands at, the name in that row, and the column. */
export type LocatedProblem = RowProblem & { row: number; name: string; column: string };

/** Problems, and notices, that an import itself keeps and shows; all of them stand with their rows. */
export const mostFindings = 1_000;

/** Adds what was found, up to `most`. */
export function keepFirst<Found>(kept: Found[], found: readonly Found[], most: number): void {
  if (kept.length < most) kept.push(...found.slice(0, most - kept.length));
}

/** A sheet of a book, and which of its columns each column of the table is. */
export type SheetLayout = Pick<BookSheet, 'name' | 'columns'>;

/** What the preview found, and the first values of each column. */
export interface Findings {
  /** Those of the sheet, then those of the first rows, up to `mostFindings`. */
  problems: LocatedProblem[];
  notices: LocatedProblem[];
  samples: string[][];
  /** Cells corrected here, to be read over the file's. */
  edits: CellEdit[];
  message: Text | null;
  /** Attendance: the book as it was read, and what was chosen of its sheets here. */
  book?: ImportBook | null;
  layout?: SheetLayout[];
  choices?: SheetChoice[];
}

const rowPlace = (importId: string, row: number) => ({
  table: 'import_row',
  column: 'data',
  id: `${importId}.${row}`,
});
const piecePlace = (fileId: string, piece: number) => ({
  table: 'import_piece',
  column: 'data',
  id: `${fileId}.${piece}`,
});
const filePlace = (id: string) => ({ table: 'import', column: 'file_cipher', id });
const findingsPlace = (id: string) => ({ table: 'import', column: 'findings', id });

type JudgedRow = StagedRow & { row: number; state: ImportRowState };

export function sealRow(keys: Keyring, importId: string, { row, state, ...staged }: JudgedRow) {
  const { record, values, changes, edited, problems, notices } = staged;
  const text = JSON.stringify({
    record,
    values,
    changes,
    edited,
    problems,
    notices,
  } satisfies StagedRow);
  const noticed = notices.length > 0;
  return { row, state, noticed, data: keys.seal(text, rowPlace(importId, row)) };
}

export function openRow(
  keys: Keyring,
  { importId, row, data }: { importId: string; row: number; data: string },
): StagedRow {
  const opened = JSON.parse(keys.open(data, rowPlace(importId, row))) as Partial<StagedRow>;
  return { ...bareRow, ...opened };
}

const bareRow: StagedRow = {
  record: null,
  values: {},
  changes: [],
  edited: [],
  problems: [],
  notices: [],
};

export function sealPiece(
  keys: Keyring,
  fileId: string,
  piece: number,
  bytes: Uint8Array,
): Promise<Buffer> {
  return keys.sealBytes(bytes, piecePlace(fileId, piece));
}

export function openPiece(
  keys: Keyring,
  fileId: string,
  piece: number,
  sealed: Uint8Array,
): Buffer {
  return keys.openBytes(sealed, piecePlace(fileId, piece));
}

/** A file of before pieces. */
export function openFile(keys: Keyring, id: string, sealed: Uint8Array): Buffer {
  return keys.openBytes(sealed, filePlace(id));
}

export function sealFindings(keys: Keyring, id: string, findings: Findings): string {
  return keys.seal(JSON.stringify(findings), findingsPlace(id));
}

const none: Findings = { problems: [], notices: [], samples: [], edits: [], message: null };

export function openFindings(keys: Keyring, id: string, sealed: string | null): Findings {
  return sealed ? (JSON.parse(keys.open(sealed, findingsPlace(id))) as Findings) : none;
}
