import type { Comparison } from '@xuanpai/contracts/plan-variants';
import { formatChange, formatNumber } from '../../../lib/format.ts';
import { useText } from '../../../locales/use-text.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import type { Column } from '../../../ui/table-column.ts';
import { Empty } from '../../../ui/table-states.tsx';
import styles from './comparison.module.css';
import { partsText } from './part-words.ts';

type Village = Comparison['villages'][number];

interface VillageTableProps {
  found: Comparison;
  rows: readonly Village[];
}

/** Village by village: who is there in each plan, and its points in both. */
export function VillageTable({ found, rows }: VillageTableProps) {
  const text = useText().whatIf;
  const { first, second, sameWeights } = found;
  if (rows.length === 0) return <Empty title={text.noRows} />;
  const own: Column<Village>[] = sameWeights
    ? []
    : [
        {
          key: 'own',
          title: text.ownScore,
          width: 80,
          align: 'end',
          cell: ({ own }) => formatNumber(own, 1),
        },
      ];
  return (
    <PlainTable
      label={text.view.villages}
      rows={rows}
      rowKey={({ villageId }) => villageId}
      columns={[
        {
          key: 'village',
          title: text.village,
          width: 140,
          phone: 'title',
          cell: ({ name, townshipName }) => (
            <>
              {name} <span className={styles.quiet}>{townshipName}</span>
            </>
          ),
        },
        {
          key: 'first',
          title: first.name,
          width: 116,
          phone: 'note',
          cell: (row) => <Holders of={row.first} tier={row.tier} />,
        },
        {
          key: 'second',
          title: second.name,
          width: 116,
          phone: 'note',
          cell: (row) => <Holders of={row.second} than={row.first} tier={row.tier} />,
        },
        {
          key: 'score',
          title: text.scores,
          width: 132,
          align: 'end',
          cell: ({ before, after }) => text.from(formatNumber(before, 1), formatNumber(after, 1)),
        },
        {
          key: 'change',
          title: text.change,
          width: 78,
          align: 'end',
          phone: 'side',
          cell: ({ before, after }) => <Change value={after - before} />,
        },
        ...own,
        {
          key: 'parts',
          title: text.parts,
          cell: ({ parts }) => <span className={styles.quiet}>{partsText(parts)}</span>,
        },
      ]}
    />
  );
}

export function Change({ value }: { value: number }) {
  if (Math.abs(value) < 0.05) return <span className={styles.quiet}>0.0</span>;
  return <span className={value < 0 ? styles.less : styles.more}>{formatChange(value)}</span>;
}

interface HoldersProps {
  of: Village['first'];
  /** Who was there before: whoever differs stands out. */
  than?: Village['first'];
  tier: Village['tier'];
}

function Holders({ of, than, tier }: HoldersProps) {
  const text = useText().whatIf;
  const posts = tier === 'district' ? (['lead', 'deputy'] as const) : (['lead'] as const);
  return (
    <span className={`${styles.holders} ${than ? styles.then : ''}`}>
      {posts.map((post) => {
        const holder = of[post];
        const other = than !== undefined && holder?.cadreId !== than[post]?.cadreId;
        return (
          <span key={post} className={other ? styles.other : undefined} title={holder?.unitName}>
            {holder?.name ?? text.empty}
          </span>
        );
      })}
    </span>
  );
}
