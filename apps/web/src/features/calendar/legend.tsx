import { useText } from '../../locales/use-text.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './calendar.module.css';

/** What the signs on the days mean. */
export function Legend() {
  const text = useText().calendar;
  return (
    <ul className={styles.legend} aria-label={text.legend}>
      <li>
        <sup className={styles.rest}>{text.signs.rest}</sup> {text.kinds.holiday}
      </li>
      <li>
        <sup className={styles.work}>{text.signs.work}</sup> {text.kinds.makeUp}
      </li>
      <li>
        <i className={styles.called} /> {text.occasions}
      </li>
      <li>
        <i className={styles.corrected} /> {text.byHand}
      </li>
      <li>
        <Icon name="lock" size={12} /> {text.lockedMonth}
      </li>
    </ul>
  );
}
