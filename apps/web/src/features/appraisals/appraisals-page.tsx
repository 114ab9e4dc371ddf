import { useQuery } from '@tanstack/react-query';
import {
  type AppraisalList,
  appraisalStates,
  appraisalStateWords,
  exportAppraisalPapers,
  exportAppraisals,
  listAppraisals,
} from '@xuanpai/contracts/appraisals';
import { useState } from 'react';
import { formatPeriod } from '../../lib/format.ts';
import { useReach } from '../../lib/reach.ts';
import { type ListState, useListState, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';
import { FilterTownship } from '../../ui/filter-township.tsx';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { WithBatch } from '../../ui/with-batch.tsx';
import { appraisalColumns } from './appraisal-columns.tsx';
import { AppraisalPanel } from './appraisal-panel.tsx';
import styles from './appraisals.module.css';
import { BulkActs } from './bulk-acts.tsx';
import { appraisalListQuery, everyAppraisalQuery } from './queries.ts';

/** 实绩考核 of a period: who is written about, who is missing, one after the other. */
export function AppraisalsPage() {
  return <WithBatch>{(batch) => <OfBatch batchId={batch.id} />}</WithBatch>;
}

function OfBatch({ batchId }: { batchId: string }) {
  const { appraisals: text, shell } = useText();
  const list = useListState(listAppraisals, 200);
  const query = useQuery(appraisalListQuery({ ...list.query, batchId }));
  const [row, setRow] = useUrlValue('row');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const overlooks = useReach('appraisals.read', 'assignments') === 'all';
  const { data } = query;
  const rows = data?.items ?? [];
  const exported = { query: { ...list.exportQuery, batchId } };
  const works = rows.some(({ acts }) => acts.length > 0);
  // Acts are on all that the filter leaves, not on the page alone.
  const partial = (data?.total ?? 0) > rows.length;
  const every = useQuery({
    ...everyAppraisalQuery({ ...list.exportQuery, batchId }),
    enabled: works && partial,
  });
  const written = (data?.counts.signed ?? 0) > 0 || rows.some(({ newest }) => newest);
  const open = rows.findIndex(({ assignmentId }) => assignmentId === row);
  const shown = rows[open];
  const step = (by: number) => setRow(rows[open + by]?.assignmentId ?? row);
  return (
    <Page
      title={data?.period ? text.answer(formatPeriod(data.period.key), data.counts) : text.noPeriod}
      tone="amber"
      documentTitle={shell.tabs.appraisals}
      note={data?.period && text.note(data.period.dueOn)}
      layout="fill"
      filters={<Filters list={list} overlooks={overlooks} data={data} />}
      secondary={
        <>
          <ExportButton
            endpoint={exportAppraisalPapers}
            parts={exported}
            label={text.papers}
            blocked={written ? null : text.nothingToExport}
          />
          <ExportButton
            endpoint={exportAppraisals}
            parts={exported}
            blocked={data?.total === 0 ? text.nothingToExport : null}
          />
        </>
      }
      primary={
        <BulkActs
          rows={partial ? (every.data ?? []) : rows}
          reading={works && partial && !every.data}
          filtered={list.active > 0}
          picked={picked}
          onDone={() => setPicked(new Set())}
        />
      }
    >
      <DataTable
        id="appraisals"
        label={shell.tabs.appraisals}
        columns={appraisalColumns(text)}
        rowKey={({ assignmentId }) => assignmentId}
        rowLabel={({ cadreName }) => cadreName}
        query={query}
        list={list}
        empty={{ title: text.none, note: text.noneNote }}
        selected={row}
        onOpen={({ assignmentId }) => setRow(assignmentId)}
        {...(works ? { picked, onPick: setPicked } : {})}
        {...(overlooks && data && list.sort === 'township' ? { groupOf: groupBy(data, text) } : {})}
      />
      {shown && (
        <AppraisalPanel
          key={shown.assignmentId}
          row={shown}
          batchId={batchId}
          place={text.place(open + 1, rows.length)}
          onStep={step}
          onClose={() => setRow(null)}
        />
      )}
    </Page>
  );
}

/** A township's rows under its name, with how many are signed. */
function groupBy({ townships }: AppraisalList, text: ReturnType<typeof useText>['appraisals']) {
  const byId = new Map(townships.map((one) => [one.id, one]));
  return ({ townshipId, townshipName }: AppraisalList['items'][number]) => {
    const counts = byId.get(townshipId);
    return {
      key: townshipId,
      title: townshipName,
      extra: counts && text.signedOf(counts.signed, counts.people),
    };
  };
}

interface FiltersProps {
  list: ListState<typeof listAppraisals>;
  overlooks: boolean;
  data: AppraisalList | undefined;
}

function Filters({ list, overlooks, data }: FiltersProps) {
  const text = useText().appraisals;
  const { filters, setFilter } = list;
  return (
    <FilterBar active={list.active} onClear={list.clear}>
      <Select
        className={styles.period ?? ''}
        aria-label={text.period}
        value={data?.period?.key ?? null}
        options={(data?.periods ?? []).map(({ key }) => ({ value: key, label: formatPeriod(key) }))}
        onChange={(key) => setFilter('period', key)}
      />
      <FilterSelect
        label={text.state}
        options={appraisalStates.map((value) => ({
          value,
          label: word(appraisalStateWords[value]),
        }))}
        value={filters.states}
        onChange={(value) => setFilter('states', value)}
        width={140}
      />
      {overlooks && (
        <FilterTownship
          value={filters.townshipIds}
          onChange={(value) => setFilter('townshipIds', value)}
        />
      )}
      <FilterSearch label={text.find} value={list.q} onChange={(q) => setFilter('q', q)} />
    </FilterBar>
  );
}
