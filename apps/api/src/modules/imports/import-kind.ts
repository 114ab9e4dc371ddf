import type { ImportBook } from '@xuanpai/contracts/import-books';
import type { ImportKind } from '@xuanpai/contracts/imports';
import type { Text } from '@xuanpai/contracts/text';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { ImportCell, ImportColumn } from '@xuanpai/domain/imports/import-column';
import type { RowProblem } from '@xuanpai/domain/imports/row-problem';
import type { DateSystem } from '@xuanpai/domain/office/office-date';
import type { Policy } from '@xuanpai/domain/policy/policy';
import type { Actor } from '../../lib/actor.ts';
import type { AuditChange } from '../../lib/audit.ts';
import type { Keyring } from '../../lib/keyring.ts';
import type { Register } from '../../lib/records/counters.ts';
import type { PackedWorkbook } from '../../lib/sheet/packed-workbook.ts';
import type { BookSheet, FoundTable } from './find-table.ts';

/** A cell that somebody corrected in the preview. */
export interface CellEdit {
  row: number;
  field: string;
  text: string;
}

/** Whose a sheet of the book is and of which month, where somebody chose it. */
export interface SheetChoice {
  index: number;
  townshipId: string | null;
  month: string | null;
  use: boolean;
}

/** A row of the sheet below its headings: its number in the workbook, its cells by field. */
export interface TableRow {
  row: number;
  cells: ReadonlyMap<string, ImportCell>;
}

export interface ImportContext {
  client: PrismaClient | Tx;
  keys: Keyring;
  batch: { id: string; name: string; date: PlainDate } | null;
  policy: Policy;
  today: PlainDate;
  /** Who imports. */
  actor: Actor;
  dateSystem: DateSystem;
  /** The heading of each field, as written. */
  headings: ReadonlyMap<string, string>;
}

/** What the preview knows of the file, beside its rows. */
export interface OpenedFile {
  filename: string;
  /** The sheets that the rows are of; empty where only one is read. */
  sheets: readonly BookSheet[];
  choices: readonly SheetChoice[];
}

/** Field by field, as an office would write it. */
export type Values = Readonly<Record<string, string>>;

export interface FieldChange {
  field: string;
  was: string;
  is: string;
}

/** A row of the registers that the import leans on: changed meanwhile, the preview is void. */
export interface Touched {
  entity: 'region' | 'village' | 'unit' | 'cadre' | 'nomination';
  id: string;
  version: number;
}

/** What a row would do. `record` is what `apply` takes; null where the row is wrong. */
export interface ExaminedRow<Record> {
  row: number;
  state: 'new' | 'changed' | 'unchanged' | 'wrong';
  record: Record | null;
  values: Values;
  changes: FieldChange[];
  problems: RowProblem[];
  notices: RowProblem[];
  touched: Touched[];
}

export interface Examined<Record> {
  rows: ExaminedRow<Record>[];
  /** About the sheet: its headings, or a batch that is missing. */
  problems: RowProblem[];
  notices: RowProblem[];
  /** What explains most of the problems, where one thing does. */
  message?: Text;
  book?: ImportBook;
}

/** The rows of a table, made as they are asked for: 100,000 of them never stand in memory at once. */
export interface TableRows extends Iterable<TableRow> {
  readonly count: number;
  slice(from: number, to: number): TableRow[];
}

/** What judges the rows of a file a few at a time, after a first look over all of them. */
export interface Examiner<Record> extends Omit<Examined<Record>, 'rows'> {
  examine(rows: TableRow[]): Promise<ExaminedRow<Record>[]>;
  /** Attendance: the sheets and signs of the book. */
  book?: ImportBook;
}

/** A row to be written; `version` is what it was at the preview, null for a new one. */
export type RowToWrite<Record> = Pick<ExaminedRow<Record>, 'row' | 'values' | 'changes'> & {
  state: 'new' | 'changed';
  record: Record;
};

/** What the importer must know of a register: its columns, how rows are checked, how they are written. */
export interface ImportKindOf<Record> {
  kind: ImportKind;
  columns: readonly ImportColumn[];
  /** The registers that the preview reads. */
  registers: readonly Register[];
  /** Rows of one file lean on each other: they are written together, however many they are. */
  together?: true;
  /** How the table of a workbook is found, where that isn't by the names of its columns alone. */
  find?(workbook: PackedWorkbook): FoundTable | null;
  open(context: ImportContext, rows: TableRows, file: OpenedFile): Promise<Examiner<Record>>;
  /** Writes the rows that it is given and gives what the audit keeps, personal data masked. */
  apply(tx: Tx, context: ImportContext, rows: RowToWrite<Record>[]): Promise<AuditChange[]>;
}
