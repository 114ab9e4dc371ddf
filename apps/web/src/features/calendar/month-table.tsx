import { weekdayOf } from '@xuanpai/domain/office/plain-date';
import { useText } from '../../locales/use-text.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './calendar.module.css';
import { dayWords } from './day-words.ts';
import type { YearDay, YearMonth } from './year-days.ts';

interface MonthTableProps {
  month: YearMonth;
  today: string;
  selected: string | null;
  /** The day that Tab comes to. */
  tabbed: string;
  onOpen: (day: string) => void;
}

/** One of twelve small months; days as buttons. */
export function MonthTable({ month, today, selected, tabbed, onOpen }: MonthTableProps) {
  const text = useText().calendar;
  const number = Number(month.month.slice(5));
  return (
    <table className={styles.month}>
      <caption className={styles.caption}>
        {text.monthName(number)}
        {month.locked && (
          <span className={styles.locked} title={text.lockedMonth}>
            <Icon name="lock" size={12} />
            <span className="visually-hidden">{text.lockedMonth}</span>
          </span>
        )}
      </caption>
      <thead>
        <tr>
          {text.weekdays.map((name, at) => (
            <th key={name} scope="col" className={styles.weekday} data-rest={at > 4}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month.days).map((week) => (
          <tr key={week.find((day) => day !== null)?.day}>
            {week.map((day, at) =>
              day === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: places before and after the month
                <td key={at} />
              ) : (
                <td key={day.day} className={styles.place}>
                  <button
                    type="button"
                    data-day={day.day}
                    className={styles.day}
                    data-kind={day.kind}
                    aria-current={day.day === today ? 'date' : undefined}
                    aria-pressed={day.day === selected}
                    title={dayWords(day, text)}
                    tabIndex={day.day === tabbed ? 0 : -1}
                    onClick={() => onOpen(day.day)}
                  >
                    <DaySigns day={day} />
                    <span className="visually-hidden">{dayWords(day, text)}</span>
                  </button>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The number with its signs; what they mean is said beside it. */
function DaySigns({ day }: { day: YearDay }) {
  const { signs } = useText().calendar;
  return (
    <span aria-hidden="true">
      {Number(day.day.slice(8))}
      {day.kind === 'holiday' && <sup className={styles.rest}>{signs.rest}</sup>}
      {day.kind === 'makeUp' && <sup className={styles.work}>{signs.work}</sup>}
      {day.occasions.length > 0 && <i className={styles.called} />}
      {day.corrected && <i className={styles.corrected} />}
    </span>
  );
}

/** Rows of seven, Monday first; null where the month hasn't begun or is over. */
function weeksOf(days: readonly YearDay[]): (YearDay | null)[][] {
  const [first] = days;
  const before = first ? weekdayOf(first.day) - 1 : 0;
  const cells: (YearDay | null)[] = [...Array<null>(before).fill(null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, at) => cells.slice(at * 7, at * 7 + 7));
}
