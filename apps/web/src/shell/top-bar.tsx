import { useCan } from '../lib/can.tsx';
import { useIsPhone } from '../lib/media.ts';
import { useText } from '../locales/use-text.ts';
import { paths } from '../paths.ts';
import { Icon } from '../ui/icon.tsx';
import { Link } from '../ui/link.tsx';
import { Wordmark } from '../ui/wordmark.tsx';
import { BatchPicker } from './batch-picker.tsx';
import { DayPicker } from './day-picker.tsx';
import { LanguageMenu } from './language-menu.tsx';
import styles from './top-bar.module.css';
import { useHasDay } from './use-has-day.ts';
import { UserMenu } from './user-menu.tsx';

interface TopBarProps {
  expanded: boolean;
  onSearch: () => void;
  onKeys: () => void;
}

export function TopBar({ expanded, onSearch, onKeys }: TopBarProps) {
  const text = useText().shell;
  const phone = useIsPhone();
  const seesBatches = useCan('batches.read');
  const showsDay = useHasDay() && seesBatches;
  return (
    <header className={styles.bar}>
      <Link to={paths.workbench} className={styles.home} data-expanded={expanded}>
        <Wordmark size={20} />
      </Link>
      {seesBatches && !phone && (
        <>
          <BatchPicker />
          <span className={styles.line} />
        </>
      )}
      {phone && <span className={styles.spring} />}
      {showsDay && <DayPicker />}
      {showsDay && !phone && <span className={styles.line} />}
      {phone ? (
        <button
          type="button"
          className={styles.trigger}
          aria-label={text.search}
          onClick={onSearch}
        >
          <Icon name="search" />
        </button>
      ) : (
        <button
          type="button"
          className={styles.search}
          aria-keyshortcuts="Control+K"
          onClick={onSearch}
        >
          <Icon name="search" size={14} />
          <span className={styles.placeholder}>{text.searchPlaceholder}</span>
          <kbd className={styles.kbd}>{text.searchKeys}</kbd>
        </button>
      )}
      {!phone && (
        <>
          <span className={styles.spring} />
          <LanguageMenu />
          <span className={styles.line} />
        </>
      )}
      <UserMenu onKeys={onKeys} />
    </header>
  );
}
