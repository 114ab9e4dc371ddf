import type { listVillages } from '@xuanpai/contracts/villages';
import { tierWords, villageKindWords } from '@xuanpai/contracts/words';
import { useReach } from '../../lib/reach.ts';
import { useTownshipOptions } from '../../lib/register-options.ts';
import type { ListState } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { wordOptions } from '../../locales/word.ts';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';

interface VillageFiltersProps {
  list: ListState<typeof listVillages>;
  /** Without a batch there are no kinds and tiers to choose by. */
  hasBatch: boolean;
}

export function VillageFilters({ list, hasBatch }: VillageFiltersProps) {
  const text = useText().villages;
  const townships = useTownshipOptions();
  const overlooks = useReach('villages.read', 'villages') === 'all';
  const { filters, setFilter } = list;
  return (
    <FilterBar active={list.active} onClear={list.clear}>
      <FilterSearch label={text.find} value={list.q} onChange={(q) => setFilter('q', q)} />
      {overlooks && (
        <FilterSelect
          label={text.township}
          options={townships}
          value={filters.townshipIds}
          onChange={(id) => setFilter('townshipIds', id)}
          width={190}
          searchable
        />
      )}
      {hasBatch && (
        <>
          <FilterSelect
            label={text.kinds}
            options={wordOptions(villageKindWords)}
            value={filters.kinds}
            onChange={(kind) => setFilter('kinds', kind)}
            width={190}
          />
          <FilterSelect
            label={text.tier}
            options={wordOptions(tierWords)}
            value={filters.tiers}
            onChange={(tier) => setFilter('tiers', tier)}
            width={140}
          />
          <FilterSelect
            label={text.poor}
            options={[
              { value: 'true', label: text.poorYes },
              { value: 'false', label: text.poorNo },
            ]}
            value={filters.poor}
            onChange={(poor) => setFilter('poor', poor)}
            width={170}
          />
        </>
      )}
    </FilterBar>
  );
}
