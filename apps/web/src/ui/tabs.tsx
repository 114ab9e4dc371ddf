import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import { formatNumber } from '../lib/format.ts';
import { Mark } from './mark.tsx';
import type { StateName } from './state-badge.tsx';
import { stateLooks } from './state-badge.tsx';
import styles from './tabs.module.css';

export interface TabItem<V extends string> {
  value: V;
  label: string;
  /** Printed after the label: 不符合 9. */
  count?: number | undefined;
  /** The shape of a state before the label. */
  state?: StateName;
}

interface TabsProps<V extends string> {
  items: readonly TabItem<V>[];
  value: V;
  onChange: (value: V) => void;
  /** Names the row of tabs for screen readers. */
  label: string;
  /** The id of what the tabs change. */
  controls?: string;
  /** A line below the whole row. */
  lined?: boolean;
}

/** Underlined tabs with counts. Arrow keys move and choose. */
export function Tabs<V extends string>(props: TabsProps<V>) {
  const { items, value, onChange } = props;
  const row = useRef<HTMLDivElement>(null);
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const index = items.findIndex((item) => item.value === value);
    const nextIndex = (index + step + items.length) % items.length;
    const next = items[nextIndex];
    if (!next) return;
    onChange(next.value);
    row.current?.querySelectorAll('button')[nextIndex]?.focus();
  }
  return (
    <div
      ref={row}
      className={props.lined ? styles.lined : styles.tabs}
      role="tablist"
      aria-label={props.label}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => {
        const look = item.state && stateLooks[item.state];
        return (
          <button
            key={item.value}
            type="button"
            role="tab"
            className={styles.tab}
            aria-selected={item.value === value}
            {...(props.controls ? { 'aria-controls': props.controls } : {})}
            tabIndex={item.value === value ? 0 : -1}
            onClick={() => onChange(item.value)}
          >
            {look && <Mark shape={look[0]} tone={look[1]} />}
            <span>
              {item.label}
              {item.count !== undefined && ` ${formatNumber(item.count)}`}
            </span>
          </button>
        );
      })}
    </div>
  );
}
