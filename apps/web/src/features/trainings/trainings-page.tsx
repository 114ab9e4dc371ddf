import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import {
  exportTrainings,
  listTrainings,
  type Training,
  trainingLevels,
  trainingLevelWords,
} from '@xuanpai/contracts/trainings';
import { useCan } from '../../lib/can.tsx';
import { useSeenDay } from '../../lib/known.ts';
import { useGo } from '../../lib/links.ts';
import { useReach } from '../../lib/reach.ts';
import { type ListState, useListState, useSetUrlValues, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';
import { FilterDays } from '../../ui/filter-days.tsx';
import { FilterTownship } from '../../ui/filter-township.tsx';
import { KnownLine } from '../../ui/known-line.tsx';
import { Page } from '../../ui/page.tsx';
import type { Column } from '../../ui/table-column.ts';
import { WithBatch } from '../../ui/with-batch.tsx';
import { trainingListQuery } from './queries.ts';
import { TrainingForm } from './training-form.tsx';
import { shortWhen } from './training-words.ts';

/** 培训: the sessions of the district and of townships. */
export function TrainingsPage() {
  return <WithBatch>{(batch) => <Trainings batch={batch} />}</WithBatch>;
}

function Trainings({ batch }: { batch: Batch }) {
  const { trainings: text, shell } = useText();
  const list = useListState(listTrainings);
  const batchId = batch.id;
  const seen = useSeenDay();
  const query = useQuery(trainingListQuery({ ...list.query, batchId, ...seen }));
  const [entering] = useUrlValue('enter');
  const show = useSetUrlValues();
  const go = useGo();
  const enters = useCan('trainings.write');
  const overlooks = useReach('trainings.read', 'sheets') === 'all';
  const { data } = query;
  return (
    <Page
      title={data ? text.answer(data.total, list.active > 0) : shell.pages.trainings}
      documentTitle={shell.pages.trainings}
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
          endpoint={exportTrainings}
          parts={{ query: { ...list.exportQuery, batchId, ...seen } }}
          blocked={data?.total === 0 ? text.nothingToExport : null}
        />
      }
      primary={
        enters && (
          <ActButton kind="primary" icon="plus" onClick={() => show({ enter: '1' })}>
            {text.enter}
          </ActButton>
        )
      }
    >
      <DataTable
        id="trainings"
        label={shell.pages.trainings}
        columns={columnsOf(text)}
        rowKey={({ id }) => id}
        rowLabel={({ topic, startsOn }) => `${topic} ${startsOn}`}
        query={query}
        list={list}
        empty={{ title: text.none, note: enters ? text.noneNote : '' }}
        onOpen={({ id }) => go(linkTo.training(id))}
      />
      {entering && (
        <TrainingForm
          batchId={batchId}
          onClose={() => show({ enter: null })}
          onSaved={(id) => go(linkTo.training(id))}
        />
      )}
    </Page>
  );
}

function columnsOf(text: Dictionary['trainings']): Column<Training>[] {
  return [
    {
      key: 'startsOn',
      title: text.when,
      width: 170,
      sortable: true,
      phone: 'note',
      cell: (row) => shortWhen(row, text),
    },
    {
      key: 'topic',
      title: text.topic,
      fixed: true,
      sortable: true,
      phone: 'title',
      cell: ({ topic }) => topic,
    },
    {
      key: 'township',
      title: text.whose,
      width: 120,
      sortable: true,
      phone: 'note',
      cell: ({ level, townshipName }) => townshipName ?? word(trainingLevelWords[level]),
    },
    { key: 'place', title: text.place, width: 150, cell: ({ place }) => place },
    { key: 'hours', title: text.hours, width: 70, align: 'end', cell: ({ hours }) => hours },
    { key: 'teachers', title: text.teachers, width: 150, cell: ({ teachers }) => teachers },
    {
      key: 'came',
      title: text.cameOf,
      width: 110,
      align: 'end',
      phone: 'side',
      cell: ({ came, invited }) => `${came}/${invited}`,
    },
    { key: 'files', title: text.files, width: 70, align: 'end', cell: ({ files }) => files || '' },
    { key: 'by', title: text.by, width: 84, hidden: true, cell: (row) => row.enteredByName },
  ];
}

interface FiltersProps {
  list: ListState<typeof listTrainings>;
  overlooks: boolean;
}

function Filters({ list, overlooks }: FiltersProps) {
  const text = useText().trainings;
  const { filters, setFilter } = list;
  return (
    <FilterBar active={list.active} onClear={list.clear}>
      <FilterSearch label={text.find} value={list.q} onChange={(q) => setFilter('q', q)} />
      <FilterSelect
        label={text.level}
        options={trainingLevels.map((value) => ({ value, label: word(trainingLevelWords[value]) }))}
        value={filters.level}
        onChange={(value) => setFilter('level', value)}
        width={130}
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
