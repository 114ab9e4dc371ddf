import { beginSecondFactor, confirmSecondFactor } from '@xuanpai/contracts/second-factor';
import { Input } from 'antd';
import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { call } from '../../lib/api.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import styles from './second-factor.module.css';

type Step =
  | { name: 'password' }
  | { name: 'code'; secret: string; address: string }
  | { name: 'recovery'; codes: string[] };

/** From the password by the telephone to the recovery codes, which are shown once. */
export function SetSecondFactor({ onDone }: { onDone: () => void }) {
  const { factor: text } = useText();
  const [step, setStep] = useState<Step>({ name: 'password' });
  if (step.name === 'password') {
    const begin = async (password: string) => {
      const made = await call(beginSecondFactor, { body: { password } });
      setStep({ name: 'code', ...made });
    };
    return <Asked kind="password" label={text.password} act={text.next} send={begin} />;
  }
  if (step.name === 'code') {
    const confirm = async (code: string) => {
      const { recoveryCodes } = await call(confirmSecondFactor, { body: { code } });
      setStep({ name: 'recovery', codes: recoveryCodes });
    };
    return (
      <>
        <p>{text.scan}</p>
        <QrCode text={step.address} label={text.picture} />
        <p className={styles.note}>
          {text.byHand}
          <br />
          <code className={styles.secret}>{step.secret.replace(/.{4}(?=.)/g, '$& ')}</code>
        </p>
        <Asked kind="code" label={text.code} act={text.confirm} send={confirm} />
      </>
    );
  }
  return (
    <>
      <p>{text.recovery}</p>
      <ul className={styles.codes}>
        {step.codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <ActButton kind="primary" reads onClick={onDone}>
        {text.kept}
      </ActButton>
    </>
  );
}

interface AskedProps {
  kind: 'password' | 'code';
  label: string;
  act: string;
  send: (value: string) => Promise<void>;
}

/** One thing that is typed and sent; a refusal stands below. */
function Asked({ kind, label, act, send }: AskedProps) {
  const { signIn: words } = useText();
  const id = useId();
  const [value, setValue] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy || value.trim() === '') return;
    setBusy(true);
    setError(null);
    try {
      await send(value.trim());
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }
  const field = {
    id,
    value,
    onChange: (event: { target: { value: string } }) => setValue(event.target.value),
  };
  return (
    <form className={styles.asked} onSubmit={(event) => void submit(event)} noValidate>
      <label htmlFor={id}>{label}</label>
      {kind === 'password' ? (
        <PasswordField {...field} autoComplete="current-password" words={words} />
      ) : (
        <Input {...field} autoComplete="one-time-code" inputMode="numeric" maxLength={7} />
      )}
      {error !== null && <ProblemAlert error={error} />}
      <ActButton kind="primary" submits reads busy={busy}>
        {act}
      </ActButton>
    </form>
  );
}
