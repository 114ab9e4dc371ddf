import { SheetRefused } from '../sheet-refused.ts';
import { targetPart, type WorkbookPackage } from '../workbook-package.ts';

/** A part that is copied, how it was found, and the relations of its own that stay. */
export interface KeptPart {
  part: string;
  kind: string;
  relations: KeptRelation[];
}

export interface KeptRelation {
  id: string;
  type: string;
  kind: string;
  target: string;
  part: string;
}

const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const drawing = 'application/vnd.openxmlformats-officedocument';

/**
 * What is copied, by the kind of the relation that leads to it, and its content type. Everything else
 * goes: macros, links to other files, queries, embedded objects, printers.
 */
export const contentTypes = {
  officeDocument: `${main}.sheet.main+xml`,
  worksheet: `${main}.worksheet+xml`,
  chartsheet: `${main}.chartsheet+xml`,
  styles: `${main}.styles+xml`,
  sharedStrings: `${main}.sharedStrings+xml`,
  theme: `${drawing}.theme+xml`,
  table: `${main}.table+xml`,
  comments: `${main}.comments+xml`,
  drawing: `${drawing}.drawing+xml`,
  chart: `${drawing}.drawingml.chart+xml`,
  chartStyle: 'application/vnd.ms-office.chartstyle+xml',
  chartColorStyle: 'application/vnd.ms-office.chartcolorstyle+xml',
  vmlDrawing: `${drawing}.vmlDrawing`,
} as const;

const imageTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
};

export function contentTypeOf({ part, kind }: Pick<KeptPart, 'part' | 'kind'>): string | null {
  if (kind === 'image') return imageTypes[extensionOf(part)] ?? null;
  return Object.hasOwn(contentTypes, kind) ? contentTypes[kind as keyof typeof contentTypes] : null;
}

function extensionOf(part: string): string {
  return part.slice(part.lastIndexOf('.') + 1).toLowerCase();
}

/** Notes and their shapes are written anew, since shapes are often no XML. */
const writtenAnew = new Set(['comments', 'vmlDrawing']);

/** Parts of one workbook; more is no workbook that an office made. */
const mostParts = 5000;

/** Follows the relations from the root; a part that several lead to is copied once. */
export async function keptParts(parts: WorkbookPackage): Promise<Map<string, KeptPart>> {
  const kept = new Map<string, KeptPart>();
  const waiting = (await relationsOf(parts, '')).filter(({ kind }) => kind === 'officeDocument');
  const first = { part: 'xl/workbook.xml', kind: 'officeDocument' };
  const open: { part: string; kind: string }[] = waiting.length > 0 ? waiting.slice(0, 1) : [first];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { part, kind } = next;
    if (kept.has(part.toLowerCase())) continue;
    if (kept.size >= mostParts) throw new SheetRefused('tooLarge', { limit: mostParts });
    const all = kind === 'image' ? [] : await relationsOf(parts, part);
    const relations = all.filter(
      (relation) => contentTypeOf(relation) !== null && parts.has(relation.part),
    );
    kept.set(part.toLowerCase(), { part, kind, relations });
    open.push(...relations.filter((relation) => !writtenAnew.has(relation.kind)));
  }
  return kept;
}

async function relationsOf(parts: WorkbookPackage, source: string): Promise<KeptRelation[]> {
  const found: KeptRelation[] = [];
  await parts.read(relationsPart(source), {
    open: (name, { Id, Type = '', Target, TargetMode }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      if (TargetMode === 'External') return;
      const kind = Type.slice(Type.lastIndexOf('/') + 1);
      const part = targetPart(source, Target);
      found.push({ id: Id, type: Type, kind, target: Target, part });
    },
  });
  return found;
}

/** xl/worksheets/_rels/sheet1.xml.rels for xl/worksheets/sheet1.xml. */
export function relationsPart(source: string): string {
  const slash = source.lastIndexOf('/') + 1;
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
}
