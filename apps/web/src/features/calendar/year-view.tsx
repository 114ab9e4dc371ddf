import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays, addMonths } from '@xuanpai/domain/office/plain-date';
import { type KeyboardEvent, useRef, useState } from 'react';
import { usePageKeys } from '../../lib/keys.ts';
import { useText } from '../../locales/use-text.ts';
import styles from './calendar.module.css';
import { MonthTable } from './month-table.tsx';
import type { YearMonth } from './year-days.ts';

interface YearViewProps {
  year: number;
  months: readonly YearMonth[];
  today: string;
  selected: string | null;
  onOpen: (day: string) => void;
}

/** Twelve months; arrows go by day and week, PageUp and PageDown by month. */
export function YearView({ year, months, today, selected, onOpen }: YearViewProps) {
  const text = useText().calendar;
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const inYear = (day: string | null): day is string => day?.startsWith(`${year}-`) ?? false;
  const [tabbed = `${year}-01-01`] = [at, selected, today].filter(inYear);
  usePageKeys([
    { keys: '↑ ↓ ← →', does: text.keys.move },
    { keys: 'PgUp PgDn', does: text.keys.month },
    { keys: 'Enter', does: text.keys.open },
  ]);
  function onKeyDown(event: KeyboardEvent) {
    const day = (event.target as HTMLElement).dataset.day as PlainDate | undefined;
    const move = day && moves[event.key];
    if (!day || !move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = move(day);
    if (!inYear(next)) return;
    setAt(next);
    box.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the days inside
    <div ref={box} className={styles.year} onKeyDown={onKeyDown}>
      {months.map((month) => (
        <MonthTable
          key={month.month}
          {...{ month, today, selected, tabbed }}
          onOpen={(day) => {
            setAt(day);
            onOpen(day);
          }}
        />
      ))}
    </div>
  );
}

const moves: Record<string, (day: PlainDate) => PlainDate> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  PageUp: (day) => addMonths(day, -1),
  PageDown: (day) => addMonths(day, 1),
};
