import { type TermOutcome, termOutcomes } from '@xuanpai/contracts/term-ends';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import styles from './term-end.module.css';
import type { OutcomeWords } from './term-words.tsx';

interface OutcomeGroupsProps {
  items: readonly { id: string; name: string; outcome: TermOutcome }[];
  of: 'people' | 'units';
  words: OutcomeWords;
  /** What staying brings with it. */
  stayNote?: string;
}

/** What is agreed to at once, by outcome: how many, and who. */
export function OutcomeGroups({ items, of, words, stayNote }: OutcomeGroupsProps) {
  const text = useText().termEnds;
  return termOutcomes.map((outcome) => {
    const alike = items.filter((one) => one.outcome === outcome);
    if (alike.length === 0) return null;
    return (
      <span key={outcome} className={styles.group}>
        <strong>{text.groupOf[of](word(words[outcome]), alike.length)}</strong>
        {alike.map(({ name }) => name).join(text.comma)}
        {outcome === 'stay' && stayNote && <span className={styles.groupNote}>{stayNote}</span>}
      </span>
    );
  });
}
