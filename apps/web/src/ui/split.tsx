import type { ReactNode } from 'react';
import styles from './split.module.css';

interface SplitProps {
  children: ReactNode;
  /** The narrower part at the right, a line between; where there is none, the main part stands alone. */
  aside: ReactNode;
  /** Width of the right part: 455 px unless given. */
  asideWidth?: number;
}

/** Two parts beside each other, one line between; on the telephone one below the other. */
export function Split({ children, aside, asideWidth = 455 }: SplitProps) {
  return (
    <div className={styles.split}>
      <div className={styles.main}>{children}</div>
      {aside && (
        <div className={styles.aside} style={{ ['--width' as string]: `${asideWidth}px` }}>
          {aside}
        </div>
      )}
    </div>
  );
}
