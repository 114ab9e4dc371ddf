import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import { useText } from '../locales/use-text.ts';
import styles from './dialog.module.css';
import { Icon } from './icon.tsx';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the act last. */
  footer?: ReactNode;
  width?: number;
  /** A cross at the corner, for dialogs that only show something. */
  closable?: boolean;
  /** Without title line and padding: the search. */
  bare?: boolean;
}

/** A modal dialog, the browser's own: focus stays in it and returns. Never one on another. */
export function Dialog(props: DialogProps) {
  const { title, onClose, children, footer, width = 420, closable, bare } = props;
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const text = useText();
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      className={bare ? styles.bare : styles.dialog}
      style={{ width }}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId} className={bare ? 'visually-hidden' : styles.title}>
        {title}
      </h2>
      {closable && (
        <button type="button" className={styles.close} aria-label={text.ui.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      )}
      <div className={bare ? undefined : styles.body}>{children}</div>
      {footer && <div className={styles.footer}>{footer}</div>}
    </dialog>
  );
}
