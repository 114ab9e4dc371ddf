import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import {
  type ExpenseAccount,
  type ExpenseYear,
  exportWorkExpenses,
  listWorkExpenses,
} from '@xuanpai/contracts/work-expenses';
import { basisText } from '../../lib/basis.ts';
import { useCan } from '../../lib/can.tsx';
import { formatYuan } from '../../lib/format.ts';
import { type ListState, useListState, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import type { Column } from '../../ui/table-column.ts';
import { WithBatch } from '../../ui/with-batch.tsx';
import { AccountState, outstandingWords } from './account-state.tsx';
import { ExpensePanel } from './expense-panel.tsx';
import { expenseListQuery } from './queries.ts';

type Text = Dictionary['benefits'];

/** 工作经费: what each unit owes for its people in a year, and paid. */
export function ExpensesPage() {
  return <WithBatch>{(batch) => <OfBatch batch={batch} />}</WithBatch>;
}

function OfBatch({ batch }: { batch: Batch }) {
  const { benefits: text, shell, problems } = useText();
  const list = useListState(listWorkExpenses);
  const [row, setRow] = useUrlValue('row');
  const of = { batchId: batch.id };
  const query = useQuery(expenseListQuery({ ...list.query, ...of }));
  const imports = useCan('expenses.import') && batch.closedOn === null;
  const { data } = query;
  const year = data?.year ?? null;
  return (
    <Page
      title={data ? answerOf(data, text) : shell.tabs.expenses}
      tone="amber"
      documentTitle={shell.tabs.expenses}
      note={data && text.expensesNote(formatYuan(data.yearly), basisText(data.basis, problems))}
      layout="fill"
      filters={<Filters list={list} years={data?.years ?? []} year={year} />}
      secondary={
        <>
          {imports && <Link to={linkTo.imports({ kind: 'workExpenses' })}>{text.importSheet}</Link>}
          <ExportButton
            endpoint={exportWorkExpenses}
            parts={{ query: { ...list.exportQuery, ...of } }}
            blocked={data?.total === 0 ? text.nothingToExport : null}
          />
        </>
      }
    >
      <DataTable
        id="workExpenses"
        label={text.expenses}
        columns={columns(text)}
        rowKey={({ unitId }) => unitId}
        rowLabel={({ unitName }) => unitName}
        query={query}
        list={list}
        empty={{ title: text.noExpenses, note: '' }}
        selected={row}
        onOpen={({ unitId }) => setRow(unitId)}
      />
      {row && year && (
        <ExpensePanel
          key={`${row} ${year.year}`}
          unitId={row}
          of={{ batchId: batch.id, year: year.year }}
          onClose={() => setRow(null)}
        />
      )}
    </Page>
  );
}

type Sums = {
  year: ExpenseYear | null;
  sums: { units: number; people: number; due: string; paid: string; owing: number };
};

function answerOf({ year, sums }: Sums, text: Text): string {
  if (!year) return text.noExpenses;
  const { units, people, due, paid, owing } = sums;
  return text.expensesAnswer(units, people, formatYuan(due), formatYuan(paid), owing);
}

function columns(text: Text): Column<ExpenseAccount>[] {
  const money = (key: 'due' | 'paid' | 'used', title: string): Column<ExpenseAccount> => ({
    ...{ key, title, unit: text.yuan, width: 120, align: 'end', sortable: key === 'due' },
    cell: (row) => formatYuan(row[key]),
  });
  return [
    {
      key: 'unit',
      title: text.unit,
      width: 230,
      fixed: true,
      sortable: true,
      phone: 'title',
      cell: ({ unitName }) => unitName,
    },
    {
      key: 'people',
      title: text.people,
      phone: 'note',
      cell: ({ people }) => people.map(({ cadreName }) => cadreName).join('、'),
    },
    money('due', text.due),
    money('paid', text.paid),
    money('used', text.used),
    {
      key: 'outstanding',
      title: text.outstandingMoney,
      unit: text.yuan,
      width: 130,
      align: 'end',
      sortable: true,
      cell: ({ outstanding }) => outstandingWords(outstanding, text),
    },
    {
      key: 'state',
      title: text.state,
      width: 100,
      phone: 'side',
      cell: (account) => <AccountState account={account} />,
    },
  ];
}

interface FiltersProps {
  list: ListState<typeof listWorkExpenses>;
  years: readonly ExpenseYear[];
  year: ExpenseYear | null;
}

const states = ['owing', 'settled', 'closed'] as const;

function Filters({ list, years, year }: FiltersProps) {
  const text = useText().benefits;
  const { filters, setFilter } = list;
  return (
    <FilterBar active={list.active} onClear={list.clear}>
      <FilterSearch label={text.findUnit} value={list.q} onChange={(q) => setFilter('q', q)} />
      <FilterSelect
        label={text.postYear}
        options={years.map((one) => ({
          value: String(one.year),
          label: text.yearOption(one.year, one.startsOn, one.endsOn),
        }))}
        value={filters.year ?? (year ? String(year.year) : undefined)}
        onChange={(value) => setFilter('year', value)}
        width={320}
      />
      <FilterSelect
        label={text.state}
        options={states.map((value) => ({ value, label: text.states[value] }))}
        value={filters.state}
        onChange={(value) => setFilter('state', value)}
      />
    </FilterBar>
  );
}
