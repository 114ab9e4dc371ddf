import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { extract as tarReader, pack as tarWriter } from 'tar-stream';
import { problems } from './problems.ts';

/** One file inside the archive; small enough to be held in memory. */
export interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

export type AddPart = (part: Part) => Promise<void>;

export interface Seal {
  readonly passphrase: string;
  /** log2 of scrypt's cost: 17 takes 2 s and 128 MB. Tests take less. */
  readonly workFactor?: number;
}

/** Node's own default counts chunks, and would hold 16,384 of them. */
const fewChunks = { strategy: new CountQueuingStrategy({ highWaterMark: 4 }) };

/**
 * Writes `file` as `tar | gzip | age`: parts in the order in which `fill` adds them, on disk when this
 * comes back. `age` authenticates every chunk with its number and marks the last, so that a file that
 * was cut off or changed can't be read as a whole one. Throws what `fill` or the disk throws.
 */
export async function writeArchive(
  file: string,
  { passphrase, workFactor = 17 }: Seal,
  fill: (add: AddPart) => Promise<void>,
): Promise<void> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(workFactor);
  encrypter.setPassphrase(passphrase);
  const tar = tarWriter();
  const gzip = createGzip({ level: 4 });
  const sealed = await encrypter.encrypt(Readable.toWeb(gzip, fewChunks) as ReadableStream);
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
  const flowing = Promise.all([pipeline(tar, gzip), pipeline(Readable.fromWeb(sealed), out)]);
  const mtime = new Date();
  // Made once, outside of `add`: a closure in there would hold every part to the end.
  const ended = flowing.then(() => {});
  ended.catch(() => {});
  const add: AddPart = ({ name, bytes }) => {
    const written = new Promise<void>((resolve, reject) => {
      const header = { name, size: bytes.length, mode: 0o600, mtime };
      tar.entry(header, (error) => (error ? reject(error) : resolve())).end(bytes);
    });
    // Whichever is first: a full disk stops the parts too.
    return Promise.race([written, ended]);
  };
  const filling = fill(add).then(
    () => tar.finalize(),
    (error: unknown) => {
      tar.destroy();
      throw error;
    },
  );
  // The fault of `fill` says more than the stream's that follows from it.
  await Promise.race([filling, flowing]);
  await flowing;
}

/**
 * Gives the parts of an archive in order; comes to its end only when all of the file was there and
 * sound. Throws StartProblem for a wrong passphrase, another kind of file, a cut or changed one.
 */
export async function* readArchive(file: string, passphrase: string): AsyncGenerator<Part> {
  const source = createReadStream(file);
  const opened = await open(source, file, passphrase);
  const tar = tarReader();
  const flowing = pipeline(Readable.fromWeb(opened), createGunzip(), tar);
  flowing.catch(() => {});
  try {
    for await (const entry of tar) {
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      yield { name: entry.header.name, bytes: Buffer.concat(chunks) };
    }
    await flowing;
  } catch (error) {
    throw problems.damaged(file, reasonOf(error), error);
  } finally {
    source.destroy();
  }
}

async function open(source: Readable, file: string, passphrase: string) {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(Readable.toWeb(source, fewChunks) as ReadableStream);
  } catch (error) {
    source.destroy();
    const reason = reasonOf(error);
    if (reason.includes('no identity matched')) throw problems.wrongPassphrase(file);
    if (source.errored || 'code' in (error as object)) throw problems.noFile(file, error);
    throw problems.notABackup(file, error);
  }
}

function reasonOf(error: unknown) {
  return error instanceof Error ? error.message : String(error);
}
