import type { Saving } from '../../lib/saving/use-saver.ts';
import { useText } from '../../locales/use-text.ts';
import { ConflictLines } from '../../ui/conflict-lines.tsx';
import styles from './evaluation-entry.module.css';

interface EntryConflictsProps {
  saving: Saving;
  /** A place in words. */
  nameOf: (place: string) => string;
}

/** The conflicts of what is entered here; nothing where there are none. */
export function EntryConflicts({ saving, nameOf }: EntryConflictsProps) {
  const text = useText().evaluationEntry;
  if (saving.unsaved.conflicts.size === 0) return null;
  return (
    <ul className={styles.conflicts}>
      <ConflictLines
        saving={saving}
        inWords={(place) => ({
          where: nameOf(place),
          said: (value) => (value === null ? text.nothing : String(value)),
        })}
      />
    </ul>
  );
}
