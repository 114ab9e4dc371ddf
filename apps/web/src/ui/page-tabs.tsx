import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useTo } from '../lib/links.ts';
import { Mark } from './mark.tsx';
import styles from './page-tabs.module.css';
import type { StateName } from './state-badge.tsx';
import { stateLooks } from './state-badge.tsx';

export interface PageTab {
  label: string;
  /** Without it the tab is where the page stands, as the name of a village. */
  to?: string;
  /** Only when the address is exactly this one. */
  exact?: boolean;
  state?: StateName;
}

/** The page's own tabs in the bar above the content: links, each with an address. */
export function PageTabs({ tabs }: { tabs: readonly PageTab[] }) {
  const to = useTo();
  const list = useRef<HTMLUListElement>(null);
  const { pathname } = useLocation();
  // On a narrow screen the bar scrolls sideways: where one stands is to be seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address has another tab to show
  useEffect(() => {
    const current = list.current?.querySelector('[aria-current="page"]');
    current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  return (
    <ul ref={list} className={styles.tabs}>
      {tabs.map((tab) => (
        <li key={tab.label + (tab.to ?? '')}>
          {tab.to === undefined ? (
            <span className={styles.tab} aria-current="page">
              {tab.label}
            </span>
          ) : (
            <NavLink className={styles.tab ?? ''} to={to(tab.to)} end={tab.exact ?? false}>
              {tab.state && (
                <Mark shape={stateLooks[tab.state][0]} tone={stateLooks[tab.state][1]} />
              )}
              {tab.label}
            </NavLink>
          )}
        </li>
      ))}
    </ul>
  );
}
