import { type PackedSheet, type PackedWorkbook, rowAt } from '../packed-workbook.ts';
import { batched } from './batched.ts';
import { contentTypes } from './kept-parts.ts';
import { rowXml } from './list-sheet.ts';
import { plainStyles } from './marked-styles.ts';
import { ownRelation, relationsXml } from './package-xml.ts';
import { escaped } from './xml-copy.ts';
import { zipParts } from './zip-parts.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The text format of `plainStyles`: long numbers keep their digits. */
const textStyle = 1;

/** Delimited text as a workbook: what it holds, row by row, as text or numbers. Formulas stay text. */
export function csvWorkbook(packed: PackedWorkbook): Promise<Buffer> {
  const sheet = packed.sheets[0];
  const parts = {
    workbook: 'xl/workbook.xml',
    sheet: 'xl/worksheets/sheet1.xml',
    styles: 'xl/styles.xml',
  };
  const relations = [
    ownRelation(parts.workbook, 'worksheet', parts.sheet),
    ownRelation(parts.workbook, 'styles', parts.styles),
  ];
  const tab = `<sheet name="${escaped(tabName(sheet?.name ?? ''))}" sheetId="1" r:id="${relations[0]?.id}"/>`;
  const workbook = `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${tab}</sheets></workbook>`;
  return zipParts([
    relationsPart('_rels/.rels', [ownRelation('x', 'officeDocument', parts.workbook)]),
    part(parts.workbook, contentTypes.officeDocument, () => [Buffer.from(workbook)]),
    relationsPart('xl/_rels/workbook.xml.rels', relations),
    part(parts.styles, contentTypes.styles, () => [Buffer.from(plainStyles)]),
    part(parts.sheet, contentTypes.worksheet, () => batched(sheetXml(packed, sheet))),
  ]);
}

function part(name: string, type: string, content: () => Iterable<Uint8Array>) {
  return { part: name, type, content };
}

function relationsPart(name: string, relations: Parameters<typeof relationsXml>[0]) {
  return { part: name, type: null, content: () => [relationsXml(relations)] };
}

/** The name of the one tab of a text file: what programs make of the file's name. */
export function tabName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31) || 'Sheet1'
  );
}

function* sheetXml(workbook: PackedWorkbook, sheet: PackedSheet | undefined): Generator<string> {
  yield `<worksheet xmlns="${main}"><sheetData>`;
  for (const [at, row] of (sheet?.rowNumbers ?? []).entries()) {
    const cells = sheet ? rowAt(workbook, sheet, at) : [];
    const written = cells.map(({ kind, value, text }) => (kind === 'number' ? (value ?? 0) : text));
    yield rowXml(row, written, textStyle);
  }
  yield '</sheetData></worksheet>';
}
