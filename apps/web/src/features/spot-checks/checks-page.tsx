import { useQuery } from '@tanstack/react-query';
import {
  exportSpotChecks,
  findings,
  findingWords,
  listSpotChecks,
} from '@xuanpai/contracts/spot-checks';
import { useCan } from '../../lib/can.tsx';
import { useReach } from '../../lib/reach.ts';
import { type ListState, useListState, useSetUrlValues, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';
import { FilterDays } from '../../ui/filter-days.tsx';
import { FilterTownship } from '../../ui/filter-township.tsx';
import { Page } from '../../ui/page.tsx';
import { checkColumns } from './check-columns.tsx';
import { CheckPanel } from './check-panel.tsx';
import { EnterPanel } from './enter-panel.tsx';
import { spotCheckListQuery } from './queries.ts';

/** 检查: what was found at the villages, beside what the log says. */
export function ChecksPage() {
  const { checks: text, shell } = useText();
  const list = useListState(listSpotChecks);
  const query = useQuery(spotCheckListQuery(list.query));
  const [row] = useUrlValue('row');
  const [entering] = useUrlValue('enter');
  const [inspection] = useUrlValue('inspection');
  const [checked] = useUrlValue('checked');
  const show = useSetUrlValues();
  const enters = useCan('spotChecks.write');
  const overlooks = useReach('spotChecks.read', 'assignments') === 'all';
  const { data } = query;
  return (
    <Page
      title={data ? text.answer(data.total, data.contradicted, list.active > 0) : shell.tabs.checks}
      tone="amber"
      documentTitle={shell.tabs.checks}
      note={text.note}
      layout="fill"
      filters={<Filters list={list} overlooks={overlooks} />}
      secondary={
        <ExportButton
          endpoint={exportSpotChecks}
          parts={{ query: list.exportQuery }}
          blocked={data?.total === 0 ? text.nothingToExport : null}
        />
      }
      primary={
        enters && (
          <ActButton kind="primary" icon="plus" onClick={() => show({ row: null, enter: '1' })}>
            {text.enter}
          </ActButton>
        )
      }
    >
      <DataTable
        id="spot-checks"
        label={shell.tabs.checks}
        columns={checkColumns(text, overlooks)}
        rowKey={({ id }) => id}
        rowLabel={({ cadreName, day }) => `${cadreName} ${day}`}
        query={query}
        list={list}
        empty={{ title: text.none, note: enters ? text.noneNote : '' }}
        selected={row}
        onOpen={({ id }) => show({ enter: null, row: id })}
      />
      {entering ? (
        <EnterPanel
          inspection={inspection && checked ? { id: inspection, day: checked } : undefined}
          onClose={() => show({ enter: null, inspection: null, checked: null })}
          onEntered={(id) => show({ enter: null, inspection: null, checked: null, row: id })}
        />
      ) : (
        row && <CheckPanel id={row} onClose={() => show({ row: null })} />
      )}
    </Page>
  );
}

interface FiltersProps {
  list: ListState<typeof listSpotChecks>;
  overlooks: boolean;
}

function Filters({ list, overlooks }: FiltersProps) {
  const text = useText().checks;
  const { filters, setFilter } = list;
  return (
    <FilterBar active={list.active} onClear={list.clear}>
      <FilterSearch label={text.find} value={list.q} onChange={(q) => setFilter('q', q)} />
      <FilterSelect
        label={text.standing}
        options={(['contradicted', 'resolved'] as const).map((value) => ({
          value,
          label: text.states[value],
        }))}
        value={filters.state}
        onChange={(value) => setFilter('state', value)}
        width={190}
      />
      <FilterSelect
        label={text.found}
        options={findings.map((value) => ({ value, label: word(findingWords[value]) }))}
        value={filters.found}
        onChange={(value) => setFilter('found', value)}
        width={150}
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
