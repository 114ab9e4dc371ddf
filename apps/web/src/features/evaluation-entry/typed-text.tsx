import { Input } from 'antd';
import { useState } from 'react';
import type { Value } from './place-saver.ts';

interface TypedTextProps {
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
export function TypedText({ value, lines, numeric, disabled, onChange }: TypedTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const change = (text: string) => {
    const kept = numeric ? text.replace(/\D/g, '') : text;
    setTyped(kept);
    onChange(kept.trim() === '' ? null : kept.trim());
  };
  const common = {
    value: typed ?? (value === null ? '' : String(value)),
    disabled,
    onBlur: () => setTyped(null),
  };
  if (lines) {
    return (
      <Input.TextArea
        {...common}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={4000}
        onChange={({ target }) => change(target.value)}
      />
    );
  }
  return (
    <Input
      {...common}
      maxLength={numeric ? 5 : 100}
      inputMode={numeric ? 'numeric' : 'text'}
      autoComplete="off"
      onChange={({ target }) => change(target.value)}
    />
  );
}
