import { useQuery } from '@tanstack/react-query';
import type { Month } from '@xuanpai/contracts/attendance';
import type { getDistrictMonth } from '@xuanpai/contracts/attendance-entry';
import { exportDistrictMonth } from '@xuanpai/contracts/attendance-overview';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { useMemo } from 'react';
import { useUrlValue } from '../../../lib/url-state.ts';
import { useText } from '../../../locales/use-text.ts';
import { ExportButton } from '../../../ui/export-button.tsx';
import { FilterBar, FilterSearch, FilterSelect } from '../../../ui/filter-bar.tsx';
import { Page } from '../../../ui/page.tsx';
import { Empty, EmptyFiltered } from '../../../ui/table-states.tsx';
import { UnreadPage } from '../../../ui/unread-page.tsx';
import { standingsQuery } from '../queries.ts';
import { findPeople } from './find-people.ts';
import { MonthSwitcher } from './month-switcher.tsx';
import { PeopleGrid } from './people-grid.tsx';
import { districtMonthQuery } from './queries.ts';
import { useHandles } from './use-handles.ts';

/** Everybody's days of a month on one sheet, to read. */
export function DistrictPage() {
  const text = useText().attendanceOverview;
  const [asked] = useUrlValue('month');
  const standings = useQuery(standingsQuery(asked));
  const month = asked ?? standings.data?.month ?? null;
  const query = useQuery({
    ...districtMonthQuery(month ?? ''),
    enabled: month !== null,
  });
  const error = standings.error ?? query.error;
  if (error || !query.data || !standings.data) {
    return (
      <UnreadPage
        documentTitle={text.documentTitle}
        error={error}
        onRetry={() => void Promise.all([standings.refetch(), query.refetch()])}
      />
    );
  }
  return <District district={query.data} months={standings.data.months} />;
}

interface DistrictProps {
  district: ReplyOf<typeof getDistrictMonth>;
  months: readonly string[];
}

function District({ district, months }: DistrictProps) {
  const { month, days, rows, townships } = district;
  const text = useText().attendanceOverview;
  const [, setMonth] = useUrlValue('month');
  const handles = useHandles();
  const [q, setQ] = useUrlValue('q');
  const [townshipId, setTownshipId] = useUrlValue('townshipId');
  const found = useMemo(() => findPeople(rows, { q, townshipId }), [rows, q, townshipId]);
  const names = useMemo(() => new Map(townships.map(({ id, name }) => [id, name])), [townships]);
  const people = new Set(rows.map(({ cadreId }) => cadreId)).size;
  const active = [q, townshipId].filter((value) => value !== null).length;
  const clear = () => {
    setQ(null);
    setTownshipId(null);
  };
  return (
    <Page
      title={
        people === 0
          ? text.titleNobody(text.monthOf(month))
          : text.people.districtTitle(text.monthOf(month), people)
      }
      documentTitle={text.documentTitle}
      note={text.people.readOnly}
      layout="fill"
      filters={
        <FilterBar result={text.people.found(found.length)} active={active} onClear={clear}>
          <MonthSwitcher month={month} months={months} onChange={setMonth} />
          <FilterSelect
            label={text.people.township}
            options={townships.map(({ id, name }) => ({ value: id, label: name }))}
            value={townshipId ?? undefined}
            onChange={setTownshipId}
            width={160}
          />
          <FilterSearch label={text.people.find} value={q ?? ''} onChange={setQ} />
        </FilterBar>
      }
      secondary={
        handles && (
          <ExportButton
            endpoint={exportDistrictMonth}
            parts={{ params: { month: month as Month } }}
            blocked={rows.length === 0 ? text.nobody : null}
          />
        )
      }
    >
      {rows.length === 0 && <Empty title={text.nobody} note={text.nobodyNote} />}
      {rows.length > 0 && found.length === 0 && <EmptyFiltered onClear={clear} />}
      {found.length > 0 && (
        <PeopleGrid
          label={text.people.label}
          days={days}
          rows={found}
          townships={names}
          withoutShort={!handles}
        />
      )}
    </Page>
  );
}
