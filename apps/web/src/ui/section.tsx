import type { ReactNode } from 'react';
import styles from './section.module.css';

interface SectionProps {
  title: string;
  /** After the title, lighter: 5项,逾期1项. */
  note?: ReactNode;
  /** At the right end: 按村看. */
  extra?: ReactNode;
  children: ReactNode;
}

/** A part of a page under a heading of 14 px. */
export function Section({ title, note, extra, children }: SectionProps) {
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {note && <span className={styles.note}>{note}</span>}
        {extra && <span className={styles.extra}>{extra}</span>}
      </div>
      {children}
    </section>
  );
}
