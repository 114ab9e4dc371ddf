import { Input } from 'antd';
import type { ComponentProps } from 'react';
import { useEffect, useState } from 'react';
import { useText } from '../locales/use-text.ts';
import type { Dictionary } from '../locales/zh-cn.ts';

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

type MoneyRule = {
  validator: (rule: unknown, typed: string | null | undefined) => Promise<void>;
};

/** For antd's Form.Item: any amount; what is left empty is for `required` to say. */
export function moneyRule(text: Dictionary['ui']): MoneyRule {
  return {
    validator: (_, typed) =>
      !typed || readMoney(typed) !== null
        ? Promise.resolve()
        : Promise.reject(new Error(text.notMoney(typed))),
  };
}

/** For antd's Form.Item: an amount of more than nothing, such as what is paid. */
export function positiveMoneyRule(text: Dictionary['ui']): MoneyRule {
  return {
    validator: (_, typed) =>
      !typed || Number(readMoney(typed)) > 0
        ? Promise.resolve()
        : Promise.reject(new Error(text.notPositiveMoney)),
  };
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
