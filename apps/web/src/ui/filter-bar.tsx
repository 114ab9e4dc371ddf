import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../locales/use-text.ts';
import styles from './filter-bar.module.css';
import { Icon } from './icon.tsx';
import { Select } from './select.tsx';
import { TextButton } from './text-button.tsx';

interface FilterBarProps {
  children: ReactNode;
  /** What is left: 40名,28村. */
  result?: ReactNode;
  /** How many are set; shows 清除 from one on. */
  active?: number;
  onClear?: () => void;
  /** At the right end. */
  extra?: ReactNode;
}

/** The line of filters above a list. */
export function FilterBar({ children, result, active = 0, onClear, extra }: FilterBarProps) {
  const text = useText().ui;
  return (
    // biome-ignore lint/a11y/useSemanticElements: Chrome 109 doesn't know <search>
    <div role="search" className={styles.bar} aria-label={text.filterLabel}>
      {children}
      {result && <span className={styles.result}>{result}</span>}
      {active > 0 && onClear && <TextButton onClick={onClear}>{text.clear}</TextButton>}
      {extra && <span className={styles.extra}>{extra}</span>}
    </div>
  );
}

interface FilterSelectProps<V extends string> {
  /** Printed in the field before the choice: 镇街 全部. */
  label: string;
  options: readonly { value: V; label: string }[];
  value: string | undefined;
  onChange: (value: V | null) => void;
  width?: number;
  /** Takes letters to find the option. */
  searchable?: boolean;
}

/** One value of a filter; 全部 takes it off. */
export function FilterSelect<V extends string>(props: FilterSelectProps<V>) {
  const text = useText().ui;
  const all = { value: '', label: text.all };
  return (
    <Select
      className={styles.select ?? ''}
      prefix={<span className={styles.label}>{props.label}</span>}
      aria-label={props.label}
      value={props.value ?? ''}
      options={[all, ...props.options]}
      onChange={(value: string) => props.onChange(value === '' ? null : (value as V))}
      style={{ width: props.width ?? 128 }}
      searchable={props.searchable ?? false}
    />
  );
}

interface FilterSearchProps {
  label: string;
  value: string;
  onChange: (value: string | null) => void;
  width?: number;
}

/** Text to find, applied a moment after the last key, or at once with Enter. */
export function FilterSearch({ label, value, onChange, width = 180 }: FilterSearchProps) {
  const [typed, setTyped] = useState(value);
  const timer = useRef(0);
  const composing = useRef(false);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  function apply(next: string, wait: number) {
    clearTimeout(timer.current);
    if (composing.current) return;
    timer.current = window.setTimeout(() => onChange(next.trim() || null), wait);
  }
  return (
    <Input
      allowClear
      prefix={<Icon name="search" size={14} />}
      aria-label={label}
      placeholder={label}
      value={typed}
      style={{ width }}
      onChange={(event) => {
        setTyped(event.target.value);
        apply(event.target.value, 300);
      }}
      onPressEnter={() => apply(typed, 0)}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        apply(event.currentTarget.value, 300);
      }}
    />
  );
}
