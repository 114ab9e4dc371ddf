import { halfKey, halfSign, marks, markWords } from '@xuanpai/contracts/attendance-marks';
import { memo } from 'react';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import styles from './attendance.module.css';
import { halfDay } from './mark-words.ts';

interface LegendProps {
  /** Without it the signs are only explained. */
  onWrite?: ((value: string | null) => void) | undefined;
  /** As large as a finger. */
  large?: boolean;
}

interface Entry {
  value: string | null;
  sign: string;
  key: string;
  word: string;
}

/** Every sign with its word and its key; a click writes it into what is chosen. */
export const Legend = memo(function Legend({ onWrite, large = false }: LegendProps) {
  const { chosen: text } = useText().attendance;
  const entries: Entry[] = [
    ...marks.map((mark) => {
      const { sign, key } = markWords[mark];
      return { value: mark, sign, key, word: word(markWords[mark]) };
    }),
    { value: null, sign: '', key: text.clearKey, word: text.clear },
  ];
  entries.splice(1, 0, { value: halfDay, sign: halfSign, key: halfKey, word: text.half });
  // 旷工 is the district's to confirm.
  const typed = entries.filter(({ key, value }) => (onWrite ? key !== '' : value !== null));
  return (
    <ul className={styles.legend} aria-label={text.legend} data-large={large || undefined}>
      {typed.map(({ value, sign, key, word: said }) => (
        <li key={said}>
          <button
            type="button"
            className={styles.sign}
            // Keys do the same; the focus stays in the grid.
            tabIndex={large ? 0 : -1}
            title={said}
            disabled={!onWrite}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onWrite?.(value)}
          >
            <span className={styles.signBox}>{sign}</span>
            <span className={styles.signWord}>{said}</span>
            {!large && <span className={styles.signKey}>{key}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
});
