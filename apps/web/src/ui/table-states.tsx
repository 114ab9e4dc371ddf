import type { ReactNode } from 'react';
import { isProblem } from '../lib/api-problem.ts';
import { useText } from '../locales/use-text.ts';
import { ProblemAlert } from './problem-alert.tsx';
import styles from './table-states.module.css';
import { TextButton } from './text-button.tsx';

const widths = ['62%', '77%', '50%', '70%', '58%', '66%', '45%', '73%'] as const;

/** Grey lines, seen only when reading takes longer than 300 ms. */
export function Skeleton({ lines = 8 }: { lines?: number }) {
  const text = useText().ui;
  return (
    <div className={styles.skeleton} role="status" aria-label={text.loading} aria-busy>
      {widths.slice(0, lines).map((width) => (
        <div key={width} className={styles.line} style={{ width }} />
      ))}
    </div>
  );
}

export interface EmptyWords {
  /** 还没有人选。 */
  title: string;
  /** 从区直、镇街两张花名册导入。 */
  note?: string | undefined;
  /** A link or button to what fills it. */
  act?: ReactNode;
}

/** Nothing there: said in words, with the act that changes it. */
export function Empty({ title, note, act }: EmptyWords) {
  return (
    <p className={styles.empty}>
      <strong>{title}</strong>
      {note && <span>{note}</span>}
      {act}
    </p>
  );
}

/** Filters that leave nothing. */
export function EmptyFiltered({ onClear }: { onClear: () => void }) {
  const text = useText().ui;
  return (
    <Empty
      title={text.emptyFiltered}
      act={<TextButton onClick={onClear}>{text.clearFilters}</TextButton>}
    />
  );
}

export function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  // Asking once more gives a role nothing more.
  const again = isProblem(error, 'forbidden') ? undefined : onRetry;
  return (
    <div className={styles.failed}>
      <ProblemAlert error={error} onRetry={again} />
    </div>
  );
}
