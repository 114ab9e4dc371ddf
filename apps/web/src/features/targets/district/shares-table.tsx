import { targetStateWords } from '@xuanpai/contracts/target-values';
import type { ReactNode } from 'react';
import { formatNumber } from '../../../lib/format.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { type Shares, stateOrder } from './shares.ts';

interface SharesTableProps {
  label: string;
  title: string;
  rows: readonly Shares[];
  name?: (row: Shares) => ReactNode;
}

/** The figures of the chart: how many of each state, and the share that is reached. */
export function SharesTable({ label, title, rows, name }: SharesTableProps) {
  const text = useText().targets;
  return (
    <PlainTable
      label={label}
      rows={rows}
      rowKey={({ key }) => key}
      rowHeight={26}
      columns={[
        { key: 'name', title, phone: 'title', cell: name ?? ((row) => row.name) },
        { key: 'of', title: text.total, width: 56, align: 'end', cell: ({ of }) => of },
        ...stateOrder.map((state) => ({
          key: state,
          title: word(targetStateWords[state]),
          width: 72,
          align: 'end' as const,
          cell: ({ counts }: Shares) => counts[state] || '',
        })),
        {
          key: 'share',
          title: text.reachedShare,
          width: 76,
          align: 'end',
          phone: 'side',
          cell: ({ counts, of }) =>
            of === 0 ? '–' : `${formatNumber((counts.reached / of) * 100)}%`,
        },
      ]}
    />
  );
}
