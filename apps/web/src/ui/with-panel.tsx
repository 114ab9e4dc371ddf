import type { ReactNode } from 'react';
import styles from './with-panel.module.css';

/** In a page that fills: content that scrolls by itself, and a side panel at its right while there is one. */
export function WithPanel({ children, panel }: { children: ReactNode; panel: ReactNode }) {
  return (
    <>
      <div className={styles.content}>{children}</div>
      {panel}
    </>
  );
}
