import { leaveKinds, markWords } from '@xuanpai/contracts/attendance-marks';
import { leaveStates, leaveStateWords, type listLeaves } from '@xuanpai/contracts/leaves';
import { useCan } from '../../lib/can.tsx';
import { useReach } from '../../lib/reach.ts';
import type { ListState } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';
import { FilterDays } from '../../ui/filter-days.tsx';
import { FilterTownship } from '../../ui/filter-township.tsx';

export function LeaveFilters({ list }: { list: ListState<typeof listLeaves> }) {
  const text = useText().leaves;
  const overlooks = useReach('leaves.read', 'cadres') === 'all';
  const decides = useCan('leaves.decide');
  const { filters, setFilter } = list;
  const waiting = decides ? (['decide', 'end'] as const) : (['end'] as const);
  return (
    <FilterBar active={list.active} onClear={list.clear}>
      <FilterSearch
        label={text.find}
        value={list.q}
        onChange={(q) => setFilter('q', q)}
        width={170}
      />
      <FilterSelect
        label={text.waiting}
        options={waiting.map((value) => ({ value, label: text.waitingOptions[value] }))}
        value={filters.waiting}
        onChange={(value) => setFilter('waiting', value)}
        width={150}
      />
      <FilterSelect
        label={text.state}
        options={leaveStates.map((value) => ({ value, label: word(leaveStateWords[value]) }))}
        value={filters.states}
        onChange={(value) => setFilter('states', value)}
        width={130}
      />
      <FilterSelect
        label={text.kind}
        options={leaveKinds.map((value) => ({ value, label: word(markWords[value]) }))}
        value={filters.kinds}
        onChange={(value) => setFilter('kinds', value)}
        width={130}
      />
      {overlooks && (
        <FilterTownship
          value={filters.townshipIds}
          onChange={(value) => setFilter('townshipIds', value)}
        />
      )}
      <FilterDays filters={filters} setFilter={setFilter} />
    </FilterBar>
  );
}
