import { formatNumber } from '../lib/format.ts';
import type { ListPosition } from '../lib/url-state.ts';
import { pageSizes } from '../lib/url-state.ts';
import { useText } from '../locales/use-text.ts';
import type { IconName } from './icon.tsx';
import { Icon } from './icon.tsx';
import styles from './pager.module.css';

interface PagerProps {
  list: ListPosition;
  total: number;
}

/** What part of the list is seen, and the way to the others. */
export function Pager({ list, total }: PagerProps) {
  const text = useText().ui;
  const pages = Math.max(1, Math.ceil(total / list.pageSize));
  const from = Math.min(total, (list.page - 1) * list.pageSize + 1);
  const to = Math.min(total, list.page * list.pageSize);
  return (
    <nav className={styles.pager} aria-label={text.pagerLabel}>
      <span className={styles.range}>
        {total > 0 && pages > 1
          ? text.range(formatNumber(from), formatNumber(to), formatNumber(total))
          : text.total(formatNumber(total))}
      </span>
      {pages > 1 && (
        <span className={styles.steps}>
          <Step icon="first" label={text.firstPage} to={list.page > 1 ? 1 : null} list={list} />
          <Step
            icon="left"
            label={text.previousPage}
            to={list.page > 1 ? list.page - 1 : null}
            list={list}
          />
          <span className={styles.page}>
            <span className="visually-hidden">
              {text.pageOf(formatNumber(list.page), formatNumber(pages))}
            </span>
            <span aria-hidden="true">
              {list.page} / {pages}
            </span>
          </span>
          <Step
            icon="right"
            label={text.nextPage}
            to={list.page < pages ? list.page + 1 : null}
            list={list}
          />
          <Step
            icon="last"
            label={text.lastPage}
            to={list.page < pages ? pages : null}
            list={list}
          />
        </span>
      )}
      {total > pageSizes[0] && (
        <label className={styles.size}>
          {text.pageSize}
          <select
            className={styles.select}
            value={list.pageSize}
            onChange={(event) => list.setPageSize(Number(event.target.value))}
          >
            {pageSizes.map((size) => (
              <option key={size} value={size}>
                {text.rows(size)}
              </option>
            ))}
          </select>
        </label>
      )}
    </nav>
  );
}

interface StepProps {
  icon: IconName;
  label: string;
  to: number | null;
  list: ListPosition;
}

function Step({ icon, label, to, list }: StepProps) {
  return (
    <button
      type="button"
      className={styles.step}
      aria-label={label}
      title={label}
      disabled={to === null}
      onClick={() => to !== null && list.setPage(to)}
    >
      <Icon name={icon} />
    </button>
  );
}
