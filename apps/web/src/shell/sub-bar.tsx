import { useEffect, useRef } from 'react';
import { useText } from '../locales/use-text.ts';
import { Link } from '../ui/link.tsx';
import { PageTabs } from '../ui/page-tabs.tsx';
import styles from './sub-bar.module.css';
import { usePlace } from './use-place.ts';

/** The pages of the group, then the tabs of the page. */
export function SubBar({ onSlot }: { onSlot: (slot: HTMLElement | null) => void }) {
  const text = useText().shell;
  const { place, pathname } = usePlace();
  const bar = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address has another tab to show
  useEffect(() => {
    bar.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  const pages = place && place.group.pages.length > 1 ? place.group.pages : [];
  const tabs = place?.page.tabs ?? [];
  return (
    <nav ref={bar} className={styles.bar} aria-label={text.subNavigation}>
      {pages.length > 0 && (
        <ul className={styles.pages}>
          {pages.map((page) => (
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
      {tabs.length > 1 ? (
        <div className={styles.tabs}>
          <PageTabs
            tabs={tabs.map((tab) => ({
              label: text.tabs[tab.label],
              to: tab.to,
              exact: tab.to === place?.page.to,
            }))}
          />
        </div>
      ) : null}
      <div ref={onSlot} className={styles.tabs} />
    </nav>
  );
}
