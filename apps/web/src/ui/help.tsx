import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import styles from './help.module.css';
import { Icon } from './icon.tsx';

interface HelpProps {
  /** What is explained, for screen readers. */
  label: string;
  children: ReactNode;
}

/** A small i: a sentence on hover and on focus. */
export function Help({ label, children }: HelpProps) {
  return (
    <Tooltip title={children} trigger={['hover', 'focus', 'click']}>
      <button type="button" className={styles.help} aria-label={label}>
        <Icon name="info" size={14} />
      </button>
    </Tooltip>
  );
}
