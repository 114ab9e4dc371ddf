import { halfSign, marks, markWords } from '@xuanpai/contracts/attendance-marks';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { Section } from '../../ui/section.tsx';
import styles from './book-panel.module.css';

/** The signs that are read as they are, with what offices write instead. */
export function SignGuide() {
  const text = useText().imports.attendance;
  return (
    <Section title={text.guide} note={text.guideNote}>
      <ul className={styles.list}>
        {marks.map((mark) => {
          const entry: { sign: string; usual?: readonly string[] } = markWords[mark];
          const signs = mark === 'village' ? `${entry.sign}　${halfSign}` : entry.sign;
          return (
            <li key={mark} className={styles.line}>
              <strong className={styles.sign}>{signs}</strong>
              <span>{word(markWords[mark])}</span>
              <span className={styles.usual}>{entry.usual?.join(text.comma)}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
