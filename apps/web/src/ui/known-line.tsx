import type { Known } from '@xuanpai/contracts/values';
import { useDay } from '../lib/day.ts';
import { useKnown } from '../lib/known.ts';
import { useUrlValue } from '../lib/url-state.ts';
import styles from './known-line.module.css';
import { TextButton } from './text-button.tsx';

interface KnownLineProps {
  words: {
    /** What is shown of a day. */
    known: Record<Known, (day: string) => string>;
    /** The way to the other. */
    showKnown: Record<Known, string>;
  };
}

/** Says which of the two is shown, and leads to the other; nothing for today. */
export function KnownLine({ words }: KnownLineProps) {
  const { day, readOnly } = useDay();
  const [, setKnown] = useUrlValue('known');
  const known = useKnown();
  if (!readOnly) return null;
  return (
    <span className={styles.known}>
      {words.known[known](day)}
      <TextButton onClick={() => setKnown(known === 'thatDay' ? 'now' : null)}>
        {words.showKnown[known]}
      </TextButton>
    </span>
  );
}
