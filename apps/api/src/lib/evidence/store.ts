import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ApiError } from '../api-error.ts';

/** A file that arrived and isn't anybody's yet. */
export interface Received {
  path: string;
  /** Bytes. */
  size: number;
  digest: string;
}

const incoming = 'incoming';

/**
 * Files by their SHA-256 in a folder: `ab/abcd…`. Written beside, on disk when they get their name, and
 * never changed then. Several processes may share the folder.
 */
export function fileStore(folder: string) {
  const placeOf = (digest: string) => join(folder, digest.slice(0, 2), digest);

  /** Takes a stream to its end; of one that breaks off nothing is left. Throws `storageFull`. */
  async function receive(source: Readable): Promise<Received> {
    const path = join(folder, incoming, randomUUID());
    const digest = createHash('sha256');
    let size = 0;
    const counting = new Transform({
      transform(chunk: Buffer, _, done) {
        size += chunk.length;
        digest.update(chunk);
        done(null, chunk);
      },
    });
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const out = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
      await pipeline(source, counting, out);
      return { path, size, digest: digest.digest('hex') };
    } catch (error) {
      await rm(path, { force: true });
      throw storageProblem(error);
    }
  }

  return {
    folder,
    placeOf,
    receive,
    receiveBytes: (bytes: Uint8Array) => receive(Readable.from([Buffer.from(bytes)])),

    /** Gives it its name. The same content that is there already is written over by itself. */
    async keep({ path, digest }: Received): Promise<void> {
      const place = placeOf(digest);
      try {
        await mkdir(dirname(place), { recursive: true, mode: 0o700 });
        await rename(path, place);
        await syncFolder(dirname(place));
      } catch (error) {
        throw storageProblem(error);
      }
    },

    async forget({ path }: Received): Promise<void> {
      await rm(path, { force: true });
    },

    /** What came in and was never kept, for longer than a request can last. */
    async removeStale(olderThan: number): Promise<void> {
      const place = join(folder, incoming);
      for (const name of await namesIn(place)) await removeOlder(join(place, name), olderThan);
    },

    /** The digests that are there, a folder at a time. */
    async *digests(): AsyncGenerator<string[]> {
      for (const name of await namesIn(folder)) {
        if (/^[0-9a-f]{2}$/.test(name)) {
          yield (await namesIn(join(folder, name))).filter((file) => /^[0-9a-f]{64}$/.test(file));
        }
      }
    },

    /** Gives whether it was old enough to go. */
    remove: (digest: string, olderThan: number) => removeOlder(placeOf(digest), olderThan),
  };
}

export type FileStore = ReturnType<typeof fileStore>;

async function namesIn(place: string): Promise<string[]> {
  return readdir(place).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
}

/** `olderThan` in milliseconds since 1970. */
async function removeOlder(path: string, olderThan: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found || found.mtimeMs >= olderThan) return false;
  await rm(path, { force: true });
  return true;
}

/** The new name is on disk as well. Windows can't open folders, and needn't. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** A disk without room is said in words; everything else stays what it is. */
export function storageProblem(error: unknown): unknown {
  const full = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(error));
  return full ? storageFull() : error;
}

function storageFull(): ApiError {
  return new ApiError('storageFull', {
    detail: {
      zh: '服务器磁盘已满，文件没有保存。请联系系统管理员，已有内容没有丢失。',
      en: 'The server’s disk is full and the file was not kept. Tell the administrator; nothing else is lost.',
    },
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
