import { SaxesParser } from 'saxes';
import { SheetRefused } from '../sheet-refused.ts';
import type { Attributes } from '../workbook-package.ts';

/** An element of the part that is copied; `name` without prefix, `depth` 0 for the root. */
export interface CopiedElement {
  name: string;
  attributes: Attributes;
  depth: number;
}

/** What becomes of the elements of a part. What it doesn't mention stays as it is. */
export interface XmlEditor {
  /** Other attributes for the element; null leaves it out, with what it holds. */
  open?: (element: CopiedElement, copy: XmlCopy) => Attributes | null;
  /** Before the closing tag. */
  close?: (name: string, copy: XmlCopy) => void;
  /** Elements of these names hold text only, which decides whether they stay. */
  judged?: ReadonlySet<string>;
  keep?: (name: string, attributes: Attributes, text: string) => boolean;
  /** Elements that are left out when nothing in them stays. */
  neverEmpty?: ReadonlySet<string>;
}

interface OpenElement {
  written: string;
  name: string;
  /** Whether its opening tag stands in the output already. */
  isOut: boolean;
}

const deepest = 100;
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Copies XML as a stream, element by element, with what an editor changes. Comments are left out. */
export class XmlCopy {
  readonly #editor: XmlEditor;
  readonly #parser = new SaxesParser({ position: false });
  #open: OpenElement[] = [];
  #heldFrom = 0;
  #output = xmlHead;
  #skipped = 0;
  #judged: { attributes: Attributes; written: string; text: string } | null = null;
  /** The prefix of the root element with its colon, for elements that are inserted. */
  prefix = '';

  constructor(editor: XmlEditor) {
    this.#editor = editor;
    this.#parser.on('doctype', () => {
      throw new SheetRefused('doctype');
    });
    this.#parser.on('opentag', (tag) => this.#opened(tag.name, tag.attributes as Attributes));
    this.#parser.on('closetag', (tag) => this.#closed(tag.name));
    this.#parser.on('text', (text) => this.#texted(text));
    this.#parser.on('cdata', (text) => this.#texted(text));
  }

  /** Puts XML in at this place. */
  insert(xml: string): void {
    if (xml === '') return;
    this.#flush();
    this.#output += xml;
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  end(): void {
    this.#parser.close();
  }

  /** What has been written since the last time. */
  take(): string {
    const text = this.#output;
    this.#output = '';
    return text;
  }

  #opened(written: string, attributes: Attributes): void {
    if (this.#skipped > 0) {
      this.#skipped += 1;
      return;
    }
    const name = localName(written);
    const depth = this.#open.length;
    if (depth > deepest) throw new SheetRefused('truncated', { depth });
    if (depth === 0) this.prefix = written.slice(0, written.length - name.length);
    if (this.#judged !== null) return;
    const kept = this.#editor.open
      ? this.#editor.open({ name, attributes, depth }, this)
      : attributes;
    if (kept === null) {
      this.#skipped = 1;
      return;
    }
    const tag = `<${written}${attributesText(kept)}`;
    if (this.#editor.judged?.has(name)) {
      this.#judged = { attributes, written: tag, text: '' };
      return;
    }
    this.#open.push({ written: tag, name, isOut: false });
  }

  #closed(written: string): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    const name = localName(written);
    if (this.#judged !== null) {
      if (!this.#editor.judged?.has(name)) return;
      const { attributes, written: tag, text } = this.#judged;
      this.#judged = null;
      if (this.#editor.keep?.(name, attributes, text) ?? true) {
        this.insert(text === '' ? `${tag}/>` : `${tag}>${escaped(text)}</${written}>`);
      }
      return;
    }
    this.#editor.close?.(name, this);
    const element = this.#open.pop();
    if (element === undefined) return;
    if (element.isOut) {
      this.#heldFrom = this.#open.length;
      this.#output += `</${written}>`;
      return;
    }
    if (this.#editor.neverEmpty?.has(name)) return;
    this.#flush();
    this.#output += `${element.written}/>`;
  }

  #texted(text: string): void {
    if (this.#skipped > 0) return;
    if (this.#judged !== null) {
      this.#judged.text += text;
      return;
    }
    if (this.#open.length === 0) return;
    const inNeverEmpty = this.#editor.neverEmpty?.has(this.#open.at(-1)?.name ?? '');
    if (inNeverEmpty && text.trim() === '') return;
    this.insert(escaped(text));
  }

  /** Opening tags wait until it is known that something stands in them. */
  #flush(): void {
    for (let at = this.#heldFrom; at < this.#open.length; at += 1) {
      const element = this.#open[at];
      if (element === undefined) continue;
      this.#output += `${element.written}>`;
      element.isOut = true;
    }
    this.#heldFrom = this.#open.length;
  }
}

/** The copy of a part, piece by piece. Throws SheetRefused when the part is damaged. */
export async function* copiedXml(
  chunks: AsyncIterable<Uint8Array>,
  editor: XmlEditor,
): AsyncGenerator<Buffer> {
  const copy = new XmlCopy(editor);
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const chunk of chunks) {
      copy.write(decoder.decode(chunk, { stream: true }));
      const text = copy.take();
      if (text !== '') yield Buffer.from(text);
    }
    copy.write(decoder.decode());
    copy.end();
  } catch (error) {
    if (error instanceof SheetRefused) throw error;
    throw new SheetRefused('truncated', { reason: String(error) });
  }
  yield Buffer.from(copy.take());
}

function attributesText(attributes: Attributes): string {
  let text = '';
  for (const name of Object.keys(attributes))
    text += ` ${name}="${escaped(attributes[name] ?? '')}"`;
  return text;
}

/** Text for XML; what XML can't hold is left out. */
export function escaped(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    if (isSpecial(text.charCodeAt(at))) return escapedAll(text);
  }
  return text;
}

/** Control characters, &, <, >, quotes, halves of characters, and what is no character. */
function isSpecial(code: number): boolean {
  if (code < 63) return code < 32 || code === 34 || code === 38 || code === 60 || code === 62;
  return code >= 0xd800 && (code < 0xe000 || code >= 0xfffe);
}

function escapedAll(text: string): string {
  return text.replace(
    /[&<>"\p{Cc}\p{Surrogate}\ufffe\uffff]/gu,
    (character) => escapes[character] ?? (/[\u0080-\u009f]/.test(character) ? character : ''),
  );
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
