import { createHash, type Hash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import type { AddPart, Part } from './archive.ts';
import { digestOf, type FileSum, filePartName } from './manifest.ts';
import { problems } from './problems.ts';

/** Held, shared, while files get their rows or are put into a backup; a sweep of files takes it alone. */
export const filesLock = 72_707_380;

/** Where the files of the rows lie, in the folder of a seed's data. */
export function filesDir(dataDir: string): string {
  return join(dataDir, 'files');
}

/** A file by its SHA-256. */
export function placeOfFile(folder: string, digest: string): string {
  return join(folder, digest.slice(0, 2), digest);
}

/** Bytes of a part: no file is held as a whole. */
const partSize = 1 << 20;

export interface FilesAdded {
  files: FileSum[];
  /** Named by a row, and not on the disk. */
  missing: string[];
}

/** Adds the files that rows name to a backup, a part at a time. */
export async function addFiles(
  client: pg.ClientBase,
  folder: string,
  add: AddPart,
): Promise<FilesAdded> {
  const added: FilesAdded = { files: [], missing: [] };
  for (const digest of await namedFiles(client)) {
    const bytes = await addFile(placeOfFile(folder, digest), digest, add);
    if (bytes === null) added.missing.push(digest);
    else added.files.push({ digest, bytes });
  }
  return added;
}

/** A database of a version before there were files names none. */
async function namedFiles(client: pg.ClientBase): Promise<string[]> {
  const { rows: found } = await client.query(`SELECT to_regclass('public.attachment') AS "table"`);
  if (found[0]?.table === null) return [];
  const { rows } = await client.query<{ digest: string }>(
    'SELECT DISTINCT digest FROM attachment ORDER BY digest',
  );
  return rows.map(({ digest }) => digest);
}

async function addFile(path: string, digest: string, add: AddPart): Promise<number | null> {
  if (!(await stat(path).catch(() => null))) return null;
  let number = 0;
  let size = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: partSize })) {
    const bytes = chunk as Buffer;
    number += 1;
    size += bytes.length;
    await add({ name: filePartName(digest, number), bytes });
  }
  return size;
}

/**
 * Puts the files of a backup into their folder as they pass by, and gives everything else on. A file is
 * named when it is whole and its content is what its name says. Throws StartProblem.
 */
export async function* takeFiles(
  file: string,
  parts: AsyncIterable<Part>,
  folder: string,
): AsyncGenerator<Part> {
  let writing: Writing | null = null;
  try {
    for await (const part of parts) {
      const digest = digestOf(part.name);
      if (writing && writing.digest !== digest) {
        await finish(file, writing, folder);
        writing = null;
      }
      if (digest === null) yield part;
      else {
        writing ??= await begin(digest, folder);
        writing.hash.update(part.bytes);
        await writing.handle.write(part.bytes);
      }
    }
  } finally {
    if (writing) await forget(writing);
  }
}

interface Writing {
  digest: string;
  path: string;
  handle: FileHandle;
  hash: Hash;
}

async function begin(digest: string, folder: string): Promise<Writing> {
  const path = join(folder, 'incoming', randomUUID());
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  return { digest, path, handle: await open(path, 'wx', 0o600), hash: createHash('sha256') };
}

async function finish(file: string, writing: Writing, folder: string): Promise<void> {
  const { digest, path, handle, hash } = writing;
  if (hash.digest('hex') !== digest) {
    await forget(writing);
    throw problems.damaged(file, digest);
  }
  await handle.sync();
  await handle.close();
  const place = placeOfFile(folder, digest);
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  await rename(path, place);
}

async function forget({ handle, path }: Writing): Promise<void> {
  await handle.close().catch(() => {});
  await rm(path, { force: true });
}

/** Digests the files of a backup as they pass by. */
export class FileSums {
  readonly #found = new Map<string, Hash>();

  /** Gives whether the part was one of a file. */
  add({ name, bytes }: Part): boolean {
    const digest = digestOf(name);
    if (digest === null) return false;
    const hash = this.#found.get(digest) ?? createHash('sha256');
    this.#found.set(digest, hash.update(bytes));
    return true;
  }

  /** Throws StartProblem when a file is missing or isn't what its name says. */
  compare(file: string, expected: readonly FileSum[] = []): void {
    for (const { digest } of expected) {
      if (this.#found.get(digest)?.digest('hex') !== digest) throw problems.damaged(file, digest);
    }
  }
}
