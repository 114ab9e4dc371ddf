import { posix } from 'node:path';
import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { SheetLimits } from './sheet-limits.ts';
import { SheetRefused } from './sheet-refused.ts';

/** Attributes of an element, under the names as written (`r:id`). */
export type Attributes = Readonly<Record<string, string>>;

/** What is done with a part: names come without prefix. */
export interface PartHandlers {
  open: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

const deepest = 100;

/** Parts of a workbook: sheets, pictures, lists of relations. */
const mostParts = 20_000;

/** Bytes from one tag to the next: a cell's text, the attributes of an element. More is no workbook. */
const longestToken = 2 * 1024 * 1024;

/** The parts of an .xlsx file. What is inflated is counted over all of them. */
export class WorkbookPackage {
  readonly #zip: ZipFile;
  readonly #limits: SheetLimits;
  readonly #entries = new Map<string, Entry>();
  #inflated = 0;

  private constructor(zip: ZipFile, limits: SheetLimits) {
    this.#zip = zip;
    this.#limits = limits;
  }

  /** Reads the directory of the file; throws SheetRefused when it is damaged, encrypted or has macros. */
  static async open(bytes: Uint8Array, limits: SheetLimits): Promise<WorkbookPackage> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer).catch(damaged);
    const parts = new WorkbookPackage(zip, limits);
    try {
      for await (const entry of zip.eachEntry()) parts.#add(entry);
    } catch (error) {
      throw error instanceof SheetRefused ? error : damaged(error);
    }
    return parts;
  }

  #add(entry: Entry): void {
    const name = entry.fileName.toLowerCase();
    if (/(?:^|\/)vbaproject\.bin$|^xl\/macrosheets\//.test(name)) throw new SheetRefused('macros');
    if (entry.isEncrypted()) throw new SheetRefused('encrypted');
    // Of two parts with one name every program takes another: what is checked must be what is read.
    if (this.#entries.has(name)) throw new SheetRefused('truncated', { part: name });
    if (this.#entries.size >= mostParts) {
      throw new SheetRefused('tooLarge', { limit: mostParts, unit: 'parts' });
    }
    this.#entries.set(name, entry);
  }

  /** Whether there is a part of this name, whatever the case. */
  has(part: string): boolean {
    return this.#entries.has(part.toLowerCase());
  }

  /** The parts by name, in lower case. */
  names(): string[] {
    return [...this.#entries.keys()];
  }

  /** Reads a part as a stream through the handlers. Gives false when there is no such part. */
  async read(part: string, handlers: PartHandlers): Promise<boolean> {
    if (!this.has(part)) return false;
    let sinceTag = 0;
    const parser = partParser(handlers, () => {
      sinceTag = 0;
    });
    const decoder = new TextDecoder('utf-8');
    try {
      for await (const chunk of this.bytesOf(part)) {
        sinceTag += chunk.length;
        parser.write(decoder.decode(chunk, { stream: true }));
        if (sinceTag > longestToken) throw tooLarge(longestToken);
      }
      parser.write(decoder.decode()).close();
    } catch (error) {
      throw error instanceof SheetRefused ? error : damaged(error);
    }
    return true;
  }

  /** The bytes of a part, inflated and counted; nothing where there is no such part. */
  async *bytesOf(part: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(part.toLowerCase());
    if (entry === undefined) return;
    if (this.#inflated + entry.uncompressedSize > this.#limits.inflatedBytes)
      throw tooLarge(this.#limits.inflatedBytes);
    const stream: Readable = await this.#zip.openReadStreamPromise(entry).catch(damaged);
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      this.#inflated += chunk.length;
      if (this.#inflated > this.#limits.inflatedBytes) throw tooLarge(this.#limits.inflatedBytes);
      yield chunk;
    }
  }
}

/** The name of a part from a relationship: `worksheets/sheet1.xml` beside `xl/workbook.xml`, or `/xl/…`. */
export function targetPart(source: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(source), target);
}

/** The attribute by its name without prefix. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  const found = Object.keys(attributes).find((key) => localName(key) === name);
  return found === undefined ? undefined : attributes[found];
}

function partParser(handlers: PartHandlers, onTag: () => void): SaxesParser {
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw new SheetRefused('doctype');
  });
  parser.on('opentag', (tag) => {
    onTag();
    depth += 1;
    if (depth > deepest) throw new SheetRefused('truncated', { depth });
    handlers.open(localName(tag.name), tag.attributes as Attributes);
  });
  parser.on('closetag', (tag) => {
    onTag();
    depth -= 1;
    handlers.close?.(localName(tag.name));
  });
  if (handlers.text !== undefined) parser.on('text', handlers.text);
  return parser;
}

function tooLarge(limit: number): SheetRefused {
  return new SheetRefused('tooLarge', { limit, unit: 'bytes' });
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Whatever the zip or XML reader objects to is one thing to people: the file is damaged. */
function damaged(error: unknown): never {
  throw new SheetRefused('truncated', {
    reason: error instanceof Error ? error.message : String(error),
  });
}
