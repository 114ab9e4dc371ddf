import type { UsedTag } from './content.ts';
import { placedTags, type Tag } from './tags.ts';

/** A paragraph of a template, with where Word shows it. */
export interface TemplateParagraph {
  text: string;
  /** Paragraph n of the text, counted from 1; in a table: table, row, cell. */
  place: { paragraph: number } | { table: number; row: number; cell: number };
  /** Header, footer, note: printed once for all letters of a file. */
  outside: 'headerOrFooter' | 'note' | null;
}

export const templateFaultCodes = [
  'unclosedBrace',
  'strayBrace',
  'fullWidthBrace',
  'emptyTag',
  'unknownTag',
  'outsideLoop',
  'unclosedLoop',
  'unopenedLoop',
  'crossedLoop',
  'brokenLoopPlace',
  'neverRepeated',
  'outsideBody',
] as const;

export interface TemplateFault {
  code: (typeof templateFaultCodes)[number];
  tag: string;
  paragraph: TemplateParagraph;
  /** The loop that a tag belongs to, or that is open. */
  loop: string | null;
}

export interface CheckedTemplate {
  faults: TemplateFault[];
  used: UsedTag[];
}

interface Open {
  tag: string;
  isLoop: boolean;
  paragraph: TemplateParagraph;
}

/**
 * Reads a template's text against the tags of its kind and gives everything that is wrong with it at
 * once, and the tags that it uses. `{#人员}…{/人员}` repeats; `{#民族}…{/民族}` around a single value
 * prints only where there is one; `{/}` closes what is open.
 */
export function checkTemplate(
  paragraphs: readonly TemplateParagraph[],
  tags: readonly Tag[],
): CheckedTemplate {
  const reading: Reading = { tags, known: placedTags(tags), open: [], faults: [], used: [] };
  for (const paragraph of paragraphs) {
    for (const piece of piecesOf(paragraph.text)) readPiece(reading, piece, paragraph);
  }
  for (const { tag, paragraph } of reading.open) {
    reading.faults.push({ code: 'unclosedLoop', tag, paragraph, loop: null });
  }
  return { faults: reading.faults, used: reading.used };
}

interface Reading extends CheckedTemplate {
  tags: readonly Tag[];
  known: ReturnType<typeof placedTags>;
  open: Open[];
}

type Piece =
  | { kind: 'tag'; sign: '' | '#' | '/'; name: string; text: string }
  | { kind: 'unclosedBrace' | 'strayBrace' | 'fullWidthBrace'; text: string };

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [whole, inner] of text.matchAll(/\{([^{}｛｝]*)\}|[{}｛｝]/gu)) {
    if (inner === undefined) pieces.push({ kind: braceFault(whole), text: whole });
    else {
      const [, sign = '', name = ''] = /^\s*([#/]?)\s*(.*?)\s*$/su.exec(inner) ?? [];
      pieces.push({ kind: 'tag', sign: sign as '' | '#' | '/', name, text: whole });
    }
  }
  return pieces;
}

function braceFault(brace: string) {
  if (brace === '{') return 'unclosedBrace';
  return brace === '}' ? 'strayBrace' : 'fullWidthBrace';
}

function readPiece(reading: Reading, piece: Piece, paragraph: TemplateParagraph): void {
  const fault = (code: TemplateFault['code'], tag: string, loop: string | null = null) =>
    reading.faults.push({ code, tag, paragraph, loop });
  if (piece.kind !== 'tag') fault(piece.kind, piece.text);
  else if (paragraph.outside !== null) fault('outsideBody', piece.text);
  else if (piece.sign === '/') closeLoop(reading, piece.name, paragraph);
  else if (piece.name === '') fault('emptyTag', piece.text);
  else readTag(reading, piece.sign === '#', piece.name, paragraph);
}

function readTag(reading: Reading, opens: boolean, name: string, paragraph: TemplateParagraph) {
  const { open, known, faults, used } = reading;
  const loops = open.filter(({ isLoop }) => isLoop).map(({ tag }) => tag);
  const tag = tagWithin(reading.tags, loops, name);
  const repeats = tag?.inside !== undefined;
  if (!tag) {
    const elsewhere = known.find((one) => one.tag.name === name);
    const loop = elsewhere?.within.at(-1) ?? null;
    faults.push({ code: elsewhere ? 'outsideLoop' : 'unknownTag', tag: name, paragraph, loop });
  } else if (repeats && !opens) {
    faults.push({ code: 'neverRepeated', tag: name, paragraph, loop: name });
  } else if (!opens) {
    const optional = open.some(({ tag: around, isLoop }) => !isLoop && around === name);
    used.push({ path: [...loops, name], optional });
  }
  // Kept open even when unknown, so that its end is no second fault.
  if (opens) open.push({ tag: name, isLoop: repeats, paragraph });
}

/** The tag that a name means inside some loops: the innermost loop's own, else that of those around. */
function tagWithin(tags: readonly Tag[], loops: readonly string[], name: string): Tag | undefined {
  const [first, ...rest] = loops;
  const own = tags.find((one) => one.name === name);
  if (first === undefined) return own;
  const inside = tags.find((one) => one.name === first)?.inside ?? [];
  return tagWithin(inside, rest, name) ?? own;
}

function closeLoop({ open, faults }: Reading, name: string, paragraph: TemplateParagraph): void {
  const last = open.at(-1);
  if (!last) {
    faults.push({ code: 'unopenedLoop', tag: name, paragraph, loop: null });
    return;
  }
  if (name === '' || last.tag === name) {
    open.pop();
    if (!canRepeat(last.paragraph, paragraph)) {
      faults.push({ code: 'brokenLoopPlace', tag: last.tag, paragraph, loop: null });
    }
    return;
  }
  const at = open.map(({ tag }) => tag).lastIndexOf(name);
  if (at === -1) {
    faults.push({ code: 'unopenedLoop', tag: name, paragraph, loop: last.tag });
    return;
  }
  faults.push({ code: 'crossedLoop', tag: name, paragraph, loop: last.tag });
  open.splice(at);
}

/** A loop opens and closes in the text, or both times in the same table. */
function canRepeat({ place: from }: TemplateParagraph, { place: to }: TemplateParagraph): boolean {
  if ('paragraph' in from || 'paragraph' in to) return 'paragraph' in from && 'paragraph' in to;
  return from.table === to.table;
}
