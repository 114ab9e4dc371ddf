import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import {
  exportTownshipBenefits,
  listTownshipBenefits,
  type TownshipBenefit,
} from '@xuanpai/contracts/township-benefits';
import { useCan } from '../../lib/can.tsx';
import { formatYuan } from '../../lib/format.ts';
import { useListState, useSetUrlValues, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { FilterBar, FilterSearch } from '../../ui/filter-bar.tsx';
import { Page } from '../../ui/page.tsx';
import type { Column } from '../../ui/table-column.ts';
import { WithBatch } from '../../ui/with-batch.tsx';
import { townshipBenefitListQuery } from './queries.ts';
import { TownshipBenefitForm } from './township-benefit-form.tsx';
import { TownshipBenefitPanel } from './township-benefit-panel.tsx';

/** B5: what each township gives the cadres that it attaches to villages. */
export function TownshipBenefitsPage() {
  return <WithBatch>{(batch) => <OfBatch batch={batch} />}</WithBatch>;
}

function OfBatch({ batch }: { batch: Batch }) {
  const { benefits: text, shell } = useText();
  const list = useListState(listTownshipBenefits);
  const [row] = useUrlValue('row');
  const [entering] = useUrlValue('enter');
  const show = useSetUrlValues();
  const of = { batchId: batch.id };
  const query = useQuery(townshipBenefitListQuery({ ...list.query, ...of }));
  const writes = useCan('townshipBenefits.write') && batch.closedOn === null;
  const { data } = query;
  const chosen = data?.items.find(({ id }) => id === row);
  return (
    <Page
      title={data ? text.townshipAnswer(data.total) : shell.pages.townshipBenefits}
      documentTitle={shell.pages.townshipBenefits}
      note={text.townshipNote}
      layout="fill"
      filters={
        <FilterBar active={list.active} onClear={list.clear}>
          <FilterSearch
            label={text.findTitle}
            value={list.q}
            onChange={(q) => list.setFilter('q', q)}
          />
        </FilterBar>
      }
      secondary={
        <ExportButton
          endpoint={exportTownshipBenefits}
          parts={{ query: { ...list.exportQuery, ...of } }}
          blocked={data?.total === 0 ? text.nothingToExport : null}
        />
      }
      primary={
        writes && (
          <ActButton kind="primary" icon="plus" onClick={() => show({ row: null, enter: '1' })}>
            {text.enterBenefit}
          </ActButton>
        )
      }
    >
      <DataTable
        id="townshipBenefits"
        label={text.townshipList}
        columns={columns(text)}
        rowKey={({ id }) => id}
        rowLabel={({ townshipName, title }) => `${townshipName} ${title}`}
        query={query}
        list={list}
        empty={{ title: text.townshipAnswer(0), note: '' }}
        selected={row}
        onOpen={({ id }) => show({ enter: null, row: id })}
      />
      {entering && (
        <TownshipBenefitForm
          batchId={batch.id}
          benefit={null}
          onClose={() => show({ enter: null })}
          onSaved={(id) => show({ enter: null, row: id })}
        />
      )}
      {chosen && !entering && (
        <TownshipBenefitPanel
          key={chosen.id}
          benefit={chosen}
          onClose={() => show({ row: null })}
        />
      )}
    </Page>
  );
}

function columns(text: Dictionary['benefits']): Column<TownshipBenefit>[] {
  return [
    {
      key: 'township',
      title: text.township,
      width: 110,
      fixed: true,
      sortable: true,
      phone: 'note',
      cell: ({ townshipName }) => townshipName,
    },
    { key: 'title', title: text.title, width: 200, phone: 'title', cell: ({ title }) => title },
    { key: 'content', title: text.content, cell: ({ content }) => content },
    { key: 'document', title: text.document, width: 170, cell: (row) => row.documentNumber },
    {
      key: 'startsOn',
      title: text.spanTitle,
      width: 190,
      sortable: true,
      cell: ({ startsOn, endsOn }) => text.span(startsOn, endsOn ?? text.openEnd),
    },
    {
      key: 'total',
      title: text.amounts,
      unit: text.yuan,
      width: 120,
      align: 'end',
      phone: 'side',
      cell: ({ total, amounts }) => (amounts.length === 0 ? '–' : formatYuan(total)),
    },
  ];
}
