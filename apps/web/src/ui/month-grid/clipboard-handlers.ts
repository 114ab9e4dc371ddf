import type { ClipboardEvent } from 'react';
import { paste, type Sheet, setAll } from './grid-changes.ts';
import { readClipboard, toHtml, toTsv } from './grid-clipboard.ts';
import type { GridChange, GridRange, MonthGridProps } from './grid-types.ts';

interface Chosen {
  range: GridRange;
  sheet: Sheet;
  write: (changes: readonly GridChange[]) => void;
  choose: (range: GridRange) => void;
}

/** Copy, cut and paste by the browser's own events: they work on plain http too. */
export function clipboardHandlers(
  { rows, format, parse, readOnly, onUnreadable }: MonthGridProps,
  { range, sheet, write, choose }: Chosen,
) {
  function table(): string[][] {
    return rows.slice(range.top, range.bottom + 1).map((row) => {
      const texts = [
        ...row.left.map(({ text }) => text),
        ...row.cells.map(({ value, closed }) => (closed ? '' : format(value))),
        ...row.right.map(({ text }) => text),
      ];
      return texts.slice(range.left, range.right + 1);
    });
  }

  function onCopy(event: ClipboardEvent) {
    const copied = table();
    event.clipboardData.setData('text/plain', toTsv(copied));
    event.clipboardData.setData('text/html', toHtml(copied));
    event.preventDefault();
  }

  function onCut(event: ClipboardEvent) {
    onCopy(event);
    write(setAll(sheet, range, null));
  }

  function onPaste(event: ClipboardEvent) {
    if (readOnly) return;
    event.preventDefault();
    const block = readClipboard(event.clipboardData);
    if (block.length === 0) return;
    const pasted = paste(sheet, range, block, parse);
    write(pasted.changes);
    choose(pasted.range);
    if (pasted.unreadable.length > 0) onUnreadable?.(pasted.unreadable);
  }

  return { onCopy, onCut, onPaste };
}
