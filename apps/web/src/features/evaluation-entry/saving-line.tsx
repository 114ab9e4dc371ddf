import { useConnection } from '../../lib/connection.ts';
import type { Saving } from '../../lib/saving/use-saver.ts';
import { useText } from '../../locales/use-text.ts';
import { confirm } from '../../ui/confirm.tsx';
import { Mark } from '../../ui/mark.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './evaluation-entry.module.css';

/** Quietly: saved, being saved, or what waits and why. */
export function SavingLine({ savings }: { savings: readonly Saving[] }) {
  const text = useText().evaluationEntry.saving;
  const { lost } = useConnection();
  const left = savings.reduce(
    (sum, { unsaved }) => sum + unsaved.waiting.size + unsaved.sending.size,
    0,
  );
  const conflicts = savings.reduce((sum, { unsaved }) => sum + unsaved.conflicts.size, 0);
  const held = savings.filter(({ unsaved }) => unsaved.problem !== null);
  const [first] = held;
  if (first) {
    return (
      <span className={styles.saving} role="status">
        <Mark shape="warn" tone="red" />
        {text.held(left)}
        {first.unsaved.problem?.detail ? ` ${first.unsaved.problem.detail}` : ''}
        <TextButton onClick={() => each((one) => one.saver.retry())}>{text.retry}</TextButton>
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
  if (conflicts > 0 && left === 0) {
    return (
      <span className={styles.saving} role="status">
        <Mark shape="warn" tone="red" />
        {text.conflicts(conflicts)}
      </span>
    );
  }
  return (
    <span className={styles.saving}>
      <Mark shape={left > 0 ? 'half' : 'check'} tone={left > 0 ? 'blue' : 'grey'} />
      {left > 0 ? text.busy : text.saved}
    </span>
  );

  function each(act: (saving: Saving) => void) {
    for (const saving of held) act(saving);
  }

  async function giveUp() {
    const sure = await confirm({
      ...{ title: text.discardTitle, body: text.discardBody(left), act: text.discard },
      danger: true,
    });
    if (sure) each((one) => one.saver.discard());
  }
}
