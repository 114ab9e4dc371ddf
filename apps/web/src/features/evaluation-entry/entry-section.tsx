import type { Mark as PartState } from '@xuanpai/contracts/evaluation-people';
import { type ReactNode, useId, useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import styles from './evaluation-entry.module.css';
import { PartMark } from './part-mark.tsx';

interface EntrySectionProps {
  title: string;
  state: PartState;
  summary: ReactNode;
  /** Open until somebody closes it. */
  opened: boolean;
  children: ReactNode;
}

/** A part of the work on somebody: how far it is and what it says, opened by its line. */
export function EntrySection({ title, state, summary, opened, children }: EntrySectionProps) {
  const [open, setOpen] = useState(opened);
  const id = useId();
  return (
    <section className={styles.section} aria-label={title}>
      <button
        type="button"
        className={styles.sectionHead}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <PartMark state={state} />
        <span className={styles.sectionTitle}>{title}</span>
        <span className={styles.sectionNote}>{summary}</span>
        <Icon name={open ? 'up' : 'down'} size={14} />
      </button>
      <div id={id} className={styles.sectionBody} hidden={!open}>
        {open && children}
      </div>
    </section>
  );
}
