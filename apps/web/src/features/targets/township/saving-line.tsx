import { useText } from '../../../locales/use-text.ts';
import { Mark } from '../../../ui/mark.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import styles from '../targets.module.css';
import type { EntrySaver, EntryState } from './entry-saver.ts';

/** Quietly: saved, being saved, or what waits and why. */
export function SavingLine({ saver, state }: { saver: EntrySaver; state: EntryState }) {
  const text = useText().targets;
  const { waiting, sending, problem, lost } = state;
  const left = waiting.size + sending.size;
  if (problem) {
    return (
      <span className={styles.saving} role="status">
        <Mark shape="warn" tone="red" /> {text.held(left, problem.detail || problem.title)}{' '}
        <TextButton onClick={saver.retry}>{text.retry}</TextButton>{' '}
        <TextButton onClick={saver.discard}>{text.discard}</TextButton>
      </span>
    );
  }
  if (lost.length > 0) {
    return (
      <span className={styles.saving} role="status">
        <Mark shape="warn" tone="amber" /> {text.lost(lost.length)}
      </span>
    );
  }
  return (
    <span className={styles.saving}>
      <Mark shape={left > 0 ? 'half' : 'check'} tone={left > 0 ? 'blue' : 'grey'} />{' '}
      {left > 0 ? text.savingNow : text.allSaved}
    </span>
  );
}
