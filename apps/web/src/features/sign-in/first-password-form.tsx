import { shortestPassword } from '@xuanpai/domain/password';
import { Button } from 'antd';
import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { call } from '../../lib/api.ts';
import { isProblem, problemOf } from '../../lib/api-problem.ts';
import { changePassword } from '../../lib/auth-endpoints.ts';
import { accept } from '../../lib/session.ts';
import { useSignInText } from '../../locales/sign-in-text.ts';
import { Mark } from '../../ui/mark.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import styles from './sign-in.module.css';

const fields = ['current', 'next', 'again'] as const;
type Field = (typeof fields)[number];
type Complaint = { field: Field | null; words: string };

export function FirstPasswordForm({ onDone }: { onDone: () => void }) {
  const all = useSignInText();
  const text = all.firstPassword;
  const id = useId();
  const [values, setValues] = useState<Record<Field, string>>({ current: '', next: '', again: '' });
  const [complaint, setComplaint] = useState<Complaint | null>(null);
  const [busy, setBusy] = useState(false);

  function check(): Complaint | null {
    if (values.current === '') return { field: 'current', words: all.passwordMissing };
    if (values.next.length < shortestPassword)
      return { field: 'next', words: text.tooShort(shortestPassword) };
    if (values.next === values.current) return { field: 'next', words: text.same };
    if (values.next !== values.again) return { field: 'again', words: text.different };
    return null;
  }
  function complaintOf(error: unknown): Complaint {
    if (isProblem(error, 'network')) return { field: null, words: all.network };
    const problem = problemOf(error);
    const first = problem.errors[0];
    const field = fields.find((one) => first?.path.endsWith(one)) ?? null;
    return { field, words: first?.message || problem.detail || problem.title || all.failed };
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    const found = check();
    setComplaint(found);
    if (found || busy) return;
    setBusy(true);
    try {
      accept(await call(changePassword, { body: { current: values.current, next: values.next } }));
      onDone();
    } catch (error) {
      setComplaint(complaintOf(error));
      setBusy(false);
    }
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      {fields.map((field) => (
        <div key={field}>
          <label className={styles.label} htmlFor={`${id}-${field}`}>
            {text[field]}
          </label>
          <PasswordField
            size="large"
            words={all}
            id={`${id}-${field}`}
            name={field}
            autoComplete={field === 'current' ? 'current-password' : 'new-password'}
            value={values[field]}
            onChange={(event) => setValues({ ...values, [field]: event.target.value })}
            aria-invalid={complaint?.field === field}
            aria-describedby={`${id}-${field}-problem`}
            {...(complaint?.field === field ? { status: 'error' as const } : {})}
          />
          {field === 'next' && <p className={styles.rule}>{text.rule(shortestPassword)}</p>}
          <p id={`${id}-${field}-problem`} className={styles.problem}>
            {complaint?.field === field && (
              <>
                <Mark shape="cross" tone="red" />
                <span>{complaint.words}</span>
              </>
            )}
          </p>
        </div>
      ))}
      <p className={styles.problem} role="alert">
        {complaint && complaint.field === null && (
          <>
            <Mark shape="cross" tone="red" />
            <span>{complaint.words}</span>
          </>
        )}
      </p>
      <Button type="primary" size="large" block htmlType="submit" loading={busy}>
        {text.submit}
      </Button>
    </form>
  );
}
