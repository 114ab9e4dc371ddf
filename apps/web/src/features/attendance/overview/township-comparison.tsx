import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { SheetStanding } from '@xuanpai/contracts/attendance';
import { exportAttendanceMonths } from '@xuanpai/contracts/attendance-overview';
import { useMemo } from 'react';
import { useUrlValue } from '../../../lib/url-state.ts';
import { useText } from '../../../locales/use-text.ts';
import type { Dictionary } from '../../../locales/zh-cn.ts';
import { Chart } from '../../../ui/chart/chart.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { Page } from '../../../ui/page.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Section } from '../../../ui/section.tsx';
import { SparkLine } from '../../../ui/spark-line.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { Column } from '../../../ui/table-column.ts';
import { Empty } from '../../../ui/table-states.tsx';
import { UnreadPage } from '../../../ui/unread-page.tsx';
import { standingsQuery } from '../queries.ts';
import { MonthSwitcher } from './month-switcher.tsx';
import styles from './overview.module.css';
import { formatShare, shareOf, trendsOf } from './share.ts';
import { shareBars } from './share-bars.ts';
import { sumsOf } from './standing-filters.ts';
import type { Standings } from './standing-words.ts';

/** For a leader: townships by the share of cadres at or above the required days; nobody is named (M8). */
export function TownshipComparison() {
  const text = useText().attendanceOverview;
  const [month] = useUrlValue('month');
  const query = useQuery({ ...standingsQuery(month), placeholderData: keepPreviousData });
  if (query.error || !query.data) {
    return (
      <UnreadPage
        documentTitle={text.documentTitle}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    );
  }
  return <Comparison standings={query.data} />;
}

/** The month and the eleven before it, the earliest first. */
function monthsBefore({ month, months }: Standings): string[] {
  const at = Math.max(0, months.indexOf(month));
  return months.slice(at, at + 12).reverse();
}

function Comparison({ standings }: { standings: Standings }) {
  const text = useText().attendanceOverview;
  const [, setMonth] = useUrlValue('month');
  const { month, months, items } = standings;
  const before = useQueries({
    queries: monthsBefore(standings).map((one) => standingsQuery(one)),
  });
  const trends = trendsOf(before.map(({ data }) => data?.items ?? []));
  const sums = sumsOf(items);
  const name = text.monthOf(month);
  const unsettled = items.filter(({ status }) => status !== 'confirmed').length;
  const bars = useMemo(
    () =>
      shareBars(
        items.map((one) => ({
          name: one.townshipName,
          share: shareOf(one),
          words: `${one.enough}/${one.cadres}  ${formatShare(shareOf(one))}`,
        })),
      ),
    [items],
  );
  return (
    <Page
      title={
        items.length === 0
          ? text.titleNobody(name)
          : text.comparison.title(name, sums.enough, sums.cadres)
      }
      documentTitle={text.documentTitle}
      note={text.comparison.note}
      small={unsettled > 0 && text.comparison.unsettled(unsettled)}
      lined
      filters={
        <FilterBar>
          <MonthSwitcher month={month} months={months} onChange={setMonth} />
        </FilterBar>
      }
      secondary={
        <ExportButton
          endpoint={exportAttendanceMonths}
          parts={{ query: { month } }}
          blocked={items.length === 0 ? text.nobody : null}
        />
      }
    >
      {items.length === 0 ? (
        <Empty title={text.nobody} note={text.nobodyNote} />
      ) : (
        <div className={styles.comparison}>
          <div>
            <Section title={text.comparison.section}>
              <Chart
                label={text.comparison.chart(name)}
                options={bars}
                height={items.length * 30 + 34}
              />
            </Section>
          </div>
          <div>
            <Section title={text.comparison.table}>
              <PlainTable
                label={text.comparison.section}
                columns={columnsOf(text, trends, sums)}
                rows={items}
                rowKey={({ townshipId }) => townshipId}
                rowHeight={32}
              />
            </Section>
          </div>
        </div>
      )}
    </Page>
  );
}

function columnsOf(
  text: Dictionary['attendanceOverview'],
  trends: ReadonlyMap<string, readonly number[]>,
  sums: { enough: number; cadres: number },
): Column<SheetStanding>[] {
  return [
    {
      key: 'township',
      title: text.columns.township,
      phone: 'title',
      cell: ({ townshipName }) => townshipName,
      total: text.district,
    },
    {
      key: 'status',
      title: text.columns.status,
      width: 96,
      phone: 'note',
      cell: ({ status }) => <StateBadge state={status} quiet />,
      total: '',
    },
    {
      key: 'enough',
      title: text.comparison.enough,
      width: 96,
      align: 'end',
      phone: 'side',
      cell: ({ enough, cadres }) => `${enough}/${cadres}`,
      total: `${sums.enough}/${sums.cadres}`,
    },
    {
      key: 'share',
      title: text.comparison.share,
      width: 64,
      align: 'end',
      phone: 'side',
      cell: (standing) => formatShare(shareOf(standing)),
      total: formatShare(shareOf(sums)),
    },
    {
      key: 'trend',
      title: text.comparison.trend,
      width: 128,
      align: 'end',
      cell: ({ townshipId, townshipName }) => {
        const values = trends.get(townshipId) ?? [];
        const [first = null] = values;
        if (values.length < 2) {
          return <span className={styles.faint}>{text.comparison.noTrend}</span>;
        }
        const label = text.comparison.trendOf(
          townshipName,
          formatShare(first),
          formatShare(values.at(-1) ?? null),
        );
        return <SparkLine values={values} max={100} label={label} />;
      },
      total: '',
    },
  ];
}
