import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { exportAttendanceMonths } from '@xuanpai/contracts/attendance-overview';
import { useState } from 'react';
import { useCan } from '../../../lib/can.tsx';
import { useDay } from '../../../lib/day.ts';
import { formatDay } from '../../../lib/format.ts';
import { useGo } from '../../../lib/links.ts';
import { useUrlValue } from '../../../lib/url-state.ts';
import { useText } from '../../../locales/use-text.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { UnreadPage } from '../../../ui/unread-page.tsx';
import { standingsQuery } from '../queries.ts';
import { ConfirmMonths, type Refused, RefusedSheets } from './confirm-months.tsx';
import { MonthSwitcher } from './month-switcher.tsx';
import styles from './overview.module.css';
import { sheetOf, standingColumns } from './standing-columns.tsx';
import { shown, showOf, shows } from './standing-filters.ts';
import { type Standings, titleOf } from './standing-words.ts';

/** The month over all townships: who has submitted, what is short or contradicted, what is late. */
export function TownshipMonths() {
  const text = useText().attendanceOverview;
  const [month] = useUrlValue('month');
  const query = useQuery({ ...standingsQuery(month), placeholderData: keepPreviousData });
  if (!query.data || query.error) {
    return (
      <UnreadPage
        documentTitle={text.documentTitle}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    );
  }
  return <Standing standings={query.data} query={query} />;
}

interface StandingProps {
  standings: Standings;
  query: { isFetching: boolean; refetch: () => unknown };
}

function Standing({ standings, query }: StandingProps) {
  const text = useText().attendanceOverview;
  const go = useGo();
  const { readOnly } = useDay();
  const [, setMonth] = useUrlValue('month');
  const [asked, setShow] = useUrlValue('show');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const mayConfirm = useCan('attendance.confirm') && !readOnly;
  const { month, months, items, submitBy, confirmBy } = standings;
  const show = showOf(asked);
  const rows = shown(items, show);
  const chosen = items.filter(({ townshipId }) => picked.has(townshipId));
  return (
    <Page
      title={titleOf(standings, text)}
      documentTitle={text.documentTitle}
      note={text.deadlines(formatDay(submitBy), formatDay(confirmBy))}
      layout="fill"
      filters={
        <div className={styles.bar}>
          <MonthSwitcher month={month} months={months} onChange={changeMonth} />
          <Tabs
            label={text.showLabel}
            value={show}
            onChange={(value) => setShow(value === 'all' ? null : value)}
            items={shows.map((value) => ({
              value,
              label: text.shows[value],
              count: shown(items, value).length,
            }))}
          />
        </div>
      }
      secondary={
        <ExportButton
          endpoint={exportAttendanceMonths}
          parts={{ query: { month } }}
          blocked={items.length === 0 ? text.nobody : null}
        />
      }
      primary={
        mayConfirm && (
          <ConfirmMonths
            month={month}
            items={items}
            picked={chosen}
            onDone={(left) => {
              setPicked(new Set());
              setRefused(left);
            }}
          />
        )
      }
    >
      <RefusedSheets refused={refused} month={month} onClose={() => setRefused([])} />
      <DataTable
        id="attendance"
        label={text.documentTitle}
        columns={standingColumns(text, month, rows)}
        rowKey={({ townshipId }) => townshipId}
        rowLabel={({ townshipName }) => townshipName}
        query={{ ...query, error: null, data: { items: rows } }}
        empty={
          items.length === 0
            ? { title: text.nobody, note: text.nobodyNote }
            : { title: text.noneOf(text.shows[show]) }
        }
        {...(mayConfirm ? { picked, onPick: setPicked } : {})}
        onOpen={(standing) => go(sheetOf(standing, month))}
      />
    </Page>
  );

  function changeMonth(next: string) {
    setMonth(next);
    setPicked(new Set());
    setRefused([]);
  }
}
