import type { TemplateParagraph } from '@xuanpai/domain/letters/template-check';
import { isCompoundFile } from '../../../lib/sheet/old-office.ts';
import { SheetRefused } from '../../../lib/sheet/sheet-refused.ts';
import { attributeOf, WorkbookPackage } from '../../../lib/sheet/workbook-package.ts';
import { docxLimits } from './docx-limits.ts';
import { type DocxRefusal, DocxRefused, docxRefused } from './docx-refused.ts';
import { ParagraphReader } from './paragraph-reader.ts';

const mainPart = 'word/document.xml';

/** Parts beside the text; what stands in them is printed once for all letters of a file. */
const outside = [
  ...Array.from({ length: 20 }, (_, at) => ({
    part: `word/header${at + 1}.xml`,
    place: 'headerOrFooter' as const,
  })),
  ...Array.from({ length: 20 }, (_, at) => ({
    part: `word/footer${at + 1}.xml`,
    place: 'headerOrFooter' as const,
  })),
  { part: 'word/footnotes.xml', place: 'note' as const },
  { part: 'word/endnotes.xml', place: 'note' as const },
];

/**
 * The paragraphs of an uploaded template. Throws `templateRefused` for what is no .docx, or one that
 * could do anything but be printed: macros, embedded files, references outside, fields that read files.
 */
export async function readTemplate(bytes: Uint8Array): Promise<TemplateParagraph[]> {
  if (isCompoundFile(bytes)) throw docxRefused('oldDoc');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw docxRefused('notDocx');
  try {
    const parts = await WorkbookPackage.open(bytes, docxLimits);
    await refuseForeignParts(parts);
    const reader = new ParagraphReader();
    if (!(await reader.read(parts, mainPart, null))) throw new DocxRefused('notDocx');
    for (const { part, place } of outside) await reader.read(parts, part, place);
    return reader.paragraphs;
  } catch (error) {
    throw error instanceof SheetRefused ? docxRefused(reasonOf(error)) : error;
  }
}

function reasonOf(refused: SheetRefused): DocxRefusal {
  if (refused instanceof DocxRefused) return refused.reason;
  const { code } = refused;
  switch (code) {
    case 'macros':
    case 'doctype':
    case 'tooLarge':
      return code;
    case 'encrypted':
      return 'oldDoc';
    default:
      return 'damaged';
  }
}

const documentType =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

async function refuseForeignParts(parts: WorkbookPackage): Promise<void> {
  let isDocument = false;
  const read = await parts.read('[Content_Types].xml', {
    open: (name, attributes) => {
      const type = attributeOf(attributes, 'ContentType') ?? '';
      if (name === 'Override' && type === documentType) isDocument = true;
      if (/macroEnabled|vbaProject|vbaData/i.test(type)) throw new DocxRefused('macros');
      if (/oleObject|activeX/i.test(type) && name === 'Override') throw new DocxRefused('embedded');
    },
  });
  if (!read || !isDocument) throw new DocxRefused('notDocx');
  for (const part of parts.names()) {
    if (/^word\/(?:embeddings|activex)\//.test(part)) throw new DocxRefused('embedded');
    if (part.endsWith('.rels')) await refuseForeignTargets(parts, part);
  }
}

/** Links that a reader may follow are no reference that a program follows by itself. */
async function refuseForeignTargets(parts: WorkbookPackage, part: string): Promise<void> {
  await parts.read(part, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const type = attributeOf(attributes, 'Type') ?? '';
      const target = attributeOf(attributes, 'Target') ?? '';
      if (/\/(?:aFChunk|oleObject|package|control|attachedToolbars)$/.test(type))
        throw new DocxRefused('embedded');
      if (attributeOf(attributes, 'TargetMode') !== 'External') return;
      const isLink = type.endsWith('/hyperlink') && /^(?:https?:|mailto:)/i.test(target);
      if (!isLink) throw new DocxRefused('external');
    },
  });
}
