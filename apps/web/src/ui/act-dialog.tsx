import { Button, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useText } from '../locales/use-text.ts';
import { ActButton } from './act-button.tsx';
import styles from './act-dialog.module.css';
import { DateField } from './date-field.tsx';
import { Dialog } from './dialog.tsx';
import { ProblemAlert } from './problem-alert.tsx';

interface ActDialogProps {
  title: string;
  body?: ReactNode;
  act: string;
  /** Nothing can be sent until it is complete. */
  ready: boolean;
  danger?: boolean;
  run: () => Promise<void>;
  onClose: () => void;
  children: ReactNode;
}

/** An act that needs words: they stay through a refusal, which is shown with them. */
export function ActDialog({
  title,
  body,
  act,
  ready,
  danger,
  run,
  onClose,
  children,
}: ActDialogProps) {
  const text = useText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  async function send() {
    setBusy(true);
    try {
      await run();
      onClose();
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }
  return (
    <Dialog
      title={title}
      width={520}
      onClose={() => {
        if (!busy) onClose();
      }}
      footer={
        <>
          <Button onClick={onClose} disabled={busy}>
            {text.ui.cancel}
          </Button>
          <ActButton
            kind={danger ? 'danger' : 'primary'}
            blocked={ready ? null : text.ui.incomplete}
            busy={busy}
            onClick={() => void send()}
          >
            {act}
          </ActButton>
        </>
      }
    >
      {body && <p>{body}</p>}
      {children}
      {error !== null && <ProblemAlert error={error} />}
    </Dialog>
  );
}

interface FieldProps {
  label: string;
  value: string;
  rows?: number;
  most?: number;
  onChange: (value: string) => void;
}

export function TextField({ label, value, rows = 2, most = 500, onChange }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.entry}>
      <label className={styles.entryLabel} htmlFor={id}>
        {label}
      </label>
      <Input.TextArea
        id={id}
        rows={rows}
        maxLength={most}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

interface DayFieldProps {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
}

export function DayField({ label, value, onChange }: DayFieldProps) {
  const id = useId();
  return (
    <div className={styles.entry}>
      <label className={styles.entryLabel} htmlFor={id}>
        {label}
      </label>
      <DateField id={id} value={value} onChange={onChange} />
    </div>
  );
}
