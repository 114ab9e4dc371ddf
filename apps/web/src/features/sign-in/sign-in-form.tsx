import type { InputRef } from 'antd';
import { Button, Input } from 'antd';
import type { FormEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { problemOf } from '../../lib/api-problem.ts';
import { isUnreachable } from '../../lib/connection.ts';
import { useSignInText } from '../../locales/sign-in-text.ts';
import { Mark } from '../../ui/mark.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import styles from './sign-in.module.css';
import { useCountdown } from './use-countdown.ts';

interface SignInFormProps {
  username: string;
  onUsername: (username: string) => void;
  /** Throws `ApiProblem` where it is refused. */
  onSubmit: (username: string, password: string, code?: string) => Promise<unknown>;
}

type Complaint =
  | 'usernameMissing'
  | 'passwordMissing'
  | 'codeMissing'
  | 'wrongCode'
  | 'wrong'
  | 'expired'
  | 'network'
  | 'failed'
  | 'throttled';

function complaintOf(error: unknown): Complaint {
  const { code, errors } = problemOf(error);
  if (errors.some((one) => one.code === 'firstPasswordExpired')) return 'expired';
  if (code === 'codeRequired') return 'codeMissing';
  if (errors.some((one) => one.code === 'wrongCode')) return 'wrongCode';
  if (code === 'wrongCredentials') return 'wrong';
  if (code === 'tooMany') return 'throttled';
  return isUnreachable(error) ? 'network' : 'failed';
}

export function SignInForm({ username, onUsername, onSubmit }: SignInFormProps) {
  const text = useSignInText();
  const id = useId();
  const [password, setPassword] = useState('');
  /** Null: not asked for. */
  const [code, setCode] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [complaint, setComplaint] = useState<Complaint | null>(null);
  const [wait, startWait] = useCountdown();
  const nameField = useRef<InputRef>(null);
  const passwordField = useRef<InputRef>(null);
  const codeField = useRef<InputRef>(null);
  useEffect(() => {
    if (code === '') codeField.current?.focus();
  }, [code]);
  useEffect(() => nameField.current?.focus(), []);
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy || wait > 0) return;
    if (username.trim() === '') {
      setComplaint('usernameMissing');
      nameField.current?.focus();
      return;
    }
    if (password === '') {
      setComplaint('passwordMissing');
      passwordField.current?.focus();
      return;
    }
    if (code === '') {
      setComplaint('codeMissing');
      codeField.current?.focus();
      return;
    }
    setBusy(true);
    setComplaint(null);
    try {
      await onSubmit(username.trim(), password, code?.trim());
    } catch (error) {
      const found = complaintOf(error);
      const ofCode = found === 'codeMissing' || found === 'wrongCode';
      setComplaint(found);
      startWait(problemOf(error).retryAfter ?? 0);
      setBusy(false);
      if (ofCode) setCode('');
      else passwordField.current?.focus();
    }
  }
  const throttled = complaint === 'throttled';
  const shown = complaint !== null && !(throttled && wait === 0);
  const words = shown && (throttled ? text.throttled(wait) : text[complaint]);
  const nameIsWrong = complaint === 'usernameMissing';
  const passwordIsWrong = complaint === 'passwordMissing' || complaint === 'wrong';
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <label className={styles.label} htmlFor={`${id}-name`}>
        {text.username}
      </label>
      <Input
        ref={nameField}
        id={`${id}-name`}
        size="large"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={username}
        onChange={(event) => onUsername(event.target.value)}
        aria-invalid={nameIsWrong}
        aria-describedby={`${id}-problem`}
        {...(nameIsWrong ? { status: 'error' as const } : {})}
      />
      <label className={styles.label} htmlFor={`${id}-password`}>
        {text.password}
      </label>
      <PasswordField
        ref={passwordField}
        id={`${id}-password`}
        size="large"
        name="password"
        autoComplete="current-password"
        words={text}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        aria-invalid={passwordIsWrong}
        aria-describedby={`${id}-problem`}
        {...(passwordIsWrong ? { status: 'error' as const } : {})}
      />
      {code !== null && (
        <>
          <label className={styles.label} htmlFor={`${id}-code`}>
            {text.code}
          </label>
          <Input
            ref={codeField}
            id={`${id}-code`}
            size="large"
            name="code"
            autoComplete="one-time-code"
            maxLength={40}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            aria-describedby={`${id}-problem`}
            {...(complaint === 'wrongCode' ? { status: 'error' as const } : {})}
          />
        </>
      )}
      <p id={`${id}-problem`} className={styles.problem} role="alert">
        {words && (
          <>
            <Mark shape="cross" tone="red" />
            <span>{words}</span>
          </>
        )}
      </p>
      <Button
        type="primary"
        size="large"
        block
        htmlType="submit"
        loading={busy}
        disabled={throttled && wait > 0}
        // The sign of being busy may outlive it unseen, and would be read out as a part of the name.
        aria-label={busy ? text.submitting : text.submit}
      >
        {busy ? text.submitting : text.submit}
      </Button>
    </form>
  );
}
