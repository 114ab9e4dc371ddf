import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { batchTitle, rememberBatch, useBatch } from '../lib/batch.ts';
import { useText } from '../locales/use-text.ts';
import { Icon } from '../ui/icon.tsx';
import type { MenuEntry } from '../ui/menu.tsx';
import { Menu } from '../ui/menu.tsx';
import styles from './top-bar.module.css';
import { usePlace } from './use-place.ts';

/** The batches to choose from. Choosing one stays on the page, or goes to its start. */
export function useBatchEntries(): MenuEntry[] {
  const { batch, batches } = useBatch();
  const { pathname } = useLocation();
  const { place } = usePlace();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const text = useText().shell;
  function choose(id: string) {
    rememberBatch(id);
    const next = new URLSearchParams({ batch: id });
    const on = search.get('on');
    if (on) next.set('on', on);
    const isTab = place?.page.tabs?.some((tab) => tab.to === pathname);
    void navigate(`${isTab ? pathname : (place?.page.to ?? '/')}?${next}`);
  }
  return batches.map((one) => ({
    key: one.id,
    label: batchTitle(one),
    note: one.closedOn ? text.batchClosed : one.documentNumber,
    checked: one.id === batch?.id,
    onSelect: () => choose(one.id),
  }));
}

/** Which batch the pages speak of. */
export function BatchPicker() {
  const text = useText().shell;
  const { batch, isPending } = useBatch();
  const entries = useBatchEntries();
  if (isPending) return <span className={styles.waiting} />;
  if (!batch) return <span className={styles.quiet}>{text.noBatch}</span>;
  return (
    <Menu
      label={`${text.batch} ${batchTitle(batch)}`}
      triggerClassName={styles.trigger}
      trigger={
        <>
          <span className={styles.clipped}>{batchTitle(batch)}</span>
          {batch.closedOn && (
            <span role="img" aria-label={text.batchClosed} title={text.batchClosed}>
              <Icon name="lock" size={14} />
            </span>
          )}
          <Icon name="down" size={14} />
        </>
      }
      entries={entries}
    />
  );
}
