import { useEffect, useState } from 'react';
import { useText } from '../locales/use-text.ts';
import { DateField, dateComplaint } from './date-field.tsx';
import styles from './filter-bar.module.css';

interface FilterDayProps {
  /** Printed in the field before the day: 从 2015-06-01; without one the shape of a day: 从 年-月-日. */
  label: string;
  value: string | undefined;
  onChange: (day: string | null) => void;
}

/** A day as a filter, applied with Enter and on leaving the field. */
export function FilterDay({ label, value, onChange }: FilterDayProps) {
  const text = useText().ui;
  const [typed, setTyped] = useState<string | null>(value ?? null);
  useEffect(() => setTyped(value ?? null), [value]);
  const complaint = dateComplaint(typed, 'day', text);
  function apply(day: string | null) {
    if (dateComplaint(day, 'day', text) === null && day !== (value ?? null)) onChange(day);
  }
  return (
    <DateField
      prefix={<span className={styles.label}>{label}</span>}
      aria-label={label}
      placeholder={text.dayShape}
      aria-invalid={complaint !== null}
      title={complaint ?? ''}
      style={{ width: 142 }}
      allowClear
      value={typed}
      onChange={(day) => {
        setTyped(day);
        if (day === null) apply(null);
      }}
      onBlur={() => apply(typed)}
      onPressEnter={() => apply(typed)}
    />
  );
}
