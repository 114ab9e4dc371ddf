import { useCan } from '../../../lib/can.tsx';
import { useText } from '../../../locales/use-text.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import styles from '../assignments.module.css';
import { type BulkAct, bulkActs } from './bulk-panel.tsx';

/** What can be recorded for those who are ticked. */
export function BulkBar({ count, onChoose }: { count: number; onChoose: (act: BulkAct) => void }) {
  const text = useText().assignmentActs;
  const mayEnd = useCan('assignments.change');
  return (
    <div className={styles.bulk}>
      <strong>{text.picked(count)}</strong>
      {bulkActs
        .filter((act) => mayEnd || act !== 'end')
        .map((act) => (
          <ActButton key={act} size="small" onClick={() => onChoose(act)}>
            {text.acts[act]}
          </ActButton>
        ))}
    </div>
  );
}
