import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { tryNow, useConnection, watchConnection } from '../lib/connection.ts';
import { useText } from '../locales/use-text.ts';
import { Mark } from '../ui/mark.tsx';
import { TextButton } from '../ui/text-button.tsx';
import styles from './connection-bar.module.css';

/** Says that the connection is lost and that nothing typed is; goes when it is back. */
export function ConnectionBar() {
  const text = useText().shell;
  const client = useQueryClient();
  const { lost, unsent } = useConnection();
  useEffect(watchConnection, []);
  // What was read before may be old by now.
  useEffect(() => {
    if (lost) return () => void client.invalidateQueries();
  }, [lost, client]);
  return (
    <div role="status">
      {lost && (
        <p className={styles.bar}>
          <Mark shape="clock" tone="amber" />
          {text.connectionLost}
          {unsent > 0 && text.unsent(unsent)}
          <TextButton onClick={tryNow}>{text.tryNow}</TextButton>
        </p>
      )}
    </div>
  );
}
