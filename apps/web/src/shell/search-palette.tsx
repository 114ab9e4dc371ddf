import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { search } from '@xuanpai/contracts/home';
import type { KeyboardEvent } from 'react';
import { useDeferredValue, useEffect, useId, useState } from 'react';
import { call } from '../lib/api.ts';
import { useGo } from '../lib/links.ts';
import { useText } from '../locales/use-text.ts';
import { linkTo } from '../paths.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import styles from './search-palette.module.css';
import { usePlace } from './use-place.ts';

interface Hit {
  key: string;
  kind: 'page' | 'cadre' | 'village' | 'unit';
  name: string;
  detail: string;
  to: string;
}

function usePageHits(q: string): Hit[] {
  const text = useText().shell;
  const { navigation } = usePlace();
  const wanted = q.trim().toLowerCase();
  return navigation.flatMap((group) =>
    group.pages.flatMap((page) => {
      const own = { to: page.to, name: text.pages[page.label] };
      const tabs = (page.tabs ?? [])
        .filter((tab) => tab.to !== page.to)
        .map((tab) => ({ to: tab.to, name: text.tabs[tab.label] }));
      return [own, ...tabs]
        .filter((one) => one.name.toLowerCase().includes(wanted))
        .map((one) => ({
          key: one.to,
          kind: 'page' as const,
          detail: text.groups[group.label],
          ...one,
        }));
    }),
  );
}

/** The text a moment after the last key, so that not every letter is asked for. */
function useSettled(value: string, wait: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}

function useRecordHits(q: string) {
  const settled = useSettled(q.trim(), 150);
  const query = useQuery({
    queryKey: ['search', settled],
    queryFn: ({ signal }) => call(search, { query: { q: settled }, signal }),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
  });
  const items = settled === '' ? [] : (query.data?.items ?? []);
  const hits = items.map((item) => ({
    ...item,
    key: item.kind + item.id,
    to: linkTo[item.kind](item.id),
  }));
  return { hits, error: query.error, settled: settled === q.trim() && !query.isFetching };
}

/** Ctrl+K: any person, village, unit or page. */
export function SearchPalette({ onClose }: { onClose: () => void }) {
  const text = useText().shell;
  const go = useGo();
  const listId = useId();
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState(0);
  const deferred = useDeferredValue(q);
  const pages = usePageHits(deferred);
  const records = useRecordHits(deferred);
  const hits = [...records.hits, ...pages];
  const index = Math.min(chosen, Math.max(0, hits.length - 1));
  function open(hit: Hit | undefined) {
    if (!hit) return;
    onClose();
    go(hit.to);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setChosen((index + 1) % Math.max(1, hits.length));
    else if (event.key === 'ArrowUp')
      setChosen((index - 1 + hits.length) % Math.max(1, hits.length));
    else if (event.key === 'Enter') open(hits[index]);
    else return;
    event.preventDefault();
  }
  useEffect(() => {
    document.getElementById(`${listId}-${index}`)?.scrollIntoView({ block: 'nearest' });
  }, [index, listId]);
  return (
    <Dialog title={text.search} width={560} onClose={onClose} bare>
      <div className={styles.field}>
        <Icon name="search" />
        <input
          className={styles.input}
          role="combobox"
          aria-label={text.searchPlaceholder}
          aria-expanded={hits.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          {...(hits.length > 0 ? { 'aria-activedescendant': `${listId}-${index}` } : {})}
          placeholder={text.searchPlaceholder}
          autoComplete="off"
          spellCheck={false}
          value={q}
          onChange={(event) => {
            setQ(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={styles.results}>
        <div id={listId} role="listbox" aria-label={text.search}>
          {hits.map((hit, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: keys are the field's
            <div
              key={hit.key}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={at === index}
              className={styles.hit}
              onMouseMove={() => setChosen(at)}
              onClick={() => open(hit)}
            >
              <span className={styles.kind}>{text.searchKinds[hit.kind]}</span>
              <span className={styles.name}>{hit.name}</span>
              <span className={styles.detail}>{hit.detail}</span>
            </div>
          ))}
        </div>
        {records.error && (
          <div className={styles.problem}>
            <ProblemAlert error={records.error} />
          </div>
        )}
        {hits.length === 0 && records.settled && !records.error && (
          <p className={styles.nothing}>{text.searchNothing(q.trim())}</p>
        )}
      </div>
      <p className={styles.hint}>{text.searchHint}</p>
      <p className="visually-hidden" role="status">
        {records.settled && q !== '' ? text.searchResults(hits.length) : ''}
      </p>
    </Dialog>
  );
}
