import { generalFormat, numberText, serialDateText } from './number-format.ts';
import type { CellTable, PackedSheet } from './packed-workbook.ts';
import type { SheetLimits } from './sheet-limits.ts';
import { SheetRefused } from './sheet-refused.ts';
import { type MergedRange, SheetRows } from './sheet-rows.ts';
import type { Attributes, WorkbookPackage } from './workbook-package.ts';
import { StringReader, type WorkbookParts, withoutEscapes } from './workbook-parts.ts';

/** Reads the cells of one sheet as a stream. */
export async function readWorksheet(
  parts: WorkbookPackage,
  sheet: { name: string; part: string },
  around: WorkbookParts,
  table: CellTable,
  limits: SheetLimits,
): Promise<PackedSheet> {
  const rows = new SheetRows(sheet.name, table, limits);
  const merged: MergedRange[] = [];
  const cells = new CellReader(around, table);
  let row = 0;
  let column = 0;
  const found = await parts.read(sheet.part, {
    open: (name, attributes) => {
      if (name === 'row') {
        const next = attributes.r === undefined ? row + 1 : rowOf(attributes.r, sheet.name);
        // Rows stand in their order, each once: two of one number can't be told apart later.
        if (next <= row) throw new SheetRefused('truncated', { sheet: sheet.name, row: next });
        row = next;
        column = 0;
        if (row > lastRow)
          throw new SheetRefused('tooManyRows', { sheet: sheet.name, row, limit: limits.rows });
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        if (column === 0) throw new SheetRefused('truncated', { sheet: sheet.name, row });
        cells.start(attributes);
      } else if (name === 'mergeCell') {
        const range = mergedRange(attributes.ref ?? '');
        if (range !== null) merged.push(range);
        table.place(1);
      } else {
        cells.open(name);
      }
    },
    text: (text) => cells.text(text),
    close: (name) => {
      if (name !== 'c') {
        cells.close(name);
        return;
      }
      const ref = cells.end();
      if (ref !== 0) rows.put(row, column, ref);
    },
  });
  if (!found) throw new SheetRefused('truncated', { sheet: sheet.name });
  rows.fill(merged);
  return rows.pack();
}

/** Puts one cell together from its type, style, stored value or inline text. */
class CellReader {
  readonly #around: WorkbookParts;
  readonly #table: CellTable;
  readonly #inline = new StringReader();
  #type = 'n';
  #style = 0;
  #value = '';
  #inValue = false;
  #hasFormula = false;

  constructor(around: WorkbookParts, table: CellTable) {
    this.#around = around;
    this.#table = table;
  }

  start(attributes: Attributes): void {
    this.#type = attributes.t ?? 'n';
    this.#style = Number(attributes.s ?? 0);
    this.#value = '';
    this.#hasFormula = false;
  }

  open(name: string): void {
    if (name === 'v') this.#inValue = true;
    else if (name === 'f') this.#hasFormula = true;
    else this.#inline.open(name);
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
    else this.#inline.text(text);
  }

  close(name: string): void {
    if (name === 'v') this.#inValue = false;
    else this.#inline.close(name);
  }

  /** The number of the cell in the table, 0 when it holds nothing. */
  end(): number {
    const inline = this.#inline.take();
    const value = this.#value;
    if (value === '' && inline === '') return this.#withoutValue();
    switch (this.#type) {
      case 'inlineStr':
        return this.#table.add('text', inline);
      case 's':
        return this.#shared(Number(value));
      case 'str':
        return this.#table.add('text', withoutEscapes(value));
      case 'b':
        return this.#table.add('boolean', value === '1' ? 'TRUE' : 'FALSE', value === '1' ? 1 : 0);
      case 'e':
        return this.#table.add('error', value);
      case 'd':
        return this.#table.add('date', value.slice(0, 10));
      default:
        return this.#number(value);
    }
  }

  /**
   * A formula that no program has computed yet must not pass for an empty cell; one that gives the empty
   * text (type `str`) may.
   */
  #withoutValue(): number {
    return this.#hasFormula && this.#type !== 'str' ? this.#table.add('error', '#CALC!') : 0;
  }

  #shared(index: number): number {
    const ref = this.#around.strings[index];
    if (ref === undefined) throw new SheetRefused('truncated', { reason: 'no such shared string' });
    return ref;
  }

  #number(written: string): number {
    const value = Number(written);
    if (!Number.isFinite(value)) return this.#table.add('text', written);
    const format = this.#around.formats[this.#style] ?? generalFormat;
    if (format.date !== null) {
      const date = serialDateText(value, format.date, this.#around.dateSystem);
      if (date !== null) return this.#table.add('date', date, value);
    }
    return this.#table.add('number', numberText(value, format), value);
  }
}

/** The last row that a workbook program knows. */
const lastRow = 1_048_576;

function rowOf(reference: string, sheet: string): number {
  const row = Number(reference);
  if (!Number.isInteger(row) || row < 1) throw new SheetRefused('truncated', { sheet });
  return row;
}

function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column;
}

function mergedRange(reference: string): MergedRange | null {
  const [, first = '', top = '', bottom = ''] =
    /^\$?([A-Z]{1,3})\$?(\d+):\$?[A-Z]{1,3}\$?(\d+)$/.exec(reference) ?? [];
  const range = { top: Number(top), left: columnOf(first), bottom: Number(bottom) };
  return range.bottom > range.top ? range : null;
}
