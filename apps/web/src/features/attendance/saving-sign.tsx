import { useConnection } from '../../lib/connection.ts';
import type { PlaceSaver, Unsaved } from '../../lib/saving/place-saver.ts';
import { useText } from '../../locales/use-text.ts';
import { confirm } from '../../ui/confirm.tsx';
import { Mark } from '../../ui/mark.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './attendance.module.css';

/** Quietly: saved, being saved, or what waits and why; only trouble is read out. */
export function SavingSign({ unsaved, saver }: { unsaved: Unsaved; saver: PlaceSaver }) {
  const text = useText().attendance.saving;
  const { lost } = useConnection();
  const { waiting, sending, conflicts, problem } = unsaved;
  const left = waiting.size + sending.size;
  if (problem) {
    return (
      <span className={styles.saving} role="status">
        <Mark shape="warn" tone="red" />
        {text.held(left)}
        {problem.detail ? `：${problem.detail}` : ''}
        <TextButton onClick={saver.retry}>{text.retry}</TextButton>
        <TextButton onClick={() => void giveUp()}>{text.discard}</TextButton>
      </span>
    );
  }
  if (lost) {
    return (
      <span className={styles.saving} role="status">
        <Mark shape="warn" tone="amber" />
        {text.lost(left)}
      </span>
    );
  }
  if (conflicts.size > 0 && left === 0) {
    return (
      <span className={styles.saving} role="status">
        <Mark shape="warn" tone="red" />
        {text.conflicts(conflicts.size)}
      </span>
    );
  }
  return (
    <span className={styles.saving}>
      <Mark shape={left > 0 ? 'half' : 'check'} tone={left > 0 ? 'blue' : 'grey'} />
      {left > 0 ? text.busy : text.saved}
    </span>
  );

  function giveUp() {
    return confirm({
      title: text.discardTitle,
      body: text.discardBody(left),
      act: text.discard,
      danger: true,
    }).then((sure) => {
      if (sure) saver.discard();
    });
  }
}
