import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { CellTable, type PackedWorkbook } from './packed-workbook.ts';
import { LongLines } from './refuse-long.ts';
import type { SheetLimits } from './sheet-limits.ts';
import { SheetRefused } from './sheet-refused.ts';
import { SheetRows } from './sheet-rows.ts';

/** Characters of a line, or of a field in quotes. */
const longestLine = 2 * 1024 * 1024;

/** A number that a workbook program would take for one: no leading zeros, at most 15 digits. */
const plainNumber = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?$/;

/**
 * Reads delimited text: UTF-8 with or without BOM, UTF-16 with BOM (“Unicode text”), else GB18030, which
 * is what Chinese workbook programs write; comma, semicolon or tab, or as a first line `sep=;` says.
 * The text is never there as a whole, which would take twice to four times the file's memory.
 */
export async function parseCsv(
  bytes: Uint8Array,
  name: string,
  limits: SheetLimits,
): Promise<PackedWorkbook> {
  if (bytes.length > limits.inflatedBytes) {
    throw new SheetRefused('tooLarge', { limit: limits.inflatedBytes, unit: 'bytes' });
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = firstText(buffer);
  const named = /^sep=([,;\t])\r?\n/.exec(head);
  const table = new CellTable(limits);
  const rows = new SheetRows(name, table, limits);
  let row = 0;
  const record = (fields: string[]): null => {
    row += 1;
    for (const [at, field] of fields.entries()) {
      const ref = addField(field, table);
      if (ref !== 0) rows.put(row, at + 1, ref);
    }
    return null;
  };
  const parser = parse({
    delimiter: named?.[1] ?? delimiterOf(head),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestLine,
    on_record: record,
  });
  // All that it has to give goes into the table; whoever doesn't take anything from it stops it.
  parser.resume();
  try {
    await pipeline(Readable.from(checked(textOf(buffer), named?.[0].length ?? 0)), parser);
  } catch (error) {
    throw error instanceof CsvError ? refusalOf(error) : error;
  }
  return table.pack(1900, [rows.pack()]);
}

/** The text without its first line where that names the separator; lines without end are refused. */
async function* checked(texts: Iterable<string>, skipped: number): AsyncGenerator<string> {
  const lines = new LongLines(longestLine, 'characters');
  let left = skipped;
  for (const text of texts) {
    lines.take({ length: text.length, at: (place) => text.charCodeAt(place) });
    yield text.slice(left);
    left = Math.max(0, left - text.length);
  }
}

function refusalOf({ code }: CsvError): SheetRefused {
  return code === 'CSV_MAX_RECORD_SIZE'
    ? new SheetRefused('tooLarge', { limit: longestLine, unit: 'characters' })
    : new SheetRefused('truncated', { reason: code });
}

/** Bytes that are made text at a time. */
const pieceOfText = 256 * 1024;

function firstText(buffer: Buffer): string {
  for (const text of textOf(buffer)) return text;
  return '';
}

/** The text piece by piece. Throws SheetRefused where it is none. */
function* textOf(buffer: Buffer): Generator<string> {
  const { decoder, from, mayBreak } = decoderOf(buffer);
  let newLines = 0;
  for (let at = from; at < buffer.length; at += pieceOfText) {
    const piece = decoder.write(buffer.subarray(at, at + pieceOfText));
    const text = at + pieceOfText < buffer.length ? piece : piece + (decoder.end() ?? '');
    const hole = mayBreak ? text.indexOf('\ufffd') : -1;
    const until = hole === -1 ? text : text.slice(0, hole);
    newLines += until.split('\n').length - 1;
    // Bytes that are no character would be lost without a word: a name with a hole in it is no name.
    if (hole !== -1) throw new SheetRefused('badText', { row: newLines + 1 });
    yield text;
  }
}

function decoderOf(buffer: Buffer) {
  if (buffer[0] === 0xff && buffer[1] === 0xfe) {
    return { decoder: new StringDecoder('utf16le'), from: 2, mayBreak: false };
  }
  if (buffer.includes(0)) throw new SheetRefused('notWorkbook');
  if (isUtf8(buffer)) {
    const from = buffer.subarray(0, 3).equals(byteOrderMark) ? 3 : 0;
    return { decoder: new StringDecoder('utf8'), from, mayBreak: false };
  }
  return { decoder: iconv.getDecoder('gb18030'), from: 0, mayBreak: true };
}

const byteOrderMark = Buffer.from('\ufeff');

/** Of the three separators the one that stands most often outside quotes in the first lines. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '');
  const counts = [',', ';', '\t'].map((separator) => ({
    separator,
    count: head.split(separator).length,
  }));
  return counts.reduce((most, next) => (next.count > most.count ? next : most)).separator;
}

/** `="0123"` is how some programs keep a number's zeros in CSV: it is text. */
function addField(field: string, table: CellTable): number {
  const text = /^="([^"]*)"$/.exec(field)?.[1] ?? field;
  if (text.trim() === '') return 0;
  const isNumber = text === field && plainNumber.test(text);
  return isNumber ? table.add('number', text, Number(text)) : table.add('text', text);
}
