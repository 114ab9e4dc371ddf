import type { TemplateParagraph } from '@xuanpai/domain/letters/template-check';
import type { WorkbookPackage } from '../../../lib/sheet/workbook-package.ts';
import { longestText } from './docx-limits.ts';
import { DocxRefused } from './docx-refused.ts';

/** Fields that fetch or run something when the document is opened. */
const readingFields =
  /^\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|INCLUDE|LINK|DATABASE|MACROBUTTON)\b/i;

/** Texts of a document's paragraphs, each with where Word shows it. */
export class ParagraphReader {
  readonly paragraphs: TemplateParagraph[] = [];
  #characters = 0;

  /** Adds the paragraphs of a part; gives false where there is no such part. */
  read(
    parts: WorkbookPackage,
    part: string,
    outside: TemplateParagraph['outside'],
  ): Promise<boolean> {
    const open: { text: string; place: TemplateParagraph['place'] }[] = [];
    const counts = { paragraph: 0, table: 0, row: 0, cell: 0 };
    /** Inside how many tables; a table in a table is told by the outer one's cell. */
    let tables = 0;
    /** The same once more, for programs that don't know the newer form. */
    let fallbacks = 0;
    let taking: 'text' | 'field' | null = null;
    let field = '';
    const begin = (name: string) => {
      if (name === 'p') open.push({ text: '', place: placeNow(counts, tables) });
      if (name === 'tbl' && ++tables === 1)
        Object.assign(counts, { row: 0, table: counts.table + 1 });
      if (name === 'tr' && tables === 1) Object.assign(counts, { row: counts.row + 1, cell: 0 });
      if (name === 'tc' && tables === 1) counts.cell += 1;
      if (name === 't') taking = 'text';
      if (name === 'instrText') taking = 'field';
      if (name === 'altChunk' || name === 'object' || name === 'control')
        throw new DocxRefused('embedded');
    };
    const end = (name: string) => {
      if (name === 't' || name === 'instrText') taking = null;
      if (name === 'tbl') tables -= 1;
      if (name !== 'p') return;
      const closed = open.pop();
      if (closed) this.paragraphs.push({ ...closed, outside });
      field = '';
    };
    return parts.read(part, {
      open: (name, attributes) => {
        this.#count(20);
        if (name === 'Fallback') fallbacks += 1;
        if (fallbacks > 0) return;
        begin(name);
        if (name === 'fldSimple') Object.values(attributes).forEach(refuseReading);
        if (name === 'fldChar') field = '';
      },
      text: (text) => {
        this.#count(text.length);
        if (fallbacks > 0) return;
        const last = open.at(-1);
        if (taking === 'text' && last) last.text += text;
        if (taking === 'field') {
          field += text;
          refuseReading(field);
        }
      },
      close: (name) => {
        if (fallbacks === 0) end(name);
        if (name === 'Fallback') fallbacks -= 1;
      },
    });
  }

  #count(characters: number): void {
    this.#characters += characters;
    if (this.#characters > longestText) throw new DocxRefused('tooLarge');
  }
}

function placeNow(
  counts: { paragraph: number; table: number; row: number; cell: number },
  tables: number,
): TemplateParagraph['place'] {
  const { table, row, cell } = counts;
  if (tables > 0) return { table, row, cell };
  counts.paragraph += 1;
  return { paragraph: counts.paragraph };
}

function refuseReading(field: string): void {
  if (readingFields.test(field)) throw new DocxRefused('fields');
}
