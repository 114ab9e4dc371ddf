import type { listUsers } from '@xuanpai/contracts/users';
import { roleWords } from '@xuanpai/contracts/words';
import type { ListState } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { wordOptions } from '../../locales/word.ts';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';

export function UserFilters({ list }: { list: ListState<typeof listUsers> }) {
  const text = useText().users;
  const { filters, setFilter } = list;
  return (
    <FilterBar active={list.active} onClear={list.clear}>
      <FilterSearch label={text.find} value={list.q} onChange={(q) => setFilter('q', q)} />
      <FilterSelect
        label={text.role}
        options={wordOptions(roleWords)}
        value={filters.roles}
        onChange={(role) => setFilter('roles', role)}
        width={200}
      />
      <FilterSelect
        label={text.state}
        options={[
          { value: 'active', label: text.active },
          { value: 'disabled', label: text.disabledOnly },
        ]}
        value={filters.state}
        onChange={(state) => setFilter('state', state)}
      />
    </FilterBar>
  );
}
