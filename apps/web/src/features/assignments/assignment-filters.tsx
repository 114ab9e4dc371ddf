import type { listAssignments } from '@xuanpai/contracts/assignments';
import { postWords, tierWords } from '@xuanpai/contracts/words';
import { useReach } from '../../lib/reach.ts';
import { useTownshipOptions, useUnitOptions } from '../../lib/register-options.ts';
import type { ListState } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { wordOptions } from '../../locales/word.ts';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';
import { Tabs } from '../../ui/tabs.tsx';

const orders = ['village', 'unit', 'name'] as const;
const missing = ['appointment', 'report', 'membership', 'return', 'end'] as const;
type Order = (typeof orders)[number];

interface AssignmentFiltersProps {
  list: ListState<typeof listAssignments>;
  /** What is left of the posts: 40名，28个村. */
  result?: string | undefined;
  order: string | undefined;
}

export function AssignmentFilters({ list, result, order }: AssignmentFiltersProps) {
  const { assignments: text, assignmentActs: acts } = useText();
  const townships = useTownshipOptions();
  const units = useUnitOptions();
  const overlooks = useReach('assignments.read', 'assignments') === 'all';
  const { filters, setFilter } = list;
  return (
    <FilterBar
      active={list.active}
      onClear={list.clear}
      result={list.active > 0 && result}
      extra={
        <Tabs<Order>
          label={text.orderedBy}
          items={orders.map((value) => ({ value, label: text.orders[value] }))}
          value={orders.find((value) => value === order) ?? 'village'}
          onChange={list.setSort}
        />
      }
    >
      <FilterSearch label={text.find} value={list.q} onChange={(q) => setFilter('q', q)} />
      {overlooks && (
        <>
          <FilterSelect
            label={text.township}
            options={townships}
            value={filters.townshipIds}
            onChange={(id) => setFilter('townshipIds', id)}
            width={170}
            searchable
          />
          <FilterSelect
            label={text.unit}
            options={units}
            value={filters.unitIds}
            onChange={(id) => setFilter('unitIds', id)}
            width={190}
            searchable
          />
        </>
      )}
      <FilterSelect
        label={text.tier}
        options={wordOptions({ district: tierWords.district, township: tierWords.township })}
        value={filters.tier}
        onChange={(tier) => setFilter('tier', tier)}
        width={110}
      />
      <FilterSelect
        label={text.post}
        options={wordOptions(postWords)}
        value={filters.post}
        onChange={(post) => setFilter('post', post)}
        width={140}
      />
      <FilterSelect
        label={acts.missingFilter}
        options={missing.map((value) => ({ value, label: acts.missingOptions[value] }))}
        value={filters.missing}
        onChange={(value) => setFilter('missing', value)}
        width={170}
      />
    </FilterBar>
  );
}
