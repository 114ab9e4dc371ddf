import { Mark, type MarkShape, type Tone } from './mark.tsx';
import styles from './time-list.module.css';
import type { TimeRow } from './time-rows.tsx';

interface TimeListProps {
  label: string;
  rows: readonly TimeRow[];
}

interface Entry {
  key: string;
  at: string;
  kind: string;
  label: string;
  mark: readonly [MarkShape, Tone] | null;
}

/** The rows of `TimeRows` as one list for a narrow screen, the latest first; quiet marks are left out. */
export function TimeList({ label, rows }: TimeListProps) {
  return (
    <ol className={styles.list} aria-label={label}>
      {entriesOf(rows).map(({ key, at, kind, label: said, mark }) => (
        <li key={key} className={styles.entry}>
          <time className={styles.day} dateTime={at}>
            {at}
          </time>
          <span className={styles.kind}>{kind}</span>
          <span className={styles.said}>
            {mark && <Mark shape={mark[0]} tone={mark[1]} />}
            {said}
          </span>
        </li>
      ))}
    </ol>
  );
}

function entriesOf(rows: readonly TimeRow[]): Entry[] {
  let kind = '';
  const entries = rows.flatMap((row): Entry[] => {
    // A row without a name goes on with the one above.
    kind = row.label || kind;
    const bars = (row.bars ?? []).map((bar) => ({
      ...{ key: `${row.key} ${bar.key}`, at: bar.from, kind, label: bar.label, mark: null },
    }));
    const marks = (row.marks ?? [])
      .filter(({ quiet }) => !quiet)
      .map((one) => ({
        ...{ key: `${row.key} ${one.key}`, at: one.at, kind, label: one.label, mark: one.mark },
      }));
    return [...bars, ...marks];
  });
  return entries.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
