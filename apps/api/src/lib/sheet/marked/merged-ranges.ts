import { columnOf } from './cell-reference.ts';
import type { CellMark } from './marks.ts';

export interface Range {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** The merged ranges of a sheet, by a search through its text: parsing it twice would take twice as long. */
export async function mergedRanges(chunks: AsyncIterable<Uint8Array>): Promise<Range[]> {
  const found: Range[] = [];
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const chunk of chunks) {
    const text = rest + decoder.decode(chunk, { stream: true });
    const complete = text.lastIndexOf('>') + 1;
    for (const [, reference = ''] of text.slice(0, complete).matchAll(mergeCell)) {
      const range = rangeOf(reference);
      if (range !== null) found.push(range);
    }
    rest = text.slice(complete).slice(-longestTag);
  }
  return found;
}

const mergeCell = /<(?:\w+:)?mergeCell\s[^<>]*?ref=["']([^"']{1,40})["']/g;
const longestTag = 2048;

function rangeOf(reference: string): Range | null {
  const [from = '', to = from] = reference.split(':');
  const [left, right] = [columnOf(from), columnOf(to)];
  const [top, bottom] = [from, to].map((corner) => Number(/\d+$/.exec(corner)?.[0] ?? 0));
  if (left === null || right === null || !top || !bottom) return null;
  return { top, left, bottom, right };
}

/** What is hidden in a merged range is marked where the range shows it: at its first cell. */
export function atFirstCell(marks: readonly CellMark[], ranges: readonly Range[]): CellMark[] {
  if (ranges.length === 0) return [...marks];
  const byColumn = new Map<number, Range[]>();
  for (const range of ranges) {
    for (let column = range.left; column <= Math.min(range.right, range.left + 256); column += 1) {
      const known = byColumn.get(column);
      if (known) known.push(range);
      else byColumn.set(column, [range]);
    }
  }
  for (const list of byColumn.values()) list.sort((left, right) => left.top - right.top);
  return marks.map((mark) => {
    const range = rangeAt(byColumn.get(mark.column) ?? [], mark.row);
    return range ? { ...mark, row: range.top, column: range.left } : mark;
  });
}

/** Ranges of a column don't overlap: the last that begins at the row or above it holds it, or none. */
function rangeAt(sorted: readonly Range[], row: number): Range | null {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.top ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  const range = sorted[low - 1];
  return range && range.bottom >= row ? range : null;
}
