import { Document, Packer, Paragraph, TextRun } from 'docx';
import { partsOf } from '../../lib/docx/parts.ts';

/** For tests only: a document with a paragraph for each text. */
export function docxWith(texts: readonly string[]): Promise<Buffer> {
  const children = texts.map((text) => new Paragraph({ children: [new TextRun(text)] }));
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** The texts of a document's paragraphs, as Word shows them; empty ones are left out. */
export async function textsOf(bytes: Uint8Array): Promise<string[]> {
  const xml = (await partsOf(bytes)).get('word/document.xml')?.toString() ?? '';
  const paragraphs = xml.match(/<w:p[ >](?:(?!<w:p[ >]).)*?<\/w:p>/gs) ?? [];
  return paragraphs
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    )
    .filter((text) => text !== '');
}
