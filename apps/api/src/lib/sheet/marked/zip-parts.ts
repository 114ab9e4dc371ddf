import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { contentTypesXml } from './package-xml.ts';

/** A part to be written; `type` null: a list of relations. */
export interface WrittenPart {
  part: string;
  type: string | null;
  content: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** An .xlsx file with these parts, made one after the other: what comes last knows what came before. */
export async function zipParts(parts: readonly WrittenPart[]): Promise<Buffer> {
  const zip = new ZipFile();
  const types = contentTypesXml(parts);
  const failed = new Promise<never>((_, reject) => {
    zip.on('error', reject);
    zip.addBuffer(types, '[Content_Types].xml');
    for (const { part, content } of parts) {
      zip.addReadStreamLazy(part, (callback) => {
        const stream = Readable.from(content(), { objectMode: false });
        stream.on('error', reject);
        callback(null, stream);
      });
    }
    zip.end();
  });
  return Promise.race([buffer(zip.outputStream), failed]);
}
