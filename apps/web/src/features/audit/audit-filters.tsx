import type { listAudit } from '@xuanpai/contracts/audit';
import type { ListState } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';
import { FilterDays } from '../../ui/filter-days.tsx';
import { actionName } from './audit-words.ts';

interface AuditFiltersProps {
  list: ListState<typeof listAudit>;
  /** Every action that the log holds. */
  actions: readonly string[];
}

export function AuditFilters({ list, actions }: AuditFiltersProps) {
  const text = useText().audit;
  const { filters, setFilter } = list;
  return (
    <FilterBar active={list.active} onClear={list.clear} result={filters.entityId && text.onlyRow}>
      <FilterSelect
        label={text.action}
        options={actions.map((action) => ({ value: action, label: actionName(action) }))}
        value={filters.action}
        onChange={(action) => setFilter('action', action)}
        width={210}
        searchable
      />
      <FilterSearch
        label={text.person}
        value={filters.userName ?? ''}
        onChange={(name) => setFilter('userName', name)}
        width={140}
      />
      <FilterSearch
        label={text.find}
        value={list.q}
        onChange={(q) => setFilter('q', q)}
        width={160}
      />
      <FilterDays filters={filters} setFilter={setFilter} />
    </FilterBar>
  );
}
