import type { ReactNode } from 'react';
import type { MarkShape, Tone } from './mark.tsx';
import { Mark } from './mark.tsx';
import styles from './timeline.module.css';

export interface TimelineItem {
  key: string;
  /** As it is printed: 2015-04-24. */
  when: string;
  mark: readonly [MarkShape, Tone];
  title: string;
  detail?: ReactNode;
  /** It hasn't come yet: lighter. */
  ahead?: boolean;
}

/** What happened, one line each, oldest first. */
export function Timeline({ label, items }: { label: string; items: readonly TimelineItem[] }) {
  return (
    <ol className={styles.line} aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className={styles.item} data-ahead={item.ahead ?? false}>
          <span className={styles.mark}>
            <Mark shape={item.mark[0]} tone={item.mark[1]} />
          </span>
          <time className={styles.when} dateTime={item.when}>
            {item.when}
          </time>
          <span className={styles.words}>
            <strong className={styles.title}>{item.title}</strong>
            <span className={styles.detail}>{item.detail}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
