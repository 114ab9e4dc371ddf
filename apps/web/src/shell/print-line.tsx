import { batchTitle, useBatch } from '../lib/batch.ts';
import { formatDay } from '../lib/format.ts';
import { useUser } from '../lib/session.ts';
import { useText } from '../locales/use-text.ts';
import styles from './print-line.module.css';

/** On paper alone, above the page: which batch it tells of, and when and by whom it was printed. */
export function PrintLine() {
  const text = useText().shell;
  const { name, today } = useUser();
  const { batch } = useBatch();
  return (
    <p className={styles.line}>
      <span>{batch ? batchTitle(batch) : text.appName}</span>
      <span>{text.printedBy(formatDay(today), name)}</span>
    </p>
  );
}
