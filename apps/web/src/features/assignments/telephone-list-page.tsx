import { useQuery } from '@tanstack/react-query';
import { exportTelephoneList, listAssignments } from '@xuanpai/contracts/assignments';
import type { Batch } from '@xuanpai/contracts/batches';
import { useDay } from '../../lib/day.ts';
import { isBeforeTerm, postsOfDay } from '../../lib/posts-of-day.ts';
import { useReachName } from '../../lib/reach.ts';
import { useListState } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Page } from '../../ui/page.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { WithBatch } from '../../ui/with-batch.tsx';
import { useHasPosts, useNobodyWords } from './nobody-words.tsx';
import { allAssignmentsQuery } from './queries.ts';
import { telephoneColumns } from './telephone-columns.tsx';
import { TelephoneFilters } from './telephone-filters.tsx';

/** 通讯录: work telephones by township and village, all on one page to read and to print. */
export function TelephoneListPage() {
  return <WithBatch>{(batch) => <Telephones batch={batch} />}</WithBatch>;
}

function Telephones({ batch }: { batch: Batch }) {
  const { assignments: text, ui, shell } = useText();
  const { day } = useDay();
  const where = useReachName('assignments.read', 'assignments');
  const list = useListState(listAssignments);
  const query = { ...list.exportQuery, sort: 'village', ...postsOfDay(batch, day) } as const;
  const posts = useQuery(allAssignmentsQuery(query));
  const nobody = useNobodyWords(batch);
  const total = posts.data?.total;
  const hasPosts = useHasPosts(batch);
  const filtered = list.active > 0;
  return (
    <Page
      title={titleOf()}
      documentTitle={shell.tabs.telephones}
      note={
        isBeforeTerm(batch, day)
          ? text.telephonesUpcoming(batch.startsOn)
          : text.telephonesNote(day)
      }
      layout="fill"
      filters={hasPosts && <TelephoneFilters list={list} />}
      secondary={
        hasPosts && (
          <ActButton icon="print" reads onClick={() => window.print()}>
            {text.print}
          </ActButton>
        )
      }
      primary={
        hasPosts && (
          <ExportButton
            kind="primary"
            endpoint={exportTelephoneList}
            parts={{ query }}
            label={text.exportTelephones}
            blocked={total === 0 ? text.nothingToExport : null}
          />
        )
      }
    >
      <DataTable
        id="telephones"
        label={shell.tabs.telephones}
        columns={telephoneColumns(text)}
        rowKey={({ id }) => id}
        rowHeight={28}
        query={posts}
        empty={
          filtered
            ? {
                title: ui.emptyFiltered,
                act: <TextButton onClick={list.clear}>{ui.clearFilters}</TextButton>,
              }
            : nobody
        }
        groupOf={({ townshipId, townshipName }) => ({ key: townshipId, title: townshipName })}
      />
    </Page>
  );

  function titleOf() {
    if (total === undefined) return shell.tabs.telephones;
    if (filtered) return text.telephonesFound(total);
    return total === 0 ? nobody.title : text.telephonesTitle(where, total);
  }
}
