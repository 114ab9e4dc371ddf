import { text } from 'node:stream/consumers';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { evidenceRefused } from './evidence-refused.ts';

/** Parts of a document, and bytes of all of them unpacked. */
const most = { parts: 20_000, inflated: 256 * 1024 * 1024, types: 1024 * 1024 };

const main = {
  docx: 'wordprocessingml.document.main+xml',
  xlsx: 'spreadsheetml.sheet.main+xml',
} as const;

const typesPart = '[content_types].xml';

/**
 * Looks into a .docx or .xlsx without unpacking more than its list of parts. yauzl refuses a part that is
 * larger than its directory says. Throws `evidenceRefused`.
 */
export async function checkPackage(path: string, type: keyof typeof main): Promise<void> {
  const zip = await openPromise(path, { autoClose: false }).catch(() => {
    throw evidenceRefused('damaged');
  });
  try {
    const entries = await entriesOf(zip);
    const types = entries.get(typesPart);
    if (!types || types.uncompressedSize > most.types) throw evidenceRefused('content');
    const listed = await text(await zip.openReadStreamPromise(types)).catch(() => {
      throw evidenceRefused('damaged');
    });
    if (listed.includes('macroEnabled')) throw evidenceRefused('macros');
    if (!listed.includes(main[type])) throw evidenceRefused('content');
  } finally {
    zip.close();
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let inflated = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      inflated += entry.uncompressedSize;
      if (inflated > most.inflated || entries.size >= most.parts) {
        throw evidenceRefused('inflated');
      }
      if (/(?:^|\/)vbaproject\.bin$|^xl\/macrosheets\//.test(name)) throw evidenceRefused('macros');
      if (entry.isEncrypted()) throw evidenceRefused('encrypted');
      // Of two parts with one name every program takes another.
      if (entries.has(name)) throw evidenceRefused('damaged');
      entries.set(name, entry);
    }
  } catch (error) {
    throw error instanceof Error && error.name === 'ApiError' ? error : evidenceRefused('damaged');
  }
  return entries;
}
