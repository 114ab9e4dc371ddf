import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { getVillage } from '@xuanpai/contracts/villages';
import { useText } from '../../locales/use-text.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import type { Column } from '../../ui/table-column.ts';
import { wan, yuan } from './village-words.ts';

type Year = ReplyOf<typeof getVillage>['years'][number];

/** The figures of the village by year, newest first. */
export function VillageYears({ years }: { years: Year[] }) {
  const text = useText().villages;
  if (years.length === 0) return <p>{text.noYears}</p>;
  const columns: Column<Year>[] = [
    { key: 'year', title: text.year, width: 60, cell: ({ year }) => year },
    {
      key: 'operatingIncome',
      title: text.income,
      unit: text.wan,
      align: 'end',
      cell: ({ operatingIncome }) => wan(operatingIncome),
    },
    {
      key: 'netIncomePerHead',
      title: text.perHead,
      unit: text.yuan,
      align: 'end',
      cell: ({ netIncomePerHead }) => yuan(netIncomePerHead),
    },
    {
      key: 'infrastructureInvestment',
      title: text.investment,
      unit: text.wan,
      align: 'end',
      cell: ({ infrastructureInvestment }) => wan(infrastructureInvestment),
    },
  ];
  return (
    <PlainTable
      label={text.years}
      columns={columns}
      rows={years}
      rowKey={({ year }) => String(year)}
    />
  );
}
