import type { Attributes, WorkbookPackage } from '../workbook-package.ts';
import { type MarkKind, markKinds } from './marks.ts';
import { escaped, localName, type XmlEditor } from './xml-copy.ts';

/** Light red, yellow and green: what workbook programs offer for bad, neutral and good. */
const fillColours: Record<MarkKind, string> = {
  problem: 'FFFFC7CE',
  notice: 'FFFFEB9C',
  corrected: 'FFC6EFCE',
};

/** A cell format of the workbook, as far as it is repeated. */
interface CellFormat {
  attributes: Attributes;
  /** Alignment and protection. */
  children: { name: string; attributes: Attributes }[];
}

/** The format of what has none: number format General, first font, no fill. */
const plainFormat: CellFormat = {
  attributes: { numFmtId: '0', fontId: '0', fillId: '0', borderId: '0', xfId: '0' },
  children: [],
};

/** A workbook program shows no more formats than this. */
const mostFormats = 64_000;

/** The cell formats that the marks need, numbered behind those that the workbook has. */
export class MarkedStyles {
  readonly #formats: readonly CellFormat[];
  readonly #fills: number;
  readonly #fonts: number;
  readonly #added: CellFormat[] = [];
  readonly #numbers = new Map<string, number>();

  /** False: of `plainStyles`. */
  readonly isOfWorkbook: boolean;

  private constructor(
    formats: readonly CellFormat[],
    { fills, fonts }: { fills: number; fonts: number },
    isOfWorkbook: boolean,
  ) {
    this.isOfWorkbook = isOfWorkbook;
    this.#formats = formats;
    this.#fills = fills;
    this.#fonts = fonts;
  }

  /** Of a workbook that has none: those of `plainStyles`. */
  static plain(): MarkedStyles {
    return new MarkedStyles([plainFormat, textFormat('0')], { fills: 2, fonts: 1 }, false);
  }

  /** Counts what the workbook has. Null where it has no styles to add to. */
  static async of(parts: WorkbookPackage, part: string): Promise<MarkedStyles | null> {
    const path: string[] = [];
    const formats: CellFormat[] = [];
    const counts = { fills: 0, fonts: 0 };
    await parts.read(part, {
      open: (name, attributes) => {
        const parent = path.at(-1);
        if (path.length === 2 && parent === 'fills') counts.fills += 1;
        if (path.length === 2 && parent === 'fonts') counts.fonts += 1;
        if (path.length === 2 && parent === 'cellXfs') formats.push({ attributes, children: [] });
        const isChild = path.length === 3 && path[1] === 'cellXfs' && name !== 'extLst';
        if (isChild) formats.at(-1)?.children.push({ name, attributes });
        path.push(name);
      },
      close: () => path.pop(),
    });
    const complete = formats.length > 0 && counts.fills > 0 && counts.fonts > 0;
    return complete ? new MarkedStyles(formats, counts, true) : null;
  }

  /** The format of a cell with the fill of its mark; the same number for the same two. */
  marked(style: number, kind: MarkKind): number {
    const format = this.#formats[style] ?? this.#formats[0] ?? plainFormat;
    const fillId = String(this.#fills + markKinds.indexOf(kind));
    const isFull = this.#formats.length + this.#added.length >= mostFormats;
    const key = `${isFull ? 'any' : style} ${kind}`;
    return this.#number(key, () => ({
      ...(isFull ? plainFormat : format),
      attributes: { ...(isFull ? plainFormat : format).attributes, fillId, applyFill: '1' },
    }));
  }

  /** Text in a column that wraps: what looks like a formula stays text when somebody edits it. */
  text(): number {
    return this.#number('text', () => textFormat('0'));
  }

  heading(): number {
    return this.#number('heading', () => textFormat(String(this.#fonts)));
  }

  /** Adds fills, a bold font and the formats to the part. Only what was asked for until then is added. */
  editor(): XmlEditor {
    return {
      open: ({ name, attributes, depth }) => {
        const { count: _, ...others } = attributes;
        return depth === 1 && counted.has(name) ? others : attributes;
      },
      close: (name, copy) => {
        if (name === 'fonts') copy.insert(prefixed(copy.prefix, boldFont));
        if (name === 'fills') copy.insert(prefixed(copy.prefix, addedFills));
        if (name === 'cellXfs')
          copy.insert(this.#added.map((one) => xml(one, copy.prefix)).join(''));
      },
    };
  }

  #number(key: string, make: () => CellFormat): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#formats.length + this.#added.push(make()) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}

/** Their counts may be left out, and would be wrong. */
const counted = new Set(['fonts', 'fills', 'cellXfs']);

const boldFont = '<font><b/><sz val="11"/><name val="宋体"/><charset val="134"/></font>';
const addedFills = markKinds
  .map((kind) => fillColours[kind])
  .map(
    (rgb) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`,
  )
  .join('');

function textFormat(fontId: string): CellFormat {
  const attributes = { ...plainFormat.attributes, numFmtId: '49', fontId };
  const applied = { applyNumberFormat: '1', applyFont: '1', applyAlignment: '1' };
  const alignment = { name: 'alignment', attributes: { vertical: 'top', wrapText: '1' } };
  return { attributes: { ...attributes, ...applied }, children: [alignment] };
}

function xml({ attributes, children }: CellFormat, prefix: string): string {
  const inner = children.map((child) => element(`${prefix}${child.name}`, child.attributes, ''));
  return element(`${prefix}xf`, attributes, inner.join(''));
}

function element(name: string, attributes: Attributes, inner: string): string {
  const written = Object.entries(attributes)
    .filter(([key]) => localName(key) === key)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

/** The elements of a snippet under the part's prefix. */
export function prefixed(prefix: string, snippet: string): string {
  return prefix === '' ? snippet : snippet.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
}

/** For a workbook that has no styles of its own. */
export const plainStyles =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts><font><sz val="11"/><name val="宋体"/><charset val="134"/></font></fonts>' +
  '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '</styleSheet>';
