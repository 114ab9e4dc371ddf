import type { Text } from '@xuanpai/contracts/text';
import type { ImportRowState } from '@xuanpai/database/generated/enums';
import type { RowProblem } from '@xuanpai/domain/imports/row-problem';
import type { Keyring } from '../../lib/keyring.ts';
import type { CellEdit, FieldChange, Values } from './import-kind.ts';

/** A row as it waits for the commit; sealed, since it holds ID numbers. */
export interface StagedRow {
  record: unknown;
  values: Values;
  changes: FieldChange[];
  edited: string[];
}

/** A problem with the row that it stands at, the name in that row, and the column. */
export type LocatedProblem = RowProblem & { row: number; name: string; column: string };

/** What the preview found, and the first values of each column. */
export interface Findings {
  problems: LocatedProblem[];
  notices: LocatedProblem[];
  samples: string[][];
  /** Cells corrected here, to be read over the file's. */
  edits: CellEdit[];
  message: Text | null;
}

const rowPlace = (importId: string, row: number) => ({
  table: 'import_row',
  column: 'data',
  id: `${importId}.${row}`,
});
const filePlace = (id: string) => ({ table: 'import', column: 'file_cipher', id });
const findingsPlace = (id: string) => ({ table: 'import', column: 'findings', id });

export function sealRow(
  keys: Keyring,
  importId: string,
  { row, state, ...staged }: StagedRow & { row: number; state: ImportRowState },
) {
  const { record, values, changes, edited } = staged;
  const text = JSON.stringify({ record, values, changes, edited } satisfies StagedRow);
  const data = keys.seal(text, rowPlace(importId, row));
  return { importId, row, state, data };
}

export function openRow(
  keys: Keyring,
  { importId, row, data }: { importId: string; row: number; data: string },
): StagedRow {
  return JSON.parse(keys.open(data, rowPlace(importId, row))) as StagedRow;
}

export function sealFile(keys: Keyring, id: string, bytes: Uint8Array) {
  return Uint8Array.from(keys.sealBytes(bytes, filePlace(id)));
}

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
