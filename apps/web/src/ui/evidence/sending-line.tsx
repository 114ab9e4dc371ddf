import { isProblem } from '../../lib/api-problem.ts';
import type { Sending } from '../../lib/evidence.ts';
import { useText } from '../../locales/use-text.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { Progress } from '../progress.tsx';
import { TextButton } from '../text-button.tsx';
import styles from './evidence.module.css';

interface SendingLineProps {
  sending: Sending;
  onDrop: () => void;
  onAgain: () => void;
}

/** A file on its way: how far, or why not. */
export function SendingLine({ sending, onDrop, onAgain }: SendingLineProps) {
  const text = useText().evidence;
  const { file, state, sent, error } = sending;
  if (state === 'failed') {
    return (
      <ProblemAlert
        error={error}
        what={text.failed(file.name)}
        onRetry={mayHelp(error) ? onAgain : undefined}
        remedies={<TextButton onClick={onDrop}>{text.drop}</TextButton>}
      />
    );
  }
  const percent = file.size > 0 ? Math.floor((sent / file.size) * 100) : 0;
  return (
    <div className={styles.sending}>
      <Progress
        label={file.name}
        done={Math.round(sent)}
        total={file.size}
        words={
          state === 'waiting'
            ? `${file.name} ${text.waiting}`
            : percent < 100
              ? text.sending(file.name, percent)
              : text.checking(file.name)
        }
        onCancel={onDrop}
      />
    </div>
  );
}

/** What is wrong with the file stays wrong. */
const mayHelp = (error: unknown) =>
  !isProblem(error, 'evidenceRefused') && !isProblem(error, 'tooLarge');
