import type { Known } from '@xuanpai/contracts/values';
import { useDay } from '../lib/day.ts';
import { useKnown } from '../lib/known.ts';
import { useUrlValue } from '../lib/url-state.ts';
import { useText } from '../locales/use-text.ts';
import styles from './known-line.module.css';
import { TextButton } from './text-button.tsx';

interface KnownLineProps {
  /** What was entered by then, unless the page says more. */
  words?: {
    /** What is shown of a day. */
    known: Record<Known, (day: string) => string>;
    /** The way to the other. */
    showKnown: Record<Known, string>;
  };
  /** It is all that the note says. */
  alone?: boolean;
}

/** Says which of the two is shown, and leads to the other; nothing for today. */
export function KnownLine({ words: given, alone = false }: KnownLineProps) {
  const { ui } = useText();
  const words = given ?? ui;
  const { day, readOnly } = useDay();
  const [, setKnown] = useUrlValue('known');
  const known = useKnown();
  if (!readOnly) return null;
  return (
    <span className={styles.known} data-alone={alone}>
      {words.known[known](day)}
      <TextButton onClick={() => setKnown(known === 'thatDay' ? 'now' : null)}>
        {words.showKnown[known]}
      </TextButton>
    </span>
  );
}
