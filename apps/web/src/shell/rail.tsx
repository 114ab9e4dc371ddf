import { useText } from '../locales/use-text.ts';
import { Icon } from '../ui/icon.tsx';
import { Link } from '../ui/link.tsx';
import styles from './rail.module.css';
import { usePlace } from './use-place.ts';

interface RailProps {
  expanded: boolean;
  onToggle: () => void;
}

/** The groups at the left: icon and word, or opened with their pages. */
export function Rail({ expanded, onToggle }: RailProps) {
  const text = useText().shell;
  const { navigation, place } = usePlace();
  return (
    <nav className={styles.rail} data-expanded={expanded} aria-label={text.mainNavigation}>
      <ul className={styles.groups}>
        {navigation.map((group) => {
          const current = group.label === place?.group.label;
          const first = group.pages[0];
          return (
            <li key={group.label}>
              {first && (
                <Link
                  to={first.to}
                  className={styles.group}
                  data-current={current}
                  aria-current={current && !expanded ? 'true' : undefined}
                >
                  <Icon name={group.icon} size={18} />
                  {text.groups[group.label]}
                </Link>
              )}
              {expanded && group.pages.length > 1 && (
                <ul>
                  {group.pages.map((page) => (
                    <li key={page.to}>
                      <Link
                        to={page.to}
                        className={styles.page}
                        aria-current={page.to === place?.page.to ? 'true' : undefined}
                      >
                        {text.pages[page.label]}
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
      <button type="button" className={styles.toggle} aria-expanded={expanded} onClick={onToggle}>
        <Icon name={expanded ? 'left' : 'right'} />
        {expanded ? text.collapse : text.expand}
      </button>
    </nav>
  );
}
