import { Mark, type MarkShape, type Tone } from './mark.tsx';
import styles from './time-rows.module.css';

export interface TimeBar {
  key: string;
  /** Days, both included. */
  from: string;
  to: string;
  label: string;
  tone: 'blue' | 'green' | 'amber' | 'grey';
  /** Not begun, or not certain: only its outline. */
  outlined?: boolean;
}

export interface TimeMark {
  key: string;
  at: string;
  mark: readonly [MarkShape, Tone];
  label: string;
  /** The shape alone; the label is told on hover and to screen readers. */
  quiet?: boolean;
}

export interface TimeRow {
  key: string;
  label: string;
  bars?: readonly TimeBar[];
  marks?: readonly TimeMark[];
}

interface TimeRowsProps {
  label: string;
  from: string;
  to: string;
  /** The day looked at, as a line over all rows. */
  day: string;
  dayWord: string;
  /** Where the lines of the scale stand, with their words. */
  ticks: readonly { at: string; label: string }[];
  rows: readonly TimeRow[];
}

/** What happened beside what, on one scale of time; a row for each kind. */
export function TimeRows({ label, from, to, day, dayWord, ticks, rows }: TimeRowsProps) {
  const [first, last] = [numberOf(from), numberOf(to) + 1];
  const at = (date: string, after = 0) => {
    const share = (numberOf(date) + after - first) / (last - first);
    return Math.max(0, Math.min(1, share)) * 100;
  };
  const within = day >= from && day <= to;
  return (
    <section className={styles.box} aria-label={label}>
      <div className={styles.head} aria-hidden="true">
        <span />
        <span className={styles.scale}>
          {ticks.map((tick) => (
            <span key={tick.at} className={styles.tick} style={{ left: `${at(tick.at)}%` }}>
              {tick.label}
            </span>
          ))}
        </span>
      </div>
      <div className={styles.rows}>
        <div className={styles.lines} aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick.at} className={styles.line} style={{ left: `${at(tick.at)}%` }} />
          ))}
          {within && (
            <span className={styles.day} style={{ left: `${at(day)}%` }}>
              <span className={styles.dayWord}>{dayWord}</span>
            </span>
          )}
        </div>
        {rows.map((row) => (
          <div key={row.key} className={styles.row}>
            <span className={styles.name}>{row.label}</span>
            <ul className={styles.scale} aria-label={row.label}>
              {(row.bars ?? []).map((bar) => (
                <li
                  key={bar.key}
                  className={styles.bar}
                  data-tone={bar.tone}
                  data-outlined={bar.outlined ?? false}
                  title={`${bar.label} ${bar.from}–${bar.to}`}
                  style={{ left: `${at(bar.from)}%`, width: `${at(bar.to, 1) - at(bar.from)}%` }}
                >
                  {bar.label}
                </li>
              ))}
              {(row.marks ?? []).map((mark) => (
                <li
                  key={mark.key}
                  className={styles.mark}
                  title={`${mark.label} ${mark.at}`}
                  style={{ left: `${at(mark.at)}%` }}
                >
                  <Mark shape={mark.mark[0]} tone={mark.mark[1]} />
                  <span className={mark.quiet ? 'visually-hidden' : undefined}>{mark.label}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

/** Days since 1970, by the calendar alone. */
function numberOf(day: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date) / 86_400_000;
}
