import { useQuery } from '@tanstack/react-query';
import type { Assignment } from '@xuanpai/contracts/assignments';
import { exportDispatchList, listAssignments } from '@xuanpai/contracts/assignments';
import type { Batch } from '@xuanpai/contracts/batches';
import { useState } from 'react';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { postsOfDay } from '../../lib/posts-of-day.ts';
import { useReach } from '../../lib/reach.ts';
import { useListState, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Page } from '../../ui/page.tsx';
import { WithBatch } from '../../ui/with-batch.tsx';
import { assignmentColumns } from './assignment-columns.tsx';
import { AssignmentFilters } from './assignment-filters.tsx';
import { AssignmentPanel } from './assignment-panel.tsx';
import { BulkBar } from './life/bulk-bar.tsx';
import { type BulkAct, BulkPanel } from './life/bulk-panel.tsx';
import { useHasPosts, useNobodyWords } from './nobody-words.tsx';
import { assignmentListQuery } from './queries.ts';
import { useAnswer } from './use-answer.ts';

/** Who is in which village on the day looked at: by village, unit or person. */
export function AssignmentListPage() {
  return <WithBatch>{(batch) => <Assignments batch={batch} />}</WithBatch>;
}

function Assignments({ batch }: { batch: Batch }) {
  const text = useText().assignments;
  const { day, readOnly } = useDay();
  const list = useListState(listAssignments);
  const which = postsOfDay(batch, day);
  const posts = useQuery(assignmentListQuery({ ...list.query, ...which }));
  const answer = useAnswer(batch);
  const nobody = useNobodyWords(batch);
  const [row, setRow] = useUrlValue('row');
  const hasPosts = useHasPosts(batch);
  const order = list.sort?.replace('-', '');
  const records = useCan('assignments.record');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [bulk, setBulk] = useState<BulkAct | null>(null);
  const chosen = (posts.data?.items ?? []).filter(({ id }) => picked.has(id));
  const overlooks = useReach('assignments.read', 'assignments') === 'all';
  return (
    <Page
      title={answer.title}
      documentTitle={text.documentTitle}
      note={answer.note}
      layout="fill"
      filters={
        hasPosts && (
          <>
            <AssignmentFilters
              list={list}
              order={order}
              result={posts.data && text.found(posts.data.total, posts.data.villages)}
            />
            {chosen.length > 0 && bulk === null && (
              <BulkBar count={chosen.length} onChoose={setBulk} />
            )}
          </>
        )
      }
      primary={
        hasPosts && (
          <ExportButton
            kind="primary"
            endpoint={exportDispatchList}
            parts={{ query: { ...list.exportQuery, ...which } }}
            label={text.exportDispatchList}
            blocked={posts.data?.total === 0 ? text.nothingToExport : null}
          />
        )
      }
    >
      <DataTable
        id="assignments"
        label={text.documentTitle}
        columns={assignmentColumns(text, order === 'village')}
        rowKey={({ id }) => id}
        rowLabel={({ cadreName, villageName }) => `${cadreName} ${villageName}`}
        query={posts}
        list={list}
        empty={nobody}
        groupOf={groupOf}
        {...(records && !readOnly ? { picked, onPick: setPicked } : {})}
        selected={row}
        onOpen={({ id }) => setRow(id)}
      />
      {bulk && (
        <BulkPanel
          act={bulk}
          posts={chosen}
          onClose={(done) => {
            setBulk(null);
            if (done) setPicked(new Set());
          }}
        />
      )}
      {row && !bulk && <AssignmentPanel id={row} batch={batch} onClose={() => setRow(null)} />}
    </Page>
  );

  function groupOf({ townshipId, townshipName, unitId, unitName }: Assignment) {
    if (order === 'unit') return { key: unitId, title: unitName };
    const byTownship = order === 'village' && overlooks && !list.filters.townshipIds;
    return byTownship ? { key: townshipId, title: townshipName } : null;
  }
}
