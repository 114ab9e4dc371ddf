import { dataOf, type LetterContent } from '@xuanpai/domain/letters/content';
import { type TemplateData, TemplateHandler } from 'easy-template-x';
import { type Parts, partsOf, zipParts } from '../../../lib/docx/parts.ts';
import { dropLoopLines, markLoopLines } from './loop-lines.ts';

export interface LetterToPrint {
  /** The file's name in an archive, without its ending. */
  filename: string;
  content: LetterContent;
}

const mainPart = 'word/document.xml';

/** What stands around each letter while it is filled; private-use characters, which no template has. */
const [begins, ends] = ['\ue0f1\ue0f2', '\ue0f2\ue0f1'];
/** The loop around the whole letter; its name is no tag of any kind. */
const everyLetter = '\ue0f3';
/** Letters filled in one pass: reading a template takes as long as filling ten of it. */
const pass = 16;

/**
 * Fills a template for each letter and gives each letter's text as XML. `filled` is told how many are
 * ready. Throws what the template engine throws.
 */
export async function fillLetters(
  template: Parts,
  letters: readonly LetterToPrint[],
  filled: (done: number) => void = () => {},
): Promise<string[]> {
  const { body } = documentOf(template);
  const looped = [
    paragraph(`{#${everyLetter}}${begins}`),
    markLoopLines(body),
    paragraph(`${ends}{/${everyLetter}}`),
  ].join('');
  const bytes = await zipParts(withBody(template, looped));
  const handler = new TemplateHandler();
  const bodies: string[] = [];
  for (let at = 0; at < letters.length; at += pass) {
    const data: TemplateData[] = letters
      .slice(at, at + pass)
      .map(({ content }) => dataOf(content) as TemplateData);
    const done = await handler.process(bytes, { [everyLetter]: data });
    const { text } = documentOf(await partsOf(done));
    bodies.push(...lettersIn(text).map(dropLoopLines));
    filled(bodies.length);
  }
  return bodies;
}

/** All letters in one file, each on a page of its own with the template's page. */
export function oneFile(template: Parts, bodies: readonly string[]): Promise<Buffer> {
  const { section } = documentOf(template);
  const next = `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${section}</w:pPr></w:p>`;
  return zipParts(withBody(template, bodies.join(next)));
}

/** A file for each letter, in a zip. */
export async function manyFiles(
  template: Parts,
  letters: readonly LetterToPrint[],
  bodies: readonly string[],
): Promise<Buffer> {
  const files: Parts = new Map();
  for (const [at, { filename }] of letters.entries()) {
    files.set(`${filename}.docx`, await zipParts(withBody(template, bodies[at] ?? '')));
  }
  return zipParts(files);
}

interface Document {
  text: string;
  before: string;
  body: string;
  /** The page: size and margins of the last section. */
  section: string;
  after: string;
}

function documentOf(parts: Parts): Document {
  const text = parts.get(mainPart)?.toString() ?? '';
  const [, before, all, after] = /^(.*?<w:body>)(.*)(<\/w:body>.*)$/s.exec(text) ?? [];
  if (before === undefined || all === undefined || after === undefined) {
    throw new Error('the document has no body');
  }
  const at = /<w:sectPr[^>]*\/>$|<\/w:sectPr>$/.test(all.trimEnd())
    ? all.lastIndexOf('<w:sectPr')
    : -1;
  const [body, section] = at === -1 ? [all, ''] : [all.slice(0, at), all.slice(at)];
  return { text, before, body, section, after };
}

function withBody(parts: Parts, body: string): Parts {
  const { before, section, after } = documentOf(parts);
  return new Map(parts).set(mainPart, Buffer.from(before + body + section + after));
}

function paragraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

function lettersIn(text: string): string[] {
  return text
    .split(begins)
    .slice(1)
    .map((part) => {
      const [letter = ''] = part.split(ends);
      // From the end of the paragraph of one mark to the beginning of that of the other.
      const start = letter.indexOf('</w:p>') + '</w:p>'.length;
      return letter.slice(start, letter.search(/<w:p(?: [^>]*)?>(?:(?!<w:p[ >]).)*$/s));
    });
}
