import { useConnection } from '../lib/connection.ts';
import { currentLanguage } from '../lib/language.ts';
import { problems as en } from '../locales/en/problems.ts';
import { problems as zh } from '../locales/zh/problems.ts';
import styles from './route-failure.module.css';

/** While the first page comes: nothing, unless the server can't be reached. */
export function Opening() {
  const { lost } = useConnection();
  const text = currentLanguage() === 'zh' ? zh : en;
  return (
    <div className={styles.failure} role="status">
      {lost && (
        <>
          <h1 className={styles.title}>{text.network}</h1>
          <p>{text.opensItself}</p>
        </>
      )}
    </div>
  );
}
