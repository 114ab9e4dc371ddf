import { useDay } from '../lib/day.ts';
import { formatDay } from '../lib/format.ts';
import { useSearch } from '../lib/search.ts';
import { applyChanges } from '../lib/url-state.ts';
import { useText } from '../locales/use-text.ts';
import { Mark } from '../ui/mark.tsx';
import { TextButton } from '../ui/text-button.tsx';
import styles from './read-only-bar.module.css';

/** Says that another day is looked at, and leads back. */
export function ReadOnlyBar() {
  const text = useText().shell;
  const { day, readOnly } = useDay();
  const [, setSearch] = useSearch();
  if (!readOnly) return null;
  return (
    <div className={styles.bar} role="status">
      <span className={styles.said}>
        <Mark shape="clock" tone="amber" /> {text.readOnly(formatDay(day))}
      </span>
      <TextButton onClick={() => setSearch((before) => applyChanges(before, { on: null }))}>
        {text.backToToday}
      </TextButton>
    </div>
  );
}
