import { Input } from 'antd';
import type { ComponentProps } from 'react';
import { useEffect, useState } from 'react';
import { useText } from '../locales/use-text.ts';
import type { Dictionary } from '../locales/zh-cn.ts';
import type { DatePrecision } from './read-date.ts';
import { readDate } from './read-date.ts';

interface DateFieldProps extends Omit<ComponentProps<typeof Input>, 'value' | 'onChange'> {
  precision?: DatePrecision;
  value?: string | null | undefined;
  /** The date as `2015-06-01` or `2015-06`; what can't be read comes as it was typed. */
  onChange?: (value: string | null) => void;
}

/** A date as text: 2015.6.1, 20150601 and 2015年6月1日 are taken too, and put right on leaving. */
export function DateField({ precision = 'day', value, onChange, ...rest }: DateFieldProps) {
  const text = useText().ui;
  const [typed, setTyped] = useState(value ?? '');
  // What is being typed stays as it is while it means the value: `2015-06-1` may become `2015-06-12`.
  useEffect(() => {
    setTyped((now) => (readDate(now, precision).value === value ? now : (value ?? '')));
  }, [value, precision]);
  const hints = { day: text.dayFormat, month: text.monthFormat, either: text.eitherFormat };
  return (
    <Input
      inputMode="numeric"
      autoComplete="off"
      placeholder={hints[precision]}
      style={{ width: 150 }}
      {...rest}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        const read = readDate(event.target.value, precision);
        onChange?.(event.target.value.trim() === '' ? null : (read.value ?? event.target.value));
      }}
      onBlur={(event) => {
        const read = readDate(typed, precision);
        if (read.value) setTyped(read.value);
        rest.onBlur?.(event);
      }}
    />
  );
}

/** Words for what is wrong with a typed date; null when nothing is. */
export function dateComplaint(
  typed: string | null | undefined,
  precision: DatePrecision,
  text: Dictionary['ui'],
): string | null {
  if (!typed) return null;
  const { problem } = readDate(typed, precision);
  if (problem === undefined) return null;
  const words = {
    month: text.noSuchMonth,
    day: text.noSuchDay,
    format: precision === 'month' ? text.notAMonth : text.notADay,
  };
  return words[problem](typed);
}

/** A rule for antd's Form.Item: `rules={[dateRule('month', text.ui)]}`. */
export function dateRule(precision: DatePrecision, text: Dictionary['ui']) {
  return {
    validator: (_: unknown, typed: string | null | undefined) => {
      const complaint = dateComplaint(typed, precision, text);
      return complaint === null ? Promise.resolve() : Promise.reject(new Error(complaint));
    },
  };
}
