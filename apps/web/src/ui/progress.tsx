import { formatNumber } from '../lib/format.ts';
import { useText } from '../locales/use-text.ts';
import styles from './progress.module.css';
import { TextButton } from './text-button.tsx';

interface ProgressProps {
  /** What is under way, for screen readers: 读取工作簿. */
  label: string;
  done: number;
  total: number;
  /** The printed number: 已读 91/144 行; `91/144` unless given. */
  words?: string;
  onCancel?: () => void;
}

/** For what takes longer than a second: a bar, a number, a way out. */
export function Progress({ label, done, total, words, onCancel }: ProgressProps) {
  const text = useText().ui;
  return (
    <div className={styles.line}>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
      >
        <div
          className={styles.bar}
          style={{ width: `${total > 0 ? Math.min(100, (done / total) * 100) : 0}%` }}
        />
      </div>
      <span>{words ?? text.done(formatNumber(done), formatNumber(total))}</span>
      {onCancel && <TextButton onClick={onCancel}>{text.cancel}</TextButton>}
    </div>
  );
}
