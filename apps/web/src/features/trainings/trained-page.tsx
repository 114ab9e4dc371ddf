import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import {
  exportTrained,
  type TrainedCadre,
  type TrainedState,
  trainedStates,
  trainedStateWords,
} from '@xuanpai/contracts/trained';
import { postWords } from '@xuanpai/contracts/words';
import { basisText } from '../../lib/basis.ts';
import { useSeenDay } from '../../lib/known.ts';
import { useGo } from '../../lib/links.ts';
import { useReach } from '../../lib/reach.ts';
import { useTownshipOptions } from '../../lib/register-options.ts';
import { useSetUrlValues, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { FilterBar, FilterSelect } from '../../ui/filter-bar.tsx';
import { KnownLine } from '../../ui/known-line.tsx';
import { Page } from '../../ui/page.tsx';
import { StateBadge, type StateName } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import { WithBatch } from '../../ui/with-batch.tsx';
import { trainedQuery } from './queries.ts';

/** 参训情况: everybody in post, those who weren't trained in time first. */
export function TrainedPage() {
  return <WithBatch>{(batch) => <Trained batch={batch} />}</WithBatch>;
}

function Trained({ batch }: { batch: Batch }) {
  const { trainings: text, shell, problems } = useText();
  const go = useGo();
  const show = useSetUrlValues();
  const [states] = useUrlValue('states');
  const [townshipIds] = useUrlValue('townshipIds');
  const townships = useTownshipOptions();
  const overlooks = useReach('trainings.read', 'assignments') === 'all';
  const filters = {
    batchId: batch.id,
    ...useSeenDay(),
    ...(states ? { states } : {}),
    ...(townshipIds ? { townshipIds } : {}),
  };
  const query = useQuery(trainedQuery(filters));
  const { data } = query;
  const active = Number(Boolean(states)) + Number(Boolean(townshipIds));
  return (
    <Page
      title={
        data
          ? text.trainedAnswer(data.counts.trained, data.counts.late, data.counts.open)
          : shell.tabs.trained
      }
      documentTitle={shell.tabs.trained}
      note={
        <>
          {data && text.trainedNote(data.withinDays, basisText(data.basis, problems))}
          <KnownLine />
        </>
      }
      layout="fill"
      filters={
        <FilterBar active={active} onClear={() => show({ states: null, townshipIds: null })}>
          <FilterSelect
            label={text.state}
            options={trainedStates.map((value) => ({
              value,
              label: word(trainedStateWords[value]),
            }))}
            value={(states ?? undefined) as TrainedState | undefined}
            onChange={(value) => show({ states: value })}
            width={170}
          />
          {overlooks && (
            <FilterSelect
              label={text.township}
              options={townships}
              value={townshipIds ?? undefined}
              onChange={(value) => show({ townshipIds: value })}
              width={170}
              searchable
            />
          )}
        </FilterBar>
      }
      secondary={
        <ExportButton
          endpoint={exportTrained}
          parts={{ query: filters }}
          blocked={data?.items.length === 0 ? text.nothingToExport : null}
        />
      }
    >
      <DataTable
        id="trained"
        label={shell.tabs.trained}
        columns={columnsOf(text)}
        rowKey={({ cadreId }) => cadreId}
        rowLabel={({ name }) => name}
        query={query}
        empty={{ title: text.nobodyInPost, note: '' }}
        onOpen={({ cadreId }) => go(linkTo.cadreTrainings(cadreId))}
      />
    </Page>
  );
}

const looks: Record<TrainedState, StateName> = { late: 'overdue', open: 'notDue', trained: 'done' };

function columnsOf(text: Dictionary['trainings']): Column<TrainedCadre>[] {
  return [
    {
      key: 'state',
      title: text.state,
      width: 110,
      phone: 'side',
      cell: ({ state }) => (
        <StateBadge state={looks[state]} word={word(trainedStateWords[state])} quiet />
      ),
    },
    {
      ...{ key: 'name', title: text.name, width: 84, fixed: true, phone: 'title' },
      cell: ({ name }) => name,
    },
    {
      key: 'village',
      title: text.village,
      width: 190,
      phone: 'note',
      cell: ({ townshipName, villageName }) => `${townshipName} ${villageName}`,
    },
    { key: 'post', title: text.post, width: 130, cell: ({ post }) => word(postWords[post]) },
    { key: 'unit', title: text.unit, cell: ({ unitName }) => unitName },
    { key: 'arrived', title: text.arrivedOn, width: 110, cell: ({ arrivedOn }) => arrivedOn },
    {
      key: 'due',
      title: text.dueOn,
      width: 190,
      phone: 'note',
      cell: ({ state, dueOn, daysLeft }) => (state === 'trained' ? '' : text.due(dueOn, daysLeft)),
    },
    {
      ...{ key: 'sessions', title: text.sessions, width: 80, align: 'end' },
      cell: ({ sessions }) => sessions || '',
    },
    { key: 'hours', title: text.hours, width: 70, align: 'end', cell: ({ hours }) => hours || '' },
    { key: 'last', title: text.lastOn, width: 110, cell: ({ lastOn }) => lastOn },
  ];
}
