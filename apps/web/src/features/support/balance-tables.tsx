import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { getVillageSupport, YearOfSupport } from '@xuanpai/contracts/support';
import { type SupportSource, supportSourceWords } from '@xuanpai/contracts/support-words';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { BarLegend, StackedBar } from '../../ui/stacked-bar.tsx';
import type { Column } from '../../ui/table-column.ts';
import styles from './support.module.css';
import { yuanOrDash } from './support-words.ts';

type Village = ReplyOf<typeof getVillageSupport>;

const inBar = [
  ['publicFund', 's1'],
  ['unit', 's2'],
  ['enterprise', 's3'],
] as const;

/** What each source brought by year, the latest first, with the sums of all years. */
export function BalanceTable({ village }: { village: Village }) {
  const text = useText().support;
  const { years, brought } = village;
  if (years.length === 0) return <p className={styles.quiet}>{text.noYears}</p>;
  const most = Math.max(...years.map((one) => Number(one.brought.total)), 1);
  const shown = (['publicFund', 'unit', 'enterprise', 'village', 'other'] as const).filter(
    (source) => source !== 'other' || Number(brought.other) > 0,
  );
  const money = (key: SupportSource | 'total', title: string): Column<YearOfSupport> => ({
    ...{ key, title, width: 96, align: 'end' },
    ...(key === 'total' ? { phone: 'side' as const } : {}),
    cell: ({ brought: of }) => yuanOrDash(of[key]),
    total: yuanOrDash(brought[key]),
  });
  const columns: Column<YearOfSupport>[] = [
    {
      key: 'year',
      title: text.year,
      width: 56,
      phone: 'title',
      cell: ({ year }) => year,
      total: text.total,
    },
    ...shown.map((source) => money(source, word(supportSourceWords[source]))),
    money('total', text.total),
    {
      key: 'share',
      title: text.share,
      cell: ({ brought: of }) => (
        <StackedBar
          max={most}
          parts={inBar.map(([source, colour]) => ({
            label: word(supportSourceWords[source]),
            value: Math.round(Number(of[source])),
            colour,
          }))}
        />
      ),
    },
    {
      key: 'trainings',
      title: text.trainings,
      width: 76,
      align: 'end',
      cell: ({ trainings }) => trainings || '–',
    },
    {
      key: 'visits',
      title: text.visits,
      width: 76,
      align: 'end',
      cell: ({ visits }) => visits || '–',
    },
  ];
  return (
    <>
      <BarLegend
        parts={inBar.map(([source, colour]) => ({
          label: word(supportSourceWords[source]),
          colour,
        }))}
      />
      <PlainTable
        label={text.byYear}
        rows={years}
        rowKey={({ year }) => String(year)}
        columns={columns}
      />
    </>
  );
}

/** Who brought what in which year. */
export function HelperTable({ village }: { village: Village }) {
  const text = useText().support;
  const { helpers } = village;
  if (helpers.length === 0) return <p className={styles.quiet}>{text.noYears}</p>;
  return (
    <PlainTable
      label={text.helpers}
      rows={helpers}
      rowKey={({ year, source, name }) => `${year} ${source} ${name}`}
      columns={[
        { key: 'year', title: text.year, width: 48, phone: 'note', cell: ({ year }) => year },
        {
          key: 'name',
          title: text.helper,
          phone: 'title',
          cell: ({ name, source, unitId, enterpriseId }) =>
            unitId !== null ? (
              <Link to={linkTo.unitSupport(unitId)}>{name}</Link>
            ) : enterpriseId !== null ? (
              <Link to={linkTo.enterprises({ row: enterpriseId })}>{name}</Link>
            ) : (
              name || word(supportSourceWords[source])
            ),
        },
        {
          key: 'source',
          title: text.source,
          width: 76,
          phone: 'note',
          cell: ({ source }) => word(supportSourceWords[source]),
        },
        {
          key: 'amount',
          title: text.amount,
          unit: text.yuan,
          width: 104,
          align: 'end',
          phone: 'side',
          cell: ({ amount }) => yuanOrDash(amount),
        },
      ]}
    />
  );
}
