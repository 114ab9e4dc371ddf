import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import type { BatchVillage, Coverage } from '@xuanpai/contracts/coverage';
import { tierWords, villageKindWords } from '@xuanpai/contracts/words';
import { searchKey } from '@xuanpai/domain/office/text';
import { useSearch } from '../../lib/search.ts';
import { applyChanges } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { wordOptions } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';
import { Link } from '../../ui/link.tsx';
import { batchVillagesQuery } from './queries.ts';

const names = ['q', 'townshipId', 'tier', 'reason', 'kind'] as const;
type Name = (typeof names)[number];
type Values = Partial<Record<Name, string>>;

/** The filters of the list by village, kept in the address. */
export function useVillageFilters() {
  const [search, setSearch] = useSearch();
  const values: Values = {};
  for (const name of names) {
    const value = search.get(name);
    if (value) values[name] = value;
  }
  const change = (changes: Record<string, string | null>) =>
    setSearch((before) => applyChanges(before, changes), { replace: true });
  return {
    values,
    set: (name: Name, value: string | null) => change({ [name]: value }),
    clear: () => change(Object.fromEntries(names.map((name) => [name, null]))),
  };
}

/** The reason that leads is the one that the figures count by. */
export function filterVillages(
  villages: readonly BatchVillage[],
  { q, townshipId, tier, reason, kind }: Values,
): BatchVillage[] {
  const sought = searchKey(q ?? '');
  return villages.filter(
    (village) =>
      (townshipId === undefined || village.townshipId === townshipId) &&
      (tier === undefined || (village.tier ?? 'open') === tier) &&
      (reason === undefined || village.reasons[0]?.code === reason) &&
      (kind === undefined || (kind === 'poor' ? village.poor : holds(village, kind))) &&
      (sought === '' || searchKey(village.name + village.code).includes(sought)),
  );
}

const holds = ({ kinds }: BatchVillage, kind: string) => kinds.some((one) => one === kind);

interface VillageFiltersProps {
  batch: Batch;
  coverage: Coverage;
}

/** The filters above the list, how many villages they leave, and the way back. */
export function VillageFilters({ batch, coverage }: VillageFiltersProps) {
  const text = useText().coverage;
  const { values, set, clear } = useVillageFilters();
  const { data } = useQuery(batchVillagesQuery(batch.id));
  const reasons = Object.entries(text.reasons).map(([value, label]) => ({ value, label }));
  return (
    <FilterBar
      active={Object.keys(values).length}
      onClear={clear}
      result={data && text.found(filterVillages(data.items, values).length)}
      extra={<Link to={linkTo.coverage()}>{text.seeTownships}</Link>}
    >
      <FilterSearch label={text.find} value={values.q ?? ''} onChange={(q) => set('q', q)} />
      <FilterSelect
        label={text.township}
        options={coverage.byTownship.map(({ townshipId, name }) => ({
          value: townshipId,
          label: name,
        }))}
        value={values.townshipId}
        onChange={(id) => set('townshipId', id)}
        width={180}
        searchable
      />
      <FilterSelect
        label={text.tier}
        options={[...wordOptions(tierWords), { value: 'open', label: text.open }]}
        value={values.tier}
        onChange={(tier) => set('tier', tier)}
        width={144}
      />
      <FilterSelect
        label={text.reason}
        options={reasons}
        value={values.reason}
        onChange={(reason) => set('reason', reason)}
        width={200}
      />
      <FilterSelect
        label={text.kind}
        options={[...wordOptions(villageKindWords), { value: 'poor', label: text.poorKind }]}
        value={values.kind}
        onChange={(kind) => set('kind', kind)}
        width={170}
      />
    </FilterBar>
  );
}
