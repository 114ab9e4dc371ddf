import { useQuery } from '@tanstack/react-query';
import {
  type Enterprise,
  exportEnterprises,
  listEnterprises,
} from '@xuanpai/contracts/enterprises';
import type { PlainDate } from '@xuanpai/contracts/values';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { useKnown } from '../../lib/known.ts';
import { type ListState, useListState, useSetUrlValues, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';
import { FilterTownship } from '../../ui/filter-township.tsx';
import { KnownLine } from '../../ui/known-line.tsx';
import { Page } from '../../ui/page.tsx';
import type { Column } from '../../ui/table-column.ts';
import { EnterpriseFormPanel } from './enterprise-form-panel.tsx';
import { EnterprisePanel } from './enterprise-panel.tsx';
import { enterpriseListQuery } from './queries.ts';
import { yuanOrDash } from './support-words.ts';

/** 企业名册: who helps of their own will, and how many villages. */
export function EnterprisesPage() {
  const { support: text, shell } = useText();
  const list = useListState(listEnterprises);
  const { day } = useDay();
  const on = { on: day as PlainDate, known: useKnown() };
  const query = useQuery(enterpriseListQuery({ ...list.query, ...on }));
  const [row] = useUrlValue('row');
  const [panel] = useUrlValue('panel');
  const show = useSetUrlValues();
  const keeps = useCan('enterprises.write');
  const { data } = query;
  return (
    <Page
      title={data ? text.enterpriseAnswer(data.total, list.active > 0) : shell.tabs.enterprises}
      documentTitle={shell.tabs.enterprises}
      note={
        <>
          {text.enterpriseNote}
          <KnownLine words={text} />
        </>
      }
      layout="fill"
      filters={<Filters list={list} />}
      secondary={
        <ExportButton
          endpoint={exportEnterprises}
          parts={{ query: { ...list.exportQuery, ...on } }}
          blocked={data?.total === 0 ? text.nothingToExport : null}
        />
      }
      primary={
        keeps && (
          <ActButton kind="primary" icon="plus" onClick={() => show({ row: null, panel: 'new' })}>
            {text.addEnterprise}
          </ActButton>
        )
      }
    >
      <DataTable
        id="enterprises"
        label={text.enterpriseList}
        columns={columnsOf(text)}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
        query={query}
        list={list}
        empty={{ title: text.noEnterprise, note: keeps ? text.noEnterpriseNote : '' }}
        selected={row}
        onOpen={({ id }) => show({ panel: null, row: id })}
      />
      {panel === 'new' && keeps ? (
        <EnterpriseFormPanel
          enterprise={null}
          onClose={() => show({ panel: null })}
          onSaved={(id) => show({ panel: null, row: id })}
        />
      ) : (
        row && <EnterprisePanel id={row} onClose={() => show({ row: null, panel: null })} />
      )}
    </Page>
  );
}

function columnsOf(text: Dictionary['support']): Column<Enterprise>[] {
  return [
    {
      key: 'name',
      title: text.name,
      width: 220,
      fixed: true,
      sortable: true,
      phone: 'title',
      cell: ({ name }) => name,
    },
    { key: 'code', title: text.creditCode, width: 180, cell: (row) => row.creditCode ?? '–' },
    {
      key: 'industry',
      title: text.industry,
      width: 110,
      sortable: true,
      phone: 'note',
      cell: ({ industry }) => industry ?? '–',
    },
    {
      key: 'township',
      title: text.township,
      width: 110,
      sortable: true,
      phone: 'note',
      cell: ({ townshipName }) => townshipName ?? text.outside,
    },
    { key: 'contact', title: text.contact, width: 90, cell: (row) => row.contactName ?? '–' },
    { key: 'phone', title: text.phone, width: 130, cell: (row) => row.contactPhone ?? '–' },
    {
      key: 'villages',
      title: text.pairedVillages,
      width: 84,
      align: 'end',
      sortable: true,
      phone: 'side',
      cell: ({ villages }) => villages || '–',
    },
    {
      key: 'brought',
      title: text.brought,
      unit: text.yuan,
      width: 120,
      align: 'end',
      sortable: true,
      cell: ({ brought }) => yuanOrDash(brought),
    },
    { key: 'note', title: text.note, cell: ({ note }) => note ?? '' },
  ];
}

function Filters({ list }: { list: ListState<typeof listEnterprises> }) {
  const text = useText().support;
  const { filters, setFilter } = list;
  return (
    <FilterBar active={list.active} onClear={list.clear}>
      <FilterSearch
        label={text.findEnterprise}
        value={list.q}
        onChange={(q) => setFilter('q', q)}
      />
      <FilterTownship
        value={filters.townshipIds}
        onChange={(value) => setFilter('townshipIds', value)}
      />
      <FilterSelect
        label={text.pairedState}
        options={(['paired', 'unpaired'] as const).map((value) => ({
          value,
          label: text.pairedStates[value],
        }))}
        value={filters.paired}
        onChange={(value) => setFilter('paired', value)}
        width={140}
      />
    </FilterBar>
  );
}
