import type { Attributes } from '../workbook-package.ts';
import { attributeOf } from '../workbook-package.ts';
import { cellName, columnOf } from './cell-reference.ts';
import type { MarkedStyles } from './marked-styles.ts';
import type { CellMark } from './marks.ts';
import { withoutLinks } from './without-links.ts';
import type { CopiedElement, XmlCopy, XmlEditor } from './xml-copy.ts';

export interface SheetMarks {
  /** In the order of the columns. */
  rows: ReadonlyMap<number, readonly CellMark[]>;
  styles: MarkedStyles;
  /** The relation to the notes' shapes; null: no notes. */
  notes: string | null;
}

/** What may stand behind the notes in a sheet (ECMA-376 part 1, 18.3.1.99). */
const behindNotes = new Set([
  'legacyDrawingHF',
  'picture',
  'oleObjects',
  'controls',
  'AlternateContent',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

/** Copies a sheet: marked cells get their fill, those that weren't there are added, links go. */
export function sheetEditor(relations: ReadonlySet<string>, marks: SheetMarks | null): XmlEditor {
  const links = withoutLinks(relations);
  const cells = marks ? new MarkedCells(marks) : null;
  let notes = marks?.notes ?? null;
  let seenRows = false;
  const addNotes = (copy: XmlCopy) => {
    if (notes !== null) copy.insert(notesElement(copy.prefix, notes));
    notes = null;
  };
  return {
    ...links,
    open: (element, copy) => {
      const { name, depth } = element;
      if (name === 'legacyDrawing') return null;
      if (depth === 1 && seenRows && behindNotes.has(name)) addNotes(copy);
      if (name === 'sheetData') seenRows = true;
      const kept = links.open(element);
      return kept && cells ? cells.open({ ...element, attributes: kept }, copy) : kept;
    },
    close: (name, copy) => {
      cells?.close(name, copy);
      if (name === 'worksheet') addNotes(copy);
    },
  };
}

function notesElement(prefix: string, relation: string): string {
  const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return `<${prefix}legacyDrawing xmlns:r="${namespace}" r:id="${relation}"/>`;
}

/** Follows rows and cells as the workbook reader does, which numbers those that don't say where they are. */
class MarkedCells {
  readonly #marks: SheetMarks;
  #row = 0;
  #column = 0;
  #rowStyle = 0;
  #left: CellMark[] = [];

  constructor(marks: SheetMarks) {
    this.#marks = marks;
  }

  open({ name, attributes }: CopiedElement, copy: XmlCopy): Attributes {
    if (name === 'row') return this.#startRow(attributes);
    if (name !== 'c') return attributes;
    const reference = attributeOf(attributes, 'r');
    this.#column = reference === undefined ? this.#column + 1 : (columnOf(reference) ?? 1);
    this.#addBefore(this.#column, copy);
    const mark = this.#left[0];
    const place = { r: cellName({ row: this.#row, column: this.#column }) };
    if (mark?.column !== this.#column) return { ...attributes, ...place };
    this.#left.shift();
    const style = this.#marks.styles.marked(Number(attributes.s ?? 0), mark.kind);
    return { ...attributes, ...place, s: String(style) };
  }

  close(name: string, copy: XmlCopy): void {
    if (name === 'row') this.#addBefore(Number.POSITIVE_INFINITY, copy);
  }

  #startRow(attributes: Attributes): Attributes {
    this.#row = attributes.r === undefined ? this.#row + 1 : Number(attributes.r);
    this.#column = 0;
    this.#rowStyle = attributes.customFormat === '1' ? Number(attributes.s ?? 0) : 0;
    this.#left = [...(this.#marks.rows.get(this.#row) ?? [])];
    return { ...attributes, r: String(this.#row) };
  }

  /** Blank cells aren't in the file; one that should have been filled in is marked nevertheless. */
  #addBefore(column: number, copy: XmlCopy): void {
    while (this.#left[0] !== undefined && this.#left[0].column < column) {
      const mark = this.#left.shift();
      if (mark === undefined) return;
      const style = this.#marks.styles.marked(this.#rowStyle, mark.kind);
      copy.insert(`<${copy.prefix}c r="${cellName(mark)}" s="${style}"/>`);
    }
  }
}
