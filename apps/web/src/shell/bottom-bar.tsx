import { useText } from '../locales/use-text.ts';
import { Icon } from '../ui/icon.tsx';
import { Link } from '../ui/link.tsx';
import styles from './bottom-bar.module.css';
import { usePlace } from './use-place.ts';

/** The groups on the telephone. */
export function BottomBar() {
  const text = useText().shell;
  const { navigation, place } = usePlace();
  return (
    <nav className={styles.bar} aria-label={text.mainNavigation}>
      {navigation.map((group) => {
        const first = group.pages[0];
        const current = group.label === place?.group.label;
        return (
          first && (
            <Link
              key={group.label}
              to={first.to}
              className={styles.group}
              aria-current={current ? 'true' : undefined}
            >
              <Icon name={group.icon} size={18} />
              {text.groups[group.label]}
            </Link>
          )
        );
      })}
    </nav>
  );
}
