import type { Part } from './archive.ts';
import { problems } from './problems.ts';

/** The table's name and the columns in the order in which its rows are written. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A key that the data was sealed by; the key itself is in no backup. */
export interface NeededKey {
  readonly kind: 'data' | 'hmac';
  readonly id: string;
  /** A digest by which the right key is told from another of the same id; null: not known. */
  readonly check: string | null;
}

/** The first part of a backup: what is needed to read the rest. */
export interface Header {
  readonly format: 'xuanpai-backup-1';
  /** Of the application. */
  readonly version: string;
  readonly madeAt: string;
  readonly migrations: readonly { name: string; checksum: string }[];
  readonly tables: readonly Table[];
  readonly keys: readonly NeededKey[];
}

export interface TableSum {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  /** Of the rows in COPY's text form. */
  readonly sha256: string;
}

/** An attached file, named by its own digest. */
export interface FileSum {
  readonly digest: string;
  readonly bytes: number;
}

/** The last part: what was written, to be compared with what is read. */
export interface Manifest {
  readonly tables: readonly TableSum[];
  /** Not in backups of versions before there were files. */
  readonly files?: readonly FileSum[];
  /** Digests that rows name and the disk didn't have. */
  readonly missingFiles?: readonly string[];
}

export const headerName = 'header.json';
export const manifestName = 'manifest.json';

/** `data/<table>/<number>`: the parts of a table, put together, are what COPY gave. */
export function dataName(table: string, number: number) {
  return `data/${table}/${String(number).padStart(6, '0')}`;
}

/** The table of a part; null when it isn't one of rows. */
export function tableOf(name: string): string | null {
  return /^data\/(.+)\/\d+$/.exec(name)?.[1] ?? null;
}

/** `files/<digest>/<number>`: the parts of a file. */
export function filePartName(digest: string, number: number) {
  return `files/${digest}/${String(number).padStart(6, '0')}`;
}

/** The digest of the file that a part belongs to; null when it is of none. */
export function digestOf(name: string): string | null {
  return /^files\/([0-9a-f]{64})\/\d+$/.exec(name)?.[1] ?? null;
}

export function jsonPart(name: string, value: Header | Manifest): Part {
  return { name, bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`) };
}

export function readHeader(file: string, part: Part | undefined): Header {
  const header = part?.name === headerName ? parse<Header>(part) : null;
  if (header?.format !== 'xuanpai-backup-1') throw problems.notABackup(file, part?.name);
  return header;
}

export function parse<Value>({ bytes }: Part): Value {
  return JSON.parse(bytes.toString('utf8')) as Value;
}
