import { Input } from 'antd';
import type { ComponentProps } from 'react';
import { useEffect, useState } from 'react';
import { useText } from '../locales/use-text.ts';

interface MoneyFieldProps extends Omit<ComponentProps<typeof Input>, 'value' | 'onChange'> {
  /** Yuan as the API has it: `"30000.00"`. */
  value?: string | null | undefined;
  onChange?: (value: string | null) => void;
}

/** `30,000` → `30000.00`; null for what is no amount. */
export function readMoney(typed: string): string | null {
  const clean = typed.normalize('NFKC').replace(/[,\s]/g, '');
  return /^-?\d{1,12}(\.\d{1,2})?$/.test(clean) ? Number(clean).toFixed(2) : null;
}

/** An amount in yuan, as text. What is no amount goes out as typed, for the form to refuse. */
export function MoneyField({ value, onChange, ...rest }: MoneyFieldProps) {
  const text = useText().ui;
  const [typed, setTyped] = useState(value ?? '');
  useEffect(() => {
    setTyped((before) => (readMoney(before) === value ? before : (value ?? '')));
  }, [value]);
  return (
    <Input
      inputMode="decimal"
      autoComplete="off"
      suffix={text.yuan}
      style={{ width: 150, textAlign: 'end' }}
      {...rest}
      value={typed}
      onChange={(event) => {
        const next = event.target.value;
        setTyped(next);
        onChange?.(next.trim() === '' ? null : (readMoney(next) ?? next));
      }}
    />
  );
}
