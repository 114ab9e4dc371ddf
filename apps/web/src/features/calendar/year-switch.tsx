import { useDay } from '../../lib/day.ts';
import { useSearch } from '../../lib/search.ts';
import { applyChanges } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { Select } from '../../ui/select.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './calendar.module.css';

/** The first year of which the days are published. */
const first = 2004;

/** Goes from year to year; the year after next is the last that is offered. */
export function YearSwitch({ year }: { year: number }) {
  const text = useText().calendar;
  const { today } = useDay();
  const [, setSearch] = useSearch();
  const last = Math.max(Number(today.slice(0, 4)) + 2, year);
  const years = Array.from({ length: last - first + 1 }, (_, at) => last - at);
  const go = (next: number) =>
    setSearch((before) => applyChanges(before, { year: String(next), day: null, occasion: null }));
  return (
    <div className={styles.switch}>
      <TextButton aria-label={text.yearBefore} onClick={() => go(year - 1)}>
        <Icon name="left" />
      </TextButton>
      <Select
        aria-label={text.year}
        style={{ width: 104 }}
        value={year}
        options={years.map((value) => ({ value, label: text.yearName(value) }))}
        onChange={go}
      />
      <TextButton aria-label={text.yearAfter} onClick={() => go(year + 1)}>
        <Icon name="right" />
      </TextButton>
    </div>
  );
}
