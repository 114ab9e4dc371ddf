import { compoundFileRefusal, isCompoundFile } from './old-office.ts';
import { SheetRefused } from './sheet-refused.ts';

/** Bytes of a line of text; offices write hundreds. */
const longestLine = 8 * 1024 * 1024;

/**
 * Whether the bytes are a workbook or delimited text, by what can be seen without unpacking anything.
 * Throws SheetRefused for everything else: such a file needn't be kept, nor a thread started for it.
 */
export function formatAtSight(bytes: Uint8Array, filename: string): 'workbook' | 'text' {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isCompoundFile(bytes)) throw new SheetRefused(compoundFileRefusal(bytes));
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'workbook';
  if (!/\.(?:csv|txt|tsv)$/i.test(filename)) throw new SheetRefused('notWorkbook');
  const isUtf16 = buffer[0] === 0xff && buffer[1] === 0xfe;
  if (!isUtf16 && buffer.includes(0)) throw new SheetRefused('notWorkbook');
  refuseLongLines(buffer);
  return 'text';
}

function refuseLongLines(buffer: Buffer): void {
  const ends = [0x0a, 0x0d];
  for (let start = 0; start + longestLine < buffer.length; ) {
    const line = buffer.subarray(start, start + longestLine);
    const last = Math.max(...ends.map((end) => line.lastIndexOf(end)));
    if (last === -1) throw new SheetRefused('tooLarge', { limit: longestLine, unit: 'bytes' });
    start += last + 1;
  }
}
