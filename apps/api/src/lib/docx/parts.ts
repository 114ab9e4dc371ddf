import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';

/** The parts of a .docx, or the files of an archive, by name. */
export type Parts = Map<string, Buffer>;

/** Unpacks a file that was checked when it came in, or is our own. */
export async function partsOf(bytes: Uint8Array): Promise<Parts> {
  const zip = await fromBufferPromise(Buffer.from(bytes));
  const parts: Parts = new Map();
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return parts;
}

/** The day that archives carry: files of the same letters are the same. */
const mtime = new Date(2015, 0, 1);

/** Packs files; their names carry the mark of UTF-8. */
export function zipParts(parts: Parts): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of parts) zip.addBuffer(bytes, name, { mtime });
  zip.end();
  return buffer(zip.outputStream);
}
