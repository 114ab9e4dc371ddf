import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useText } from '../locales/use-text.ts';
import { Icon } from './icon.tsx';
import styles from './side-panel.module.css';

interface SidePanelProps {
  /** Name of what is shown: a person, a village. */
  title: string;
  /** Beside the title: its state. */
  badge?: ReactNode;
  /** Below the title, one line. */
  note?: ReactNode;
  /** At the right of the title: 9 / 9, 打开全页. */
  extra?: ReactNode;
  /** 440 px unless given. */
  width?: number;
  /** Without it the panel always stays. Esc closes it too. */
  onClose?: () => void;
  children: ReactNode;
}

/**
 * What is chosen in the list, at its right; on the telephone over the whole screen, unless it always
 * stays: then below.
 */
export function SidePanel({
  title,
  badge,
  note,
  extra,
  width = 440,
  onClose,
  children,
}: SidePanelProps) {
  const text = useText().ui;
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!onClose) return;
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector('dialog[open]')) return;
      document.querySelector<HTMLElement>('tr[aria-current="true"]')?.focus();
      onClose?.();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onClose]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another title is another content, read from its top
  useEffect(() => {
    if (box.current) box.current.scrollTop = 0;
  }, [title]);
  return (
    <aside
      ref={box}
      data-side-panel
      data-stays={onClose === undefined}
      tabIndex={-1}
      className={styles.panel}
      style={{ ['--width' as string]: `${width}px` }}
      aria-label={text.panelOf(title)}
    >
      <header className={styles.head}>
        <div className={styles.line}>
          <h2 className={styles.title}>{title}</h2>
          {badge}
          <span className={styles.extra}>
            {extra}
            {onClose && (
              <button
                type="button"
                className={styles.close}
                aria-label={text.close}
                onClick={onClose}
              >
                <Icon name="close" />
              </button>
            )}
          </span>
        </div>
        {note && <p className={styles.note}>{note}</p>}
      </header>
      {children}
    </aside>
  );
}

interface PanelPartProps {
  title?: string;
  /** After the title, lighter. */
  note?: ReactNode;
  children: ReactNode;
}

/** A part of a panel, a line above it. */
export function PanelPart({ title, note, children }: PanelPartProps) {
  return (
    <section className={styles.part}>
      {title && (
        <h3 className={styles.partTitle}>
          {title}
          {note && <span className={styles.partNote}>{note}</span>}
        </h3>
      )}
      {children}
    </section>
  );
}
