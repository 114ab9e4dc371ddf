import { useQuery } from '@tanstack/react-query';
import {
  type AssignmentEvent,
  assignmentEventKinds,
  listBatchEvents,
} from '@xuanpai/contracts/assignment-events';
import type { Batch } from '@xuanpai/contracts/batches';
import { assignmentEventKindWords } from '@xuanpai/contracts/event-words';
import { postWords } from '@xuanpai/contracts/words';
import { assignmentEventStates } from '../../lib/assignment-event-states.ts';
import { useDay } from '../../lib/day.ts';
import { useListState } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { WithBatch } from '../../ui/with-batch.tsx';
import { eventText } from './life/event-text.ts';
import { useUndo } from './life/use-undo.ts';
import { changesQuery } from './queries.ts';

/** 变动: what happened to the posts of a batch, latest first. */
export function ChangesPage() {
  return <WithBatch>{(batch) => <Changes batch={batch} />}</WithBatch>;
}

function Changes({ batch }: { batch: Batch }) {
  const { assignmentActs: text, shell } = useText();
  const list = useListState(listBatchEvents);
  const events = useQuery(changesQuery(batch.id, list.query));
  const columns = useColumns();
  const { filters, setFilter } = list;
  const total = events.data?.total;
  return (
    <Page
      title={total === undefined ? shell.tabs.changes : text.changesTitle(total)}
      documentTitle={shell.tabs.changes}
      note={text.changesNote}
      layout="fill"
      filters={
        <FilterBar active={list.active} onClear={list.clear}>
          <FilterSearch label={text.who} value={list.q} onChange={(q) => setFilter('q', q)} />
          <FilterSelect
            label={text.kinds}
            options={assignmentEventKinds.map((kind) => ({
              value: kind,
              label: word(assignmentEventKindWords[kind]),
            }))}
            value={filters.kinds}
            onChange={(kind) => setFilter('kinds', kind)}
            width={180}
          />
          <FilterSelect
            label={text.withUndone}
            options={[{ value: 'true', label: text.undoneOptions.true }]}
            value={filters.undone}
            onChange={(undone) => setFilter('undone', undone)}
            width={150}
          />
        </FilterBar>
      }
    >
      <DataTable
        id="changes"
        label={shell.tabs.changes}
        columns={columns}
        rowKey={({ id }) => id}
        rowLabel={({ cadreName, kind }) => `${cadreName} ${word(assignmentEventKindWords[kind])}`}
        query={events}
        list={list}
        empty={{ title: text.noChanges, note: text.noChangesNote }}
      />
    </Page>
  );
}

function useColumns(): Column<AssignmentEvent>[] {
  const text = useText().assignmentActs;
  const { readOnly } = useDay();
  const undo = useUndo();
  return [
    {
      key: 'date',
      title: text.date,
      width: 96,
      sortable: true,
      phone: 'note',
      cell: (row) => row.date,
    },
    {
      key: 'kind',
      title: text.what,
      width: 140,
      phone: 'side',
      cell: ({ kind }) => (
        <StateBadge
          state={assignmentEventStates[kind]}
          word={word(assignmentEventKindWords[kind])}
          quiet
        />
      ),
    },
    {
      key: 'name',
      title: text.who,
      width: 80,
      fixed: true,
      phone: 'title',
      cell: ({ cadreId, cadreName }) => <Link to={linkTo.cadre(cadreId)}>{cadreName}</Link>,
    },
    {
      key: 'village',
      title: text.village,
      width: 170,
      phone: 'note',
      cell: ({ villageName, post }) => villageName + word(postWords[post]),
    },
    {
      key: 'details',
      title: text.details,
      phone: 'note',
      cell: (row) => eventText(row, text, row.assignmentId),
    },
    { key: 'by', title: text.recorded, width: 88, cell: ({ recordedBy }) => recordedBy },
    {
      key: 'undo',
      title: text.undo,
      untitled: true,
      width: 56,
      cell: (row) =>
        row.undoBlocked === null &&
        !readOnly && <TextButton onClick={() => void undo(row)}>{text.undo}</TextButton>,
    },
  ];
}
