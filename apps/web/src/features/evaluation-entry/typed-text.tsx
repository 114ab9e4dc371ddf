import { Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { Value } from '../../lib/saving/edits.ts';
import styles from './evaluation-entry.module.css';

interface EntryFieldProps {
  label: string;
  children: (id: string) => ReactNode;
}

/** A label above its field. */
export function EntryField({ label, children }: EntryFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

interface TypedTextProps {
  id: string;
  value: Value;
  /** Several lines. */
  lines?: boolean;
  numeric?: boolean;
  disabled: boolean;
  /** Null: emptied. */
  onChange: (typed: string | null) => void;
}

/**
 * A field that is saved while somebody types in it: what is typed stays as it is, blanks at its end
 * included, until the field is left.
 */
export function TypedText({ id, value, lines, numeric, disabled, onChange }: TypedTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const change = (text: string) => {
    const kept = numeric ? text.replace(/\D/g, '') : text;
    setTyped(kept);
    onChange(kept.trim() === '' ? null : kept.trim());
  };
  const common = {
    id,
    value: typed ?? (value === null ? '' : String(value)),
    disabled,
    onBlur: () => setTyped(null),
  };
  if (lines) {
    return (
      <Input.TextArea
        {...common}
        rows={3}
        maxLength={4000}
        onChange={({ target }) => change(target.value)}
      />
    );
  }
  return (
    <Input
      {...common}
      size="small"
      maxLength={numeric ? 5 : 100}
      inputMode={numeric ? 'numeric' : 'text'}
      autoComplete="off"
      onChange={({ target }) => change(target.value)}
    />
  );
}
