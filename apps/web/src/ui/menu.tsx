import type { KeyboardEvent, ReactNode } from 'react';
import type { IconName } from './icon.tsx';
import { Icon } from './icon.tsx';
import styles from './menu.module.css';
import { Popover } from './popover.tsx';

export interface MenuEntry {
  key: string;
  label: ReactNode;
  /** At the right, in a lighter ink. */
  note?: ReactNode;
  icon?: IconName;
  /** One of several choices: marks the present one. */
  checked?: boolean;
  /** Starts a group with these words. */
  heading?: string;
  /** A line above. */
  divided?: boolean;
  onSelect: () => void;
}

interface MenuProps {
  label?: string;
  trigger: ReactNode;
  triggerClassName?: string | undefined;
  align?: 'start' | 'end';
  side?: 'below' | 'above';
  entries: readonly MenuEntry[];
}

const steps: Record<string, (index: number, count: number) => number> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  const index = items.indexOf(document.activeElement as HTMLElement);
  items[step(index, items.length)]?.focus();
}

/** A button with a list of choices or acts. */
export function Menu({ entries, label, ...popover }: MenuProps) {
  return (
    <Popover {...popover} {...(label === undefined ? {} : { label })}>
      {(close) => (
        <div role="menu" tabIndex={-1} className={styles.menu} onKeyDown={moveFocus}>
          {entries.map((entry) => (
            <div key={entry.key} role="none" className={entry.divided ? styles.divided : undefined}>
              {entry.heading && <div className={styles.heading}>{entry.heading}</div>}
              <button
                type="button"
                {...(entry.checked === undefined
                  ? { role: 'menuitem' }
                  : { role: 'menuitemradio', 'aria-checked': entry.checked })}
                tabIndex={-1}
                className={styles.entry}
                onClick={() => {
                  close();
                  entry.onSelect();
                }}
              >
                <span className={styles.icon}>
                  {entry.checked ? <Icon name="check" size={14} /> : null}
                  {entry.icon && entry.checked === undefined ? <Icon name={entry.icon} /> : null}
                </span>
                <span className={styles.label}>{entry.label}</span>
                {entry.note && <span className={styles.note}>{entry.note}</span>}
              </button>
            </div>
          ))}
        </div>
      )}
    </Popover>
  );
}
