import { cellName, columnOf } from './cell-reference.ts';
import { type CellMark, mostNotes } from './marks.ts';
import { escaped } from './xml-copy.ts';

/** A note at a cell; row and column count from 1. */
export interface CellNote {
  row: number;
  column: number;
  text: string;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The part with the notes' texts. */
export function* commentsXml(notes: Iterable<CellNote>, author: string): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${main}"><authors><author>${escaped(author)}</author></authors><commentList>`;
  for (const note of notes) {
    const text = escaped(note.text).replaceAll('&#10;', '\n');
    yield `<comment ref="${cellName(note)}" authorId="0"><text><r><rPr><sz val="9"/><rFont val="宋体"/></rPr><t xml:space="preserve">${text}</t></r></text></comment>`;
  }
  yield '</commentList></comments>';
}

const head =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">';
const shapeType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** Shapes are numbered in blocks of 1024. */
const block = 1024;

/** How many blocks of numbers the shapes of these notes take. */
export function shapeBlocks(notes: readonly CellNote[]): number {
  return Math.ceil((notes.length + 1) / block);
}

/** The part with the notes' boxes, without which workbook programs don't show them. */
export function* shapesXml(notes: readonly CellNote[], firstBlock: number): Generator<string> {
  const blocks = Array.from({ length: shapeBlocks(notes) }, (_, at) => firstBlock + at);
  yield `${head}<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join(',')}"/></o:shapelayout>${shapeType}`;
  for (const [at, note] of notes.entries()) {
    yield shape(note, firstBlock * block + 1 + at);
  }
  yield '</xml>';
}

function shape({ row, column, text }: CellNote, id: number): string {
  const lines = text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 22), 0);
  const height = Math.min(20, Math.max(3, Math.ceil(lines * 0.8) + 1));
  const anchor = [column, 15, Math.max(0, row - 2), 4, column + 4, 15, row - 1 + height, 4];
  return (
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor.join(', ')}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  );
}

/** The place of a note that stood in the workbook before; null where it says none. */
export function placeOf(reference: string): { row: number; column: number } | null {
  const column = columnOf(reference);
  const row = Number(/\d+$/.exec(reference)?.[0] ?? 0);
  return column !== null && row > 0 ? { row, column } : null;
}

/** The notes of the marks, and those that stood there before; at the same cell one below the other. */
export function together(earlier: readonly CellNote[], marks: readonly CellMark[]): CellNote[] {
  const placed = new Map<string, CellNote>(
    marks
      .slice(0, mostNotes)
      .map(({ row, column, note }) => [cellName({ row, column }), { row, column, text: note }]),
  );
  for (const note of earlier) {
    const known = placed.get(cellName(note));
    placed.set(cellName(note), known ? { ...known, text: `${known.text}\n\n${note.text}` } : note);
  }
  return [...placed.values()];
}
