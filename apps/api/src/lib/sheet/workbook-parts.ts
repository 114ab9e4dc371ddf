import { type NumberFormat, numberFormatOf } from './number-format.ts';
import type { CellTable } from './packed-workbook.ts';
import type { SheetLimits } from './sheet-limits.ts';
import { SheetRefused } from './sheet-refused.ts';
import { attributeOf, targetPart, type WorkbookPackage } from './workbook-package.ts';

/** A sheet's tab and the part that holds it. */
interface SheetPart {
  name: string;
  part: string;
}

/** What the cells of all sheets refer to. */
export interface WorkbookParts {
  sheets: SheetPart[];
  dateSystem: 1900 | 1904;
  /** Cells of the shared strings. */
  strings: number[];
  /** Formats by style number. */
  formats: NumberFormat[];
}

interface Relation {
  kind: string;
  part: string;
}

/** Reads what stands around the sheets: their list, shared strings, styles. */
export async function readParts(
  parts: WorkbookPackage,
  table: CellTable,
  limits: SheetLimits,
): Promise<WorkbookParts> {
  await refuseMacros(parts);
  const roots = await relationsOf(parts, '');
  const root = [...roots.values()].find((relation) => relation.kind === 'officeDocument');
  const workbookPart = root?.part ?? 'xl/workbook.xml';
  if (!/\.xml$/i.test(workbookPart) || !parts.has(workbookPart))
    throw new SheetRefused('notWorkbook');

  const relations = await relationsOf(parts, workbookPart);
  const { tabs, dateSystem } = await readTabs(parts, workbookPart);
  const sheets = tabs.flatMap(({ name, relation }) => {
    const target = relations.get(relation);
    return target?.kind === 'worksheet' ? [{ name, part: target.part }] : [];
  });
  const partOf = (kind: string) =>
    [...relations.values()].find((to) => to.kind === kind)?.part ?? '';
  return {
    sheets,
    dateSystem,
    strings: await readStrings(parts, partOf('sharedStrings'), table, limits),
    formats: await readFormats(parts, partOf('styles')),
  };
}

async function refuseMacros(parts: WorkbookPackage): Promise<void> {
  await parts.read('[Content_Types].xml', {
    open: (_, attributes) => {
      if (/macroEnabled|vbaProject/i.test(attributes.ContentType ?? ''))
        throw new SheetRefused('macros');
    },
  });
}

async function relationsOf(parts: WorkbookPackage, source: string): Promise<Map<string, Relation>> {
  const slash = source.lastIndexOf('/') + 1;
  const part = `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
  const relations = new Map<string, Relation>();
  await parts.read(part, {
    open: (name, { Id, Type, Target, TargetMode }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      if (TargetMode === 'External') return;
      const kind = Type?.slice(Type.lastIndexOf('/') + 1) ?? '';
      relations.set(Id, { kind, part: targetPart(source, Target) });
    },
  });
  return relations;
}

const mostTabs = 1000;

async function readTabs(parts: WorkbookPackage, workbookPart: string) {
  const tabs: { name: string; relation: string }[] = [];
  let dateSystem: 1900 | 1904 = 1900;
  let isWorkbook = false;
  await parts.read(workbookPart, {
    open: (name, attributes) => {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr' && /^(?:1|true)$/.test(attributes.date1904 ?? ''))
        dateSystem = 1904;
      if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return;
      if (tabs.length >= mostTabs) throw tooMany(mostTabs, 'sheets');
      tabs.push({ name: attributes.name ?? '', relation: attributeOf(attributes, 'id') ?? '' });
    },
  });
  if (!isWorkbook) throw new SheetRefused('notWorkbook');
  return { tabs, dateSystem };
}

async function readStrings(
  parts: WorkbookPackage,
  part: string,
  table: CellTable,
  limits: SheetLimits,
): Promise<number[]> {
  const strings: number[] = [];
  const reader = new StringReader();
  await parts.read(part, {
    open: (name) => reader.open(name),
    text: (text) => reader.text(text),
    close: (name) => {
      reader.close(name);
      if (name !== 'si') return;
      const text = reader.take();
      if (strings.length >= limits.cells) throw tooMany(limits.cells, 'strings');
      strings.push(text === '' ? 0 : table.add('text', text));
    },
  });
  return strings;
}

/** Puts together plain and rich text; leaves out the reading aids (`rPh`) of East Asian versions. */
export class StringReader {
  #text = '';
  #inText = false;
  #inReading = false;

  open(name: string): void {
    if (name === 'rPh') this.#inReading = true;
    this.#inText = name === 't' && !this.#inReading;
  }

  text(text: string): void {
    if (this.#inText) this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#inReading = false;
    if (name === 't') this.#inText = false;
  }

  take(): string {
    const text = withoutEscapes(this.#text);
    this.#text = '';
    return text;
  }
}

/**
 * Characters that XML can't hold stand as `_x000D_` (ECMA-376 part 1, 22.9.2.19). NUL and half a
 * character, which no database holds either, stay as they are written.
 */
export function withoutEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x(?!0000|d[89a-f])([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Workbook programs write 65,490 cell formats at most. */
const mostFormats = 70_000;

function tooMany(limit: number, unit: string): SheetRefused {
  return new SheetRefused('tooLarge', { limit, unit });
}

async function readFormats(parts: WorkbookPackage, part: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCellFormats = false;
  await parts.read(part, {
    open: (name, attributes) => {
      const id = Number(attributes.numFmtId ?? 0);
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'numFmt' && attributes.formatCode !== undefined)
        codes.set(id, attributes.formatCode);
      if (formats.length > mostFormats || codes.size > mostFormats)
        throw tooMany(mostFormats, 'formats');
      if (name === 'xf' && inCellFormats) formats.push(numberFormatOf(id, codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return formats;
}
