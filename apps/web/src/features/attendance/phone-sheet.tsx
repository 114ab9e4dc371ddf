import type { SheetDay, SheetRow } from '@xuanpai/contracts/attendance';
import { useState } from 'react';
import { useDay } from '../../lib/day.ts';
import { useText } from '../../locales/use-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './attendance.module.css';
import { editsOf, shownValue } from './edits.ts';
import { Legend } from './legend.tsx';
import { cellInWords, signOfCell } from './mark-words.ts';
import { remarksOf, requiredWords } from './sheet-rows.tsx';
import type { OpenSheet } from './use-sheet.ts';

interface PhoneSheetProps {
  open: OpenSheet;
  onOpen: (rowId: string) => void;
}

/** On the telephone: the people, and of the one that is tapped the month as a small calendar. */
export function PhoneSheet({ open, onOpen }: PhoneSheetProps) {
  const text = useText().attendance;
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <ul className={styles.people} aria-label={text.phone.people}>
      {open.sheet.rows.map((row) => {
        const id = row.assignmentId;
        const isOpen = chosen === id;
        const remarks = remarksOf(row, text);
        return (
          <li key={id} className={styles.person}>
            <button
              type="button"
              className={styles.personLine}
              aria-expanded={isOpen}
              onClick={() => setChosen(isOpen ? null : id)}
            >
              <span className={styles.personName}>{row.cadreName}</span>
              <span className={styles.quiet}>{row.villageName}</span>
              <Icon name={isOpen ? 'up' : 'down'} size={14} />
              <span className={styles.personCounts} data-short={row.short > 0 || undefined}>
                {text.phone.counts(row.inVillage, requiredWords(row, text), row.short)}
              </span>
              {remarks && <span className={styles.quiet}>{remarks}</span>}
            </button>
            {isOpen && (
              <>
                <PersonMonth open={open} row={row} />
                <TextButton onClick={() => onOpen(id)}>{text.chosen.row}</TextButton>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Seven columns, Monday first; a tap on a day lets a sign be chosen for it. */
function PersonMonth({ open, row }: { open: OpenSheet; row: SheetRow }) {
  const text = useText().attendance;
  const { readOnly } = useDay();
  const [day, setDay] = useState<string | null>(null);
  const { sheet, edits, saver } = open;
  const editable = sheet.editable && !readOnly;
  const before = (sheet.days[0]?.weekday ?? 1) - 1;
  const value = (on: string) => shownValue(row, 'cell', on, edits);
  const label = (on: string) => text.dayOf(Number(on.slice(5, 7)), Number(on.slice(8)));
  return (
    <fieldset className={styles.month} aria-label={text.phone.calendar(row.cadreName)}>
      {Object.values(text.weekdays).map((weekday) => (
        <span key={weekday} className={styles.monthHead} aria-hidden>
          {weekday}
        </span>
      ))}
      {sheet.days.map((one, at) => {
        const inPost = one.day >= row.firstDay && one.day <= row.lastDay;
        return (
          <button
            key={one.day}
            type="button"
            className={styles.monthDay}
            style={at === 0 ? { gridColumnStart: before + 1 } : undefined}
            disabled={!inPost || !editable}
            aria-label={nameOf(one.day, inPost)}
            aria-expanded={day === one.day}
            data-shade={shadeOf(one)}
            data-closed={!inPost || undefined}
            onClick={() => setDay(day === one.day ? null : one.day)}
          >
            <span className={styles.monthNumber}>{Number(one.day.slice(8))}</span>
            {inPost && signOfCell(value(one.day))}
          </button>
        );
      })}
      {day !== null && (
        <div className={styles.monthSigns}>
          <p>{text.phone.mark(label(day))}</p>
          <Legend large onWrite={write} />
        </div>
      )}
    </fieldset>
  );

  /** What the day shows, then in words. */
  function nameOf(on: string, inPost: boolean) {
    const number = Number(on.slice(8));
    if (!inPost) return `${number} ${label(on)} ${text.cell.closed}`;
    const said = cellInWords(value(on), text.cell);
    return `${number}${signOfCell(value(on))} ${label(on)} ${said}`;
  }

  function write(is: string | null) {
    if (day === null) return;
    const { assignmentId } = row;
    saver.edit(editsOf([{ assignmentId, field: 'cell', day, was: value(day), is }]));
    setDay(null);
  }
}

function shadeOf({ kind }: SheetDay): string | undefined {
  return kind === 'weekend' || kind === 'holiday' ? kind : undefined;
}
