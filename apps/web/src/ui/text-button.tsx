import type { ComponentProps } from 'react';
import styles from './text-button.module.css';

interface TextButtonProps extends ComponentProps<'button'> {
  /** Its words are what the page tells, such as a name that opens something: they are printed. */
  told?: boolean;
}

/** An act that looks like a link: 查看, 取消, 清除. Acts stay off the paper. */
export function TextButton({ className = '', told = false, ...rest }: TextButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...(told ? { 'data-told': true } : {})}
      className={`${styles.button} ${className}`}
    />
  );
}
