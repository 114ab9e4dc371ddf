import type { TargetKnown } from '@xuanpai/contracts/targets';
import { useDay } from '../../lib/day.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './targets.module.css';

/** Whether a day that is over is shown as it was known then, or as it is known by now. */
export function useKnown(): TargetKnown {
  return useUrlValue('known')[0] === 'now' ? 'now' : 'thatDay';
}

/** Says which of the two is shown, and leads to the other; nothing for today. */
export function KnownLine() {
  const text = useText().targets;
  const { day, readOnly } = useDay();
  const [, setKnown] = useUrlValue('known');
  const known = useKnown();
  if (!readOnly) return null;
  return (
    <span className={styles.known}>
      {text.known[known](day)}
      <TextButton onClick={() => setKnown(known === 'thatDay' ? 'now' : null)}>
        {text.showKnown[known]}
      </TextButton>
    </span>
  );
}
