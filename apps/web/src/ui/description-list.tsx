import type { ReactNode } from 'react';
import styles from './description-list.module.css';

export interface Description {
  term: string;
  value: ReactNode;
  /** Takes both columns. */
  wide?: boolean;
}

interface DescriptionListProps {
  items: readonly Description[];
  columns?: 1 | 2 | 3;
  /** Width of the terms: 72 px unless given. */
  termWidth?: number;
}

/** Terms and what is known of them, in lines. An absent value shows as –. */
export function DescriptionList({ items, columns = 1, termWidth = 72 }: DescriptionListProps) {
  return (
    <dl className={styles.list} data-columns={columns}>
      {items.map((item) => (
        <div key={item.term} className={item.wide ? styles.wide : styles.pair}>
          <dt className={styles.term} style={{ width: termWidth }}>
            {item.term}
          </dt>
          <dd className={styles.value}>
            {item.value === null || item.value === undefined || item.value === ''
              ? '–'
              : item.value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
