import type { SheetLimits } from '../sheet-limits.ts';
import { SheetRefused } from '../sheet-refused.ts';
import { WorkbookPackage } from '../workbook-package.ts';
import { batched } from './batched.ts';
import {
  contentTypeOf,
  contentTypes,
  type KeptPart,
  keptParts,
  relationsPart,
} from './kept-parts.ts';
import { listSheetXml } from './list-sheet.ts';
import { sheetEditor } from './marked-sheet.ts';
import { MarkedStyles, plainStyles } from './marked-styles.ts';
import { type CellMark, type MarkOrder, marksByRow } from './marks.ts';
import { atFirstCell, mergedRanges } from './merged-ranges.ts';
import { type CellNote, commentsXml, shapeBlocks, shapesXml, together } from './notes.ts';
import { notesOf } from './notes-before.ts';
import { ownRelation, relationsXml } from './package-xml.ts';
import { withoutLinks } from './without-links.ts';
import { readTabs, workbookEditor } from './workbook-part.ts';
import { copiedXml, type XmlEditor } from './xml-copy.ts';
import { type WrittenPart, zipParts } from './zip-parts.ts';

/** Parts are read up to three times: what they hold, where cells are merged, the copy. */
const readings = 3;

/** Our parts have the usual names, with numbers that none of the workbook's has. */
const firstOwn = 9000;

function freeNumber(kept: ReadonlyMap<string, KeptPart>): number {
  const numbers = [...kept.keys()].map((part) => Number(/(\d{1,9})\.\w+$/.exec(part)?.[1] ?? 0));
  return Math.max(firstOwn, ...numbers.map((number) => number + 1));
}

/**
 * The workbook with its bad cells filled, the reasons in notes, and a list of all of them behind the
 * other sheets. Values, formats, widths, merged cells, pictures and other sheets stay; macros, links to
 * other files and queries don't. Throws SheetRefused for a workbook that can't be copied.
 */
export async function markWorkbook(
  bytes: Uint8Array,
  order: MarkOrder,
  limits: SheetLimits,
): Promise<Buffer> {
  const inflatedBytes = limits.inflatedBytes * readings;
  const parts = await WorkbookPackage.open(bytes, { ...limits, inflatedBytes });
  const kept = await keptParts(parts);
  const workbook = [...kept.values()].find(({ kind }) => kind === 'officeDocument');
  if (workbook === undefined) throw new SheetRefused('notWorkbook');
  return zipParts(await new MarkedCopy(parts, kept, order).parts(workbook));
}

class MarkedCopy {
  readonly #source: WorkbookPackage;
  readonly #kept: ReadonlyMap<string, KeptPart>;
  readonly #order: MarkOrder;
  readonly #written: WrittenPart[] = [];
  #styles = MarkedStyles.plain();
  readonly #firstNumber: number;
  #shapeBlock = 1;

  constructor(source: WorkbookPackage, kept: ReadonlyMap<string, KeptPart>, order: MarkOrder) {
    this.#source = source;
    this.#kept = kept;
    this.#firstNumber = freeNumber(kept);
    this.#order = order;
  }

  /** The parts in the order of writing: styles last, when it is known which the marks need. */
  async parts(workbook: KeptPart): Promise<WrittenPart[]> {
    const tabs = await readTabs(this.#source, workbook.part);
    const styles = await this.#takeStyles(workbook);
    const list = ownRelation(
      workbook.part,
      'worksheet',
      `xl/worksheets/sheet${this.#firstNumber}.xml`,
    );
    const relations = [...workbook.relations, list];
    if (styles.isNew) relations.push(styles.relation);
    const ids = new Set(relations.map(({ id }) => id));
    const tab = { name: tabs.freeName(this.#order.list.name), id: list.id, tabs };
    const { sheet: usual, marks } = this.#order;
    const marksByPart = new Map<string, CellMark[]>();
    for (const sheet of new Set(marks.map((mark) => mark.sheet ?? usual))) {
      const relation = workbook.relations.find(({ id }) => id === tabs.relationOf(sheet));
      const own = marks.filter((mark) => (mark.sheet ?? usual) === sheet);
      if (relation) marksByPart.set(relation.part, own);
    }

    this.#addRelations('', [ownRelation('x', 'officeDocument', workbook.part)]);
    this.#add(workbook.part, contentTypes.officeDocument, () =>
      this.#edited(workbook.part, workbookEditor(ids, tab)),
    );
    this.#addRelations(workbook.part, relations);
    for (const kept of this.#kept.values()) {
      if (kept.kind === 'worksheet') await this.#addSheet(kept, marksByPart.get(kept.part) ?? []);
      else if (kept !== workbook && kept.kind !== 'styles') this.#addOther(kept);
    }
    const listStyles = { heading: this.#styles.heading(), text: this.#styles.text() };
    this.#add(list.part, contentTypes.worksheet, () =>
      batched(listSheetXml(this.#order.list, listStyles)),
    );
    this.#add(styles.relation.part, contentTypes.styles, () =>
      this.#styles.isOfWorkbook
        ? this.#edited(styles.relation.part, this.#styles.editor())
        : copiedXml(once(Buffer.from(plainStyles)), this.#styles.editor()),
    );
    return this.#written;
  }

  async #takeStyles(workbook: KeptPart) {
    const known = workbook.relations.find(({ kind }) => kind === 'styles');
    const found = known && (await MarkedStyles.of(this.#source, known.part));
    if (found) this.#styles = found;
    const relation =
      known ?? ownRelation(workbook.part, 'styles', `xl/styles${this.#firstNumber}.xml`);
    return { relation, isNew: known === undefined };
  }

  async #addSheet({ part, relations }: KeptPart, given: readonly CellMark[]): Promise<void> {
    const comments = relations.find(({ kind }) => kind === 'comments');
    const earlier = comments ? await notesOf(this.#source, comments.part) : [];
    const marks =
      given.length > 0 ? atFirstCell(given, await mergedRanges(this.#source.bytesOf(part))) : [];
    const rows = marksByRow(marks);
    const staying = relations.filter(({ kind }) => kind !== 'comments' && kind !== 'vmlDrawing');
    const own = this.#addNotes(part, together(earlier, [...rows.values()].flat()));
    const all = [...staying, ...own];
    const ids = new Set(staying.map(({ id }) => id));
    const notes = own.find(({ kind }) => kind === 'vmlDrawing')?.id ?? null;
    this.#add(part, contentTypes.worksheet, () =>
      this.#edited(part, sheetEditor(ids, { rows, styles: this.#styles, notes })),
    );
    this.#addRelations(part, all);
  }

  #addNotes(sheet: string, notes: readonly CellNote[]) {
    if (notes.length === 0) return [];
    const block = this.#shapeBlock;
    this.#shapeBlock += shapeBlocks(notes);
    const number = this.#firstNumber + block;
    const comments = ownRelation(sheet, 'comments', `xl/comments${number}.xml`);
    const shapes = ownRelation(sheet, 'vmlDrawing', `xl/drawings/vmlDrawing${number}.vml`);
    this.#add(comments.part, contentTypes.comments, () =>
      batched(commentsXml(notes, this.#order.author)),
    );
    this.#add(shapes.part, contentTypes.vmlDrawing, () => batched(shapesXml(notes, block)));
    return [comments, shapes];
  }

  #addOther(kept: KeptPart): void {
    const { part, kind, relations } = kept;
    const ids = new Set(relations.map(({ id }) => id));
    const isText = kind !== 'image';
    this.#add(part, contentTypeOf(kept), () =>
      isText ? this.#edited(part, withoutLinks(ids)) : this.#source.bytesOf(part),
    );
    this.#addRelations(part, relations);
  }

  #edited(part: string, editor: XmlEditor): AsyncIterable<Uint8Array> {
    return copiedXml(this.#source.bytesOf(part), editor);
  }

  #addRelations(source: string, relations: Parameters<typeof relationsXml>[0]): void {
    if (relations.length === 0) return;
    this.#add(relationsPart(source), null, () => [relationsXml(relations)]);
  }

  #add(part: string, type: string | null, content: WrittenPart['content']): void {
    this.#written.push({ part, type, content });
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
