import type { listAssignments } from '@xuanpai/contracts/assignments';
import { useReach } from '../../lib/reach.ts';
import { useTownshipOptions, useUnitOptions } from '../../lib/register-options.ts';
import type { ListState } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';

/** Whom to look for, and for whom the list is: the district, a township, a unit. */
export function TelephoneFilters({ list }: { list: ListState<typeof listAssignments> }) {
  const text = useText().assignments;
  const townships = useTownshipOptions();
  const units = useUnitOptions();
  const overlooks = useReach('assignments.read', 'assignments') === 'all';
  const { filters, setFilter } = list;
  return (
    <FilterBar active={list.active} onClear={list.clear}>
      <FilterSearch
        label={text.find}
        value={list.q}
        onChange={(q) => setFilter('q', q)}
        width={220}
      />
      {overlooks && (
        <>
          <FilterSelect
            label={text.township}
            options={townships}
            value={filters.townshipIds}
            onChange={(id) => setFilter('townshipIds', id)}
            width={190}
            searchable
          />
          <FilterSelect
            label={text.unit}
            options={units}
            value={filters.unitIds}
            onChange={(id) => setFilter('unitIds', id)}
            width={200}
            searchable
          />
        </>
      )}
    </FilterBar>
  );
}
