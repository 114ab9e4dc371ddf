import type { InputProps, InputRef } from 'antd';
import { Input } from 'antd';
import type { Ref } from 'react';
import { useState } from 'react';
import { Icon } from './icon.tsx';
import styles from './password-field.module.css';

interface PasswordFieldProps extends Omit<InputProps, 'type' | 'suffix'> {
  ref?: Ref<InputRef>;
  autoComplete: 'current-password' | 'new-password';
  /** Words of the button that shows and hides what was typed. */
  words: { show: string; hide: string };
}

/** A password with a button that shows it. */
export function PasswordField({ words, ...rest }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <Input
      {...rest}
      type={shown ? 'text' : 'password'}
      suffix={
        <button
          type="button"
          className={styles.eye}
          aria-label={shown ? words.hide : words.show}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <Icon name={shown ? 'eye' : 'eyeOff'} />
        </button>
      }
    />
  );
}
