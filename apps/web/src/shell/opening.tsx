import { useConnection } from '../lib/connection.ts';
import { currentLanguage } from '../lib/language.ts';
import { wasIn } from '../lib/session.ts';
import { problems as en } from '../locales/en/problems.ts';
import { problems as zh } from '../locales/zh/problems.ts';
import { Wordmark } from '../ui/wordmark.tsx';
import styles from './opening.module.css';

/** While the first page comes: its top bar for whoever was in; in words, that the server isn't reached. */
export function Opening() {
  const { lost } = useConnection();
  const text = currentLanguage() === 'zh' ? zh : en;
  if (!lost && !wasIn()) return null;
  return (
    <>
      <header className={styles.bar}>
        <Wordmark size={20} />
      </header>
      <div className={styles.state} role="status">
        {lost && (
          <>
            <h1 className={styles.title}>{text.network}</h1>
            <p>{text.opensItself}</p>
          </>
        )}
      </div>
    </>
  );
}
