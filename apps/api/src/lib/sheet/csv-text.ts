import { isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { CellTable, type PackedWorkbook } from './packed-workbook.ts';
import { refuseLong } from './refuse-long.ts';
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
 */
export function parseCsv(bytes: Uint8Array, name: string, limits: SheetLimits): PackedWorkbook {
  if (bytes.length > limits.inflatedBytes) {
    throw new SheetRefused('tooLarge', { limit: limits.inflatedBytes, unit: 'bytes' });
  }
  const text = decoded(bytes);
  const at = (place: number) => text.charCodeAt(place);
  refuseLong({ length: text.length, at, unit: 'characters' }, longestLine);
  const named = /^sep=([,;\t])\r?\n/.exec(text);
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
  try {
    parse(named === null ? text : text.slice(named[0].length), {
      delimiter: named?.[1] ?? delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: longestLine,
      on_record: record,
    });
  } catch (error) {
    throw error instanceof CsvError ? refusalOf(error) : error;
  }
  return table.pack(1900, [rows.pack()]);
}

function refusalOf({ code }: CsvError): SheetRefused {
  return code === 'CSV_MAX_RECORD_SIZE'
    ? new SheetRefused('tooLarge', { limit: longestLine, unit: 'characters' })
    : new SheetRefused('truncated', { reason: code });
}

function decoded(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return buffer.toString('utf16le', 2);
  if (buffer.includes(0)) throw new SheetRefused('notWorkbook');
  if (isUtf8(buffer)) return buffer.toString('utf8').replace(/^\ufeff/, '');
  return intact(iconv.decode(buffer, 'gb18030'));
}

/** Bytes that are no character would be lost without a word: a name with a hole in it is no name. */
function intact(text: string): string {
  const at = text.indexOf('\ufffd');
  if (at === -1) return text;
  throw new SheetRefused('badText', { row: text.slice(0, at).split('\n').length });
}

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
