import type { KeyboardEvent } from 'react';
import styles from './evaluation-entry.module.css';

interface BallotCellProps {
  label: string;
  value: number | null;
  flag: 'wrong' | 'open' | null;
  onType: (value: number | null) => void;
  /** Rows of cells from here on. */
  onPaste: (rows: (number | null)[][]) => void;
}

/** A number of ballots: digits only; arrows and Enter go on, a piece of a sheet may be pasted. */
export function BallotCell({ label, value, flag, onType, onPaste }: BallotCellProps) {
  return (
    <input
      className={styles.cell}
      aria-label={label}
      inputMode="numeric"
      autoComplete="off"
      data-flag={flag}
      maxLength={5}
      value={value ?? ''}
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => onType(numberOf(target.value))}
      onKeyDown={onKey}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text/plain');
        if (!/[\t\n]/.test(text.trimEnd())) return;
        event.preventDefault();
        onPaste(
          text
            .trimEnd()
            .split(/\r?\n/)
            .map((line) => line.split('\t').map(numberOf)),
        );
      }}
    />
  );
}

function numberOf(text: string): number | null {
  const digits = text.replace(/\D/g, '');
  return digits === '' ? null : Math.min(Number(digits), 10_000);
}

function onKey(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const by = stepOf(event);
  if (!by) return;
  const next = neighbour(event.currentTarget, by);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Left and right only from the ends of what is typed. */
function stepOf({ key, currentTarget, shiftKey }: KeyboardEvent<HTMLInputElement>) {
  const { selectionStart, selectionEnd, value } = currentTarget;
  const whole = selectionStart === 0 && selectionEnd === value.length;
  switch (key) {
    case 'ArrowUp':
      return { down: -1, right: 0 };
    case 'ArrowDown':
      return { down: 1, right: 0 };
    case 'ArrowLeft':
      return whole || selectionEnd === 0 ? { down: 0, right: -1 } : null;
    case 'ArrowRight':
      return whole || selectionStart === value.length ? { down: 0, right: 1 } : null;
    case 'Enter':
      return { down: 0, right: shiftKey ? -1 : 1 };
    default:
      return null;
  }
}

/** Over the end of a line comes the next one; lines without fields are left out. */
function neighbour(cell: HTMLInputElement, { down, right }: { down: number; right: number }) {
  const lines = [...(cell.closest('table')?.querySelectorAll('tbody tr') ?? [])]
    .map((line) => [...line.querySelectorAll('input')])
    .filter((cells) => cells.length > 0);
  const at = lines.findIndex((cells) => cells.includes(cell));
  const column = lines[at]?.indexOf(cell) ?? -1;
  if (down !== 0) return lines[at + down]?.[column];
  return lines[at]?.[column + right] ?? (right > 0 ? lines[at + 1]?.[0] : lines[at - 1]?.at(-1));
}
