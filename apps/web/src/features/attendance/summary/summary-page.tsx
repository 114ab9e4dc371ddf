import { queryOptions, useQuery } from '@tanstack/react-query';
import {
  attendanceSummary,
  attendanceSummaryFile,
  type SummaryGroup,
  type SummaryItem,
  summaryGroupSchema,
  summaryGroups,
} from '@xuanpai/contracts/attendance-files';
import { call } from '../../../lib/api.ts';
import { useDay } from '../../../lib/day.ts';
import { useUrlValue } from '../../../lib/url-state.ts';
import { useText } from '../../../locales/use-text.ts';
import { linkTo } from '../../../paths.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { attendanceKey } from '../queries.ts';
import { summaryColumns } from './summary-columns.tsx';

interface Query {
  year: number;
  by: SummaryGroup;
}

function summaryQuery(query: Query) {
  return queryOptions({
    queryKey: [...attendanceKey, 'summary', query],
    queryFn: ({ signal }) => call(attendanceSummary, { query, signal }),
  });
}

/** A year of attendance by cadre, unit or township, in the order of the sheets. */
export function SummaryPage() {
  const { attendanceFiles: text } = useText();
  const { today } = useDay();
  const [givenYear, setYear] = useUrlValue('year');
  const [givenBy, setBy] = useUrlValue('by');
  const thisYear = Number(today.slice(0, 4));
  const year = /^\d{4}$/.test(givenYear ?? '') ? Number(givenYear) : thisYear;
  const by = summaryGroupSchema.safeParse(givenBy).data ?? 'cadre';
  const summary = useQuery(summaryQuery({ year, by }));
  const { data } = summary;
  const years = [...new Set([...(data?.years ?? []), year])].sort((a, b) => b - a);
  return (
    <Page
      title={titleOf()}
      documentTitle={text.summary}
      note={
        <>
          {text.summaryNote} <Link to={linkTo.attendance()}>{text.back}</Link>
        </>
      }
      layout="fill"
      filters={
        <FilterBar>
          <Select<number>
            aria-label={text.year}
            value={year}
            onChange={(value) => setYear(String(value))}
            options={years.map((value) => ({ value, label: text.yearOf(value) }))}
          />
          <Tabs
            label={text.by}
            items={summaryGroups.map((value) => ({ value, label: text.groups[value] }))}
            value={by}
            onChange={(value) => setBy(value === 'cadre' ? null : value)}
          />
        </FilterBar>
      }
      primary={
        <ExportButton
          kind="primary"
          endpoint={attendanceSummaryFile}
          parts={{ query: { year, by } }}
          blocked={data?.total === 0 ? text.nobodyYear : null}
        />
      }
    >
      <DataTable<SummaryItem>
        id={`attendance-summary-${by}`}
        label={text.summary}
        columns={summaryColumns({ by, months: data?.months ?? [], items: data?.items ?? [], text })}
        rowKey={({ id }) => id}
        rowHeight={28}
        query={summary}
        empty={{ title: text.nobodyYear }}
        {...(by === 'cadre'
          ? {
              groupOf: ({ townshipName }: SummaryItem) => ({
                key: townshipName,
                title: townshipName,
              }),
            }
          : {})}
      />
    </Page>
  );

  function titleOf() {
    if (!data) return text.summary;
    const cadres = data.items.reduce((sum, item) => sum + item.cadres, 0);
    return text.summaryTitle(year, cadres, data.months.length);
  }
}
