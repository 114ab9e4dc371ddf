import type { InputRef } from 'antd';
import { Input } from 'antd';
import type { Ref } from 'react';
import { useState } from 'react';
import { useSignInText } from '../../locales/sign-in-text.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './sign-in.module.css';

interface PasswordInputProps {
  ref?: Ref<InputRef>;
  id: string;
  name: string;
  autoComplete: 'current-password' | 'new-password';
  value: string;
  onChange: (value: string) => void;
  invalid: boolean;
  describedBy: string;
}

/** A password with a button that shows it. */
export function PasswordInput(props: PasswordInputProps) {
  const text = useSignInText();
  const [shown, setShown] = useState(false);
  return (
    <Input
      {...(props.ref ? { ref: props.ref } : {})}
      id={props.id}
      name={props.name}
      size="large"
      type={shown ? 'text' : 'password'}
      autoComplete={props.autoComplete}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      aria-invalid={props.invalid}
      aria-describedby={props.describedBy}
      {...(props.invalid ? { status: 'error' as const } : {})}
      suffix={
        <button
          type="button"
          className={styles.eye}
          aria-label={shown ? text.hide : text.show}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <Icon name={shown ? 'eye' : 'eyeOff'} />
        </button>
      }
    />
  );
}
