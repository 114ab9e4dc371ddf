import type { listUnits } from '@xuanpai/contracts/units';
import { specialityWords, unitKindWords } from '@xuanpai/contracts/words';
import type { ListState } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { wordOptions } from '../../locales/word.ts';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';

export function UnitFilters({ list }: { list: ListState<typeof listUnits> }) {
  const text = useText().units;
  const { filters, setFilter } = list;
  return (
    <FilterBar active={list.active} onClear={list.clear}>
      <FilterSearch label={text.find} value={list.q} onChange={(q) => setFilter('q', q)} />
      <FilterSelect
        label={text.kind}
        options={wordOptions(unitKindWords)}
        value={filters.kinds}
        onChange={(kind) => setFilter('kinds', kind)}
        width={170}
      />
      <FilterSelect
        label={text.strengths}
        options={wordOptions(specialityWords)}
        value={filters.strengths}
        onChange={(strength) => setFilter('strengths', strength)}
        width={170}
      />
      <FilterSelect
        label={text.contactsFilter}
        options={[
          { value: 'missing', label: text.contactsMissing },
          { value: 'complete', label: text.contactsComplete },
        ]}
        value={filters.contacts}
        onChange={(contacts) => setFilter('contacts', contacts)}
        width={190}
      />
    </FilterBar>
  );
}
