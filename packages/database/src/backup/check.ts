import { readArchive } from './archive.ts';
import type { BackedUp } from './backup.ts';
import { Sum } from './copy.ts';
import { FileSums } from './files.ts';
import {
  type Header,
  type Manifest,
  manifestName,
  parse,
  readHeader,
  tableOf,
} from './manifest.ts';
import { problems } from './problems.ts';

/** The header of a backup, without reading the rest. */
export async function headerIn(file: string, passphrase: string): Promise<Header> {
  for await (const part of readArchive(file, passphrase)) return readHeader(file, part);
  throw problems.damaged(file, 'empty');
}

/**
 * Reads all of a backup and compares every table with what the backup says of it. Throws StartProblem
 * when anything is missing or differs.
 */
export async function checkBackup(
  file: string,
  passphrase: string,
): Promise<BackedUp & { header: Header }> {
  let header: Header | undefined;
  let manifest: Manifest | undefined;
  const sums = new Map<string, Sum>();
  const fileSums = new FileSums();
  for await (const part of readArchive(file, passphrase)) {
    if (fileSums.add(part)) continue;
    const table = tableOf(part.name);
    if (!header) {
      header = readHeader(file, part);
      for (const { name } of header.tables) sums.set(name, new Sum());
    } else if (table !== null) sums.get(table)?.add(part.bytes);
    else if (part.name === manifestName) manifest = parse(part);
  }
  if (!header || !manifest) throw problems.damaged(file, manifestName);
  for (const expected of manifest.tables) {
    const found = sums.get(expected.name)?.of(expected.name);
    if (found?.sha256 !== expected.sha256 || found.rows !== expected.rows) {
      throw problems.damaged(file, expected.name);
    }
  }
  fileSums.compare(file, manifest.files);
  const { tables, files = [], missingFiles = [] } = manifest;
  return { header, tables, files, missingFiles };
}
