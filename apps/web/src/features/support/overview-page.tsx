import { useQuery } from '@tanstack/react-query';
import { exportSupport, listSupport } from '@xuanpai/contracts/support';
import { supportParts, supportPartWords } from '@xuanpai/contracts/support-words';
import type { PlainDate } from '@xuanpai/contracts/values';
import { useDay } from '../../lib/day.ts';
import { useKnown } from '../../lib/known.ts';
import { useReach } from '../../lib/reach.ts';
import { type ListState, useListState } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';
import { FilterTownship } from '../../ui/filter-township.tsx';
import { KnownLine } from '../../ui/known-line.tsx';
import { Page } from '../../ui/page.tsx';
import { overviewColumns } from './overview-columns.tsx';
import { supportListQuery } from './queries.ts';

/** 帮扶: villages with what each source brought in a year, those without any first. */
export function OverviewPage() {
  const { support: text, shell } = useText();
  const list = useListState(listSupport);
  const { day } = useDay();
  const on = { on: day as PlainDate, known: useKnown() };
  const query = useQuery(supportListQuery({ ...list.query, ...on }));
  const { data } = query;
  return (
    <Page
      title={data ? text.answer(data.total, data.none, data.year, data.late) : shell.pages.support}
      tone="amber"
      documentTitle={shell.pages.support}
      note={
        data && (
          <>
            {text.lackingNote(
              data.lacking.publicFund,
              data.lacking.cadre,
              data.lacking.unit,
              data.lacking.enterprise,
            ) + text.splitNote(data.split)}
            <KnownLine words={text} />
          </>
        )
      }
      layout="fill"
      filters={<Filters list={list} year={data?.year ?? Number(day.slice(0, 4))} />}
      secondary={
        <ExportButton
          endpoint={exportSupport}
          parts={{ query: { ...list.exportQuery, ...on } }}
          blocked={data?.total === 0 ? text.nothingToExport : null}
        />
      }
    >
      <DataTable
        id="support"
        label={text.overviewList}
        columns={overviewColumns(text, data?.brought)}
        rowKey={({ villageId }) => villageId}
        rowLabel={({ villageName }) => villageName}
        query={query}
        list={list}
        empty={{ title: text.noVillages, note: '' }}
      />
    </Page>
  );
}

const showings = ['none', 'split', 'owed'] as const;

function Filters({ list, year }: { list: ListState<typeof listSupport>; year: number }) {
  const text = useText().support;
  const overlooks = useReach('support.read', 'villages') === 'all';
  const { today } = useDay();
  const { filters, setFilter } = list;
  const last = Number(today.slice(0, 4));
  const years = [...new Set([year, ...Array.from({ length: 4 }, (_, at) => last - at)])];
  const shown = showings.find((one) => filters[one] === 'true');
  return (
    <FilterBar active={list.active} onClear={list.clear}>
      <FilterSearch label={text.find} value={list.q} onChange={(q) => setFilter('q', q)} />
      <FilterSelect
        label={text.year}
        options={years
          .sort((a, b) => b - a)
          .map((value) => ({ value: String(value), label: text.yearName(value) }))}
        value={filters.year ?? String(year)}
        onChange={(value) => setFilter('year', value)}
        width={140}
      />
      {overlooks && (
        <FilterTownship
          value={filters.townshipIds}
          onChange={(value) => setFilter('townshipIds', value)}
        />
      )}
      <FilterSelect
        label={text.lackingAny}
        options={supportParts.map((value) => ({ value, label: word(supportPartWords[value]) }))}
        value={filters.lacking}
        onChange={(value) => setFilter('lacking', value)}
        width={170}
      />
      <FilterSelect
        label={text.showing}
        options={showings.map((value) => ({ value, label: text.showings[value] }))}
        value={shown}
        onChange={show}
        width={190}
      />
    </FilterBar>
  );

  function show(value: (typeof showings)[number] | null) {
    if (shown) setFilter(shown, null);
    if (value) setFilter(value, 'true');
  }
}
