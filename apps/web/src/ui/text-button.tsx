import type { ComponentProps } from 'react';
import styles from './text-button.module.css';

/** An act that looks like a link: 查看, 取消, 清除. */
export function TextButton({ className = '', ...rest }: ComponentProps<'button'>) {
  return <button type="button" {...rest} className={`${styles.button} ${className}`} />;
}
