import type { listCadres } from '@xuanpai/contracts/cadres';
import { categoryWords, rankWords, specialityWords } from '@xuanpai/contracts/words';
import { useReach } from '../../lib/reach.ts';
import { useUnitOptions } from '../../lib/register-options.ts';
import type { ListState } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { wordOptions } from '../../locales/word.ts';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';

interface CadreFiltersProps {
  list: ListState<typeof listCadres>;
  /** Without a batch there are no categories to choose by. */
  hasBatch: boolean;
}

export function CadreFilters({ list, hasBatch }: CadreFiltersProps) {
  const text = useText().cadres;
  const units = useUnitOptions();
  const overlooks = useReach('cadres.read', 'cadres') === 'all';
  const { filters, setFilter } = list;
  return (
    <FilterBar active={list.active} onClear={list.clear}>
      <FilterSearch label={text.find} value={list.q} onChange={(q) => setFilter('q', q)} />
      {overlooks && units.length > 0 && (
        <FilterSelect
          label={text.unit}
          options={units}
          value={filters.unitIds}
          onChange={(id) => setFilter('unitIds', id)}
          width={210}
          searchable
        />
      )}
      {hasBatch && (
        <FilterSelect
          label={text.category}
          options={wordOptions(categoryWords)}
          value={filters.categories}
          onChange={(category) => setFilter('categories', category)}
          width={170}
        />
      )}
      <FilterSelect
        label={text.rank}
        options={wordOptions(rankWords)}
        value={filters.ranks}
        onChange={(rank) => setFilter('ranks', rank)}
        width={150}
      />
      <FilterSelect
        label={text.speciality}
        options={wordOptions(specialityWords)}
        value={filters.specialities}
        onChange={(speciality) => setFilter('specialities', speciality)}
        width={160}
      />
    </FilterBar>
  );
}
