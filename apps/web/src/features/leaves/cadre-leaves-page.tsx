import { useQuery } from '@tanstack/react-query';
import type { Leave, LeaveYear } from '@xuanpai/contracts/leaves';
import type { PlainDate } from '@xuanpai/contracts/values';
import { useParams } from 'react-router';
import { useDay } from '../../lib/day.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useCadreTabs } from '../../lib/use-cadre-tabs.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { leaveColumns } from './leave-columns.tsx';
import { LeaveHints } from './leave-hints.tsx';
import { daysWords, periodWords } from './leave-words.ts';
import { LeaveYearTable } from './leave-year.tsx';
import styles from './leaves.module.css';
import { leaveListQuery, leaveYearQuery } from './queries.ts';

/** A cadre's leave in a year: by kind, one by one, and what the batch has notices of. */
export function CadreLeavesPage() {
  const { cadreId = '' } = useParams();
  const { day } = useDay();
  const [asked, setYear] = useUrlValue('year');
  const year = asked && /^(19|20)\d\d$/.test(asked) ? Number(asked) : Number(day.slice(0, 4));
  const query = useQuery(leaveYearQuery(cadreId, year));
  if (!query.data) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  return <CadreYear year={query.data} onYear={(next) => setYear(String(next))} />;
}

function CadreYear({ year: of, onYear }: { year: LeaveYear; onYear: (year: number) => void }) {
  const { leaves: text, shell } = useText();
  const { today } = useDay();
  const { cadreId, cadreName, year, balances, notices } = of;
  const tabs = useCadreTabs(cadreId, cadreName);
  const sum = (key: 'taken' | 'asked') =>
    daysWords(balances.reduce((total, balance) => total + balance[key], 0));
  const last = Math.max(Number(today.slice(0, 4)), year);
  return (
    <Page
      title={text.yearAnswer(cadreName, year, sum('taken'), sum('asked'))}
      tone="amber"
      documentTitle={`${cadreName} ${shell.tabs.leaves}`}
      note={text.yearNote}
      tabs={tabs}
      lined
      filters={
        <Select
          aria-label={text.year}
          style={{ width: 104 }}
          value={year}
          options={Array.from({ length: 6 }, (_, at) => last - at).map((value) => ({
            value,
            label: text.yearName(value),
          }))}
          onChange={onYear}
        />
      }
    >
      <div className={styles.year}>
        {notices.length > 0 && (
          <Section title={text.notices}>
            <LeaveHints notices={notices} />
          </Section>
        )}
        <Section title={text.yearTitle(year)}>
          <LeaveYearTable cadreId={cadreId} year={year} />
        </Section>
        <Section title={text.yearList}>
          <LeavesOfYear cadreId={cadreId} year={year} />
        </Section>
      </div>
    </Page>
  );
}

function LeavesOfYear({ cadreId, year }: Pick<LeaveYear, 'cadreId' | 'year'>) {
  const text = useText().leaves;
  const query = useQuery(
    leaveListQuery({
      ...{ cadreIds: cadreId, sort: 'startsOn', pageSize: 200 },
      ...{ from: `${year}-01-01` as PlainDate, to: `${year}-12-31` as PlainDate },
    }),
  );
  const { data, error } = query;
  if (error) return <Failed error={error} onRetry={() => void query.refetch()} />;
  if (!data) return <Skeleton lines={3} />;
  if (data.items.length === 0) return <p>{text.noneInYear}</p>;
  const shown = ['kind', 'workdays', 'state', 'decidedBy', 'township', 'reason'];
  const columns = leaveColumns(text, true).filter(({ key }) => shown.includes(key));
  return (
    <PlainTable
      label={text.yearList}
      rowHeight={32}
      rows={data.items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'period',
          title: text.period,
          width: 214,
          phone: 'title',
          cell: (row: Leave) => (
            <Link to={linkTo.leaves({ cadreIds: cadreId, row: row.id })}>
              {periodWords(row, text)}
            </Link>
          ),
        },
        ...columns,
      ]}
    />
  );
}
