import { compoundFileRefusal, isCompoundFile } from './old-office.ts';
import { type Codes, refuseLong } from './refuse-long.ts';
import { SheetRefused } from './sheet-refused.ts';

/** Bytes of a line of text, or of a field in quotes; offices write hundreds. */
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
  if (isUtf16) refuseLong(unitsOf(buffer), longestLine);
  else if (mayBeLong(buffer)) refuseLong(bytesOf(buffer), longestLine);
  return 'text';
}

const bytesOf = (buffer: Buffer): Codes => ({
  length: buffer.length,
  at: (place) => buffer[place],
  unit: 'bytes',
});

function unitsOf(buffer: Buffer): Codes {
  const length = buffer.length >> 1;
  const at = (place: number) => (place < length ? buffer.readUInt16LE(2 * place) : undefined);
  return { length, at, unit: 'characters' };
}

/** Whether the ends of lines, or the quotes where there are any, stand far apart somewhere: seldom, and soon seen. */
function mayBeLong(buffer: Buffer): boolean {
  return (
    areFarApart(buffer, [0x0a, 0x0d]) || (buffer.includes(0x22) && areFarApart(buffer, [0x22]))
  );
}

function areFarApart(buffer: Buffer, codes: number[]): boolean {
  for (let start = 0; start + longestLine < buffer.length; ) {
    const stretch = buffer.subarray(start, start + longestLine);
    const last = Math.max(...codes.map((code) => stretch.lastIndexOf(code)));
    if (last === -1) return true;
    start += last + 1;
  }
  return false;
}
