import { useQuery } from '@tanstack/react-query';
import {
  exportIssues,
  issueKindWords,
  issueStateWords,
  listIssues,
  severityWords,
} from '@xuanpai/contracts/inspection-findings';
import { useSeenDay } from '../../lib/known.ts';
import { useGo } from '../../lib/links.ts';
import { useReach } from '../../lib/reach.ts';
import { type ListState, useListState } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { wordOptions } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';
import { FilterDays } from '../../ui/filter-days.tsx';
import { FilterTownship } from '../../ui/filter-township.tsx';
import { KnownLine } from '../../ui/known-line.tsx';
import { Page } from '../../ui/page.tsx';
import { issueColumns } from './issue-columns.tsx';
import { issueListQuery } from './queries.ts';

/** 督查问题: what was found, overdue first. */
export function IssuesPage() {
  const { inspections: text, shell } = useText();
  const list = useListState(listIssues);
  const seen = useSeenDay();
  const query = useQuery(issueListQuery({ ...list.query, ...seen }));
  const go = useGo();
  const overlooks = useReach('inspections.read', 'villages') === 'all';
  const { data } = query;
  return (
    <Page
      title={
        data
          ? text.answer(data.waiting, data.overdue, list.active > 0, data.total)
          : shell.tabs.findings
      }
      documentTitle={shell.tabs.findings}
      note={
        <>
          {text.note}
          <KnownLine />
        </>
      }
      layout="fill"
      filters={<Filters list={list} overlooks={overlooks} />}
      secondary={
        <ExportButton
          endpoint={exportIssues}
          parts={{ query: { ...list.exportQuery, ...seen } }}
          blocked={data?.total === 0 ? text.nothingToExport : null}
        />
      }
    >
      <DataTable
        id="findings"
        label={shell.tabs.findings}
        columns={issueColumns(text, { townships: overlooks })}
        rowKey={({ id }) => id}
        rowLabel={({ villageName, text: found }) => `${villageName} ${found}`}
        query={query}
        list={list}
        empty={{ title: text.none, note: text.noneNote }}
        onOpen={({ id }) => go(linkTo.finding(id))}
      />
    </Page>
  );
}

interface FiltersProps {
  list: ListState<typeof listIssues>;
  overlooks: boolean;
}

function Filters({ list, overlooks }: FiltersProps) {
  const text = useText().inspections;
  const { filters, setFilter } = list;
  return (
    <FilterBar active={list.active} onClear={list.clear}>
      <FilterSearch label={text.find} value={list.q} onChange={(q) => setFilter('q', q)} />
      <FilterSelect
        label={text.state}
        options={[
          { value: 'open,returned', label: text.notRectified },
          ...wordOptions(issueStateWords),
        ]}
        value={filters.states}
        onChange={(value) => setFilter('states', value)}
        width={150}
      />
      <FilterSelect
        label={text.overdue}
        options={[{ value: 'true', label: text.overdueOnly }]}
        value={filters.overdue}
        onChange={(value) => setFilter('overdue', value)}
        width={124}
      />
      <FilterSelect
        label={text.kind}
        options={wordOptions(issueKindWords)}
        value={filters.kinds}
        onChange={(value) => setFilter('kinds', value)}
        width={140}
      />
      <FilterSelect
        label={text.severity}
        options={wordOptions(severityWords)}
        value={filters.severities}
        onChange={(value) => setFilter('severities', value)}
        width={110}
      />
      {overlooks && (
        <FilterTownship
          value={filters.townshipIds}
          onChange={(value) => setFilter('townshipIds', value)}
        />
      )}
      <FilterDays filters={filters} setFilter={setFilter} />
    </FilterBar>
  );
}
