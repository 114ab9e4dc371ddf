import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import { benefitStandings, benefitStandingWords } from '@xuanpai/contracts/benefit-words';
import { type Benefit, exportBenefits, listBenefits } from '@xuanpai/contracts/benefits';
import { basisText } from '../../lib/basis.ts';
import { useReach } from '../../lib/reach.ts';
import { useUnitOptions } from '../../lib/register-options.ts';
import { type ListState, useListState, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';
import { Page } from '../../ui/page.tsx';
import type { Column } from '../../ui/table-column.ts';
import { WithBatch } from '../../ui/with-batch.tsx';
import { BenefitPanel } from './benefit-panel.tsx';
import { benefitListQuery } from './queries.ts';
import { gradesOf, Standing } from './standing.tsx';

type Text = Dictionary['benefits'];

/** 政策待遇 of district cadres: what their grades earn, and whether it was used. */
export function BenefitsPage() {
  return <WithBatch>{(batch) => <OfBatch batch={batch} />}</WithBatch>;
}

function OfBatch({ batch }: { batch: Batch }) {
  const { benefits: text, shell, problems } = useText();
  const list = useListState(listBenefits);
  const [row, setRow] = useUrlValue('row');
  const of = { batchId: batch.id };
  const query = useQuery(benefitListQuery({ ...list.query, ...of }));
  const overlooks = useReach('benefits.read', 'cadres') === 'all';
  const { data } = query;
  const counts = data?.counts;
  return (
    <Page
      title={
        counts
          ? text.answer(counts.people, counts.open, counts.used, counts.groundLost)
          : shell.pages.benefits
      }
      tone="amber"
      documentTitle={shell.pages.benefits}
      note={
        data &&
        text.note(
          data.percents.years,
          data.percents.competent,
          data.percents.excellent,
          basisText(data.basis, problems),
        )
      }
      layout="fill"
      filters={<Filters list={list} overlooks={overlooks} />}
      secondary={
        <ExportButton
          endpoint={exportBenefits}
          parts={{ query: { ...list.exportQuery, ...of } }}
          blocked={data?.total === 0 ? text.nothingToExport : null}
        />
      }
    >
      <DataTable
        id="benefits"
        label={text.list}
        columns={columns(text)}
        rowKey={({ cadreId }) => cadreId}
        rowLabel={({ cadreName }) => cadreName}
        query={query}
        list={list}
        empty={{ title: text.none, note: text.noneNote }}
        selected={row}
        onOpen={({ cadreId }) => setRow(cadreId)}
      />
      {row && <BenefitPanel key={row} cadreId={row} onClose={() => setRow(null)} />}
    </Page>
  );
}

function columns(text: Text): Column<Benefit>[] {
  return [
    {
      key: 'name',
      title: text.name,
      width: 84,
      fixed: true,
      sortable: true,
      phone: 'title',
      cell: ({ cadreName }) => cadreName,
    },
    {
      key: 'unit',
      title: text.unit,
      width: 190,
      sortable: true,
      phone: 'note',
      cell: ({ unitName }) => unitName,
    },
    {
      key: 'township',
      title: text.village,
      width: 170,
      sortable: true,
      cell: ({ townshipName, villageName }) => `${townshipName} ${villageName}`,
    },
    { key: 'years', title: text.years, phone: 'note', cell: (row) => gradesOf(row, text) },
    {
      key: 'percent',
      title: text.percent,
      width: 72,
      align: 'end',
      cell: ({ percent }) => (percent === null ? '–' : `${percent}%`),
    },
    {
      key: 'use',
      title: text.use,
      width: 210,
      cell: ({ use }) => (use ? `${use.heldOn} ${use.competition}` : '–'),
    },
    {
      key: 'preferred',
      title: text.preferred,
      width: 104,
      cell: ({ preferred }) => (preferred ? text.preferredYes : '–'),
    },
    {
      key: 'standing',
      title: text.standing,
      width: 150,
      phone: 'side',
      cell: ({ standing }) => <Standing standing={standing} />,
    },
  ];
}

interface FiltersProps {
  list: ListState<typeof listBenefits>;
  overlooks: boolean;
}

function Filters({ list, overlooks }: FiltersProps) {
  const text = useText().benefits;
  const units = useUnitOptions();
  const { filters, setFilter } = list;
  return (
    <FilterBar active={list.active} onClear={list.clear}>
      <FilterSearch label={text.find} value={list.q} onChange={(q) => setFilter('q', q)} />
      <FilterSelect
        label={text.standing}
        options={benefitStandings.map((value) => ({
          value,
          label: word(benefitStandingWords[value]),
        }))}
        value={filters.standings}
        onChange={(value) => setFilter('standings', value)}
        width={190}
      />
      <FilterSelect
        label={text.preferredOnly}
        options={[{ value: 'yes', label: text.yes }]}
        value={filters.preferred}
        onChange={(value) => setFilter('preferred', value)}
        width={150}
      />
      {overlooks && (
        <FilterSelect
          label={text.unit}
          options={units}
          value={filters.unitIds}
          onChange={(value) => setFilter('unitIds', value)}
          width={220}
          searchable
        />
      )}
    </FilterBar>
  );
}
