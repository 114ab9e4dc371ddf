import { useStore } from '../../lib/store.ts';
import { useText } from '../../locales/use-text.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Progress } from '../../ui/progress.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './letters.module.css';
import type { LetterActs } from './use-letter-acts.ts';

interface ActShownProps {
  acts: LetterActs;
  /** Makes the others, where values of some are missing; null: that can't be done. */
  onLeaveOut: (() => void) | null;
}

/** How far the file is, or why it isn't made. */
export function ActShown({ acts, onLeaveOut }: ActShownProps) {
  const text = useText().letters;
  const { progress, problem } = useStore(acts.state);
  return (
    <>
      {progress && (
        <div className={styles.message}>
          <Progress label={text.making(progress.total)} {...progress} onCancel={acts.stop} />
        </div>
      )}
      {problem && (
        <div className={styles.message}>
          <ProblemAlert
            error={problem}
            remedies={
              problem.code === 'valuesMissing' &&
              onLeaveOut && <TextButton onClick={onLeaveOut}>{text.leaveOut}</TextButton>
            }
          />
        </div>
      )}
    </>
  );
}
