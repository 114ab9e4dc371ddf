import { useShownKeys } from '../lib/keys.ts';
import { useText } from '../locales/use-text.ts';
import { Dialog } from '../ui/dialog.tsx';
import styles from './keys-dialog.module.css';

/** `?`: the keys that work on this page. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const text = useText().shell;
  const ofPage = useShownKeys();
  const always = [
    { keys: 'Ctrl K', does: text.keySearch },
    { keys: '?', does: text.keyHelp },
    { keys: 'Esc', does: text.keyClose },
  ];
  return (
    <Dialog title={text.keysTitle} width={380} closable onClose={onClose}>
      <dl className={styles.list}>
        {[...ofPage, ...always].map((key) => (
          <div key={key.keys + key.does} className={styles.line}>
            <dt className={styles.keys}>
              {key.keys.split(' ').map((one) => (
                <kbd key={one} className={styles.key}>
                  {one}
                </kbd>
              ))}
            </dt>
            <dd>{key.does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
