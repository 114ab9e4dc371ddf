import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import {
  exportTermEnds,
  handoverStates,
  listTermEnds,
  type TermEnd,
  termOutcomes,
  termOutcomeWords,
} from '@xuanpai/contracts/term-ends';
import { tierWords } from '@xuanpai/contracts/words';
import { roundOutcomeText, roundOutcomeWord } from '@xuanpai/domain/evaluation/round-outcome';
import { useState } from 'react';
import { basisText } from '../../lib/basis.ts';
import { useDay } from '../../lib/day.ts';
import { useReach } from '../../lib/reach.ts';
import { useTownshipOptions } from '../../lib/register-options.ts';
import { type ListState, useListState, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';
import { Page } from '../../ui/page.tsx';
import type { Column } from '../../ui/table-column.ts';
import { WithBatch } from '../../ui/with-batch.tsx';
import { HandoversPanel } from './handovers-panel.tsx';
import { termEndListQuery } from './queries.ts';
import { Several } from './several.tsx';
import { TermEndPanel } from './term-end-panel.tsx';
import { DecisionState, GradeWords, handedOf, reachedOf } from './term-words.tsx';

/** 期满: what each cadre reached, what is proposed, and what another person decided. */
export function TermEndsPage() {
  return <WithBatch>{(batch) => <OfBatch batch={batch} />}</WithBatch>;
}

function OfBatch({ batch }: { batch: Batch }) {
  const { termEnds: text, shell, problems } = useText();
  const list = useListState(listTermEnds);
  const [row, setRow] = useUrlValue('row');
  const ofBatch = { batchId: batch.id };
  const query = useQuery(termEndListQuery({ ...list.query, ...ofBatch }));
  const overlooks = useReach('termEnd.read', 'assignments') === 'all';
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [handsOver, setHandsOver] = useState(false);
  const { readOnly } = useDay();
  const { data } = query;
  const items = data?.items ?? [];
  const of = picked.size === 0 ? 'page' : 'picked';
  const meant = of === 'page' ? items : items.filter((one) => picked.has(one.assignmentId));
  const toHandOver = meant.filter(isToHandOver);
  const handsOn = !readOnly && items.some(({ acts }) => acts.includes('handover'));
  const picks = !readOnly && items.some(({ acts }) => acts.length > 0);
  const chosen = data?.items.find(({ assignmentId }) => assignmentId === row);
  return (
    <Page
      title={data ? answerOf(data, text) : shell.pages.termEnd}
      tone="amber"
      documentTitle={shell.pages.termEnd}
      note={data && text.note(basisText(data.basis, problems))}
      layout="fill"
      filters={<Filters list={list} overlooks={overlooks} />}
      secondary={
        <>
          {handsOn && (
            <ActButton
              blocked={toHandOver.length === 0 ? text.noneToHandOver : null}
              onClick={() => setHandsOver(true)}
            >
              {text.handOver(toHandOver.length)}
            </ActButton>
          )}
          <ExportButton
            endpoint={exportTermEnds}
            parts={{ query: { ...list.exportQuery, ...ofBatch } }}
            label={text.export}
            blocked={data?.total === 0 ? text.nothingToExport : null}
          />
        </>
      }
      primary={<Several items={meant} of={of} outcome={list.filters.outcomes} />}
    >
      <DataTable
        id="termEnds"
        label={text.list}
        columns={columns(text)}
        rowKey={({ assignmentId }) => assignmentId}
        rowLabel={({ cadreName, villageName }) => `${cadreName} ${villageName}`}
        query={query}
        list={list}
        empty={{ title: text.none, note: text.noneNote }}
        selected={row}
        onOpen={({ assignmentId }) => {
          setHandsOver(false);
          setRow(assignmentId);
        }}
        {...(picks ? { picked, onPick: setPicked } : {})}
      />
      {handsOver && (
        <HandoversPanel
          key={toHandOver.map(({ assignmentId }) => assignmentId).join()}
          ends={toHandOver}
          onClose={(done) => {
            setHandsOver(false);
            if (done) setPicked(new Set());
          }}
        />
      )}
      {chosen && !handsOver && (
        <TermEndPanel key={chosen.assignmentId} end={chosen} onClose={() => setRow(null)} />
      )}
    </Page>
  );
}

/** Whose list has no day yet. */
function isToHandOver({ acts, handover }: TermEnd): boolean {
  return acts.includes('handover') && handover.handedOn === null;
}

type Counted = {
  closedOn: string | null;
  dueFrom: string | null;
  counts: Record<
    'people' | 'open' | 'notDue' | 'proposed' | 'commend' | 'ordinary' | 'stay',
    number
  >;
};

function answerOf({ closedOn, dueFrom, counts }: Counted, text: Dictionary['termEnds']): string {
  const { people, open, notDue, proposed, commend, ordinary, stay } = counts;
  if (closedOn !== null) return text.closedAnswer(people, closedOn);
  const said = text.answer(people, open, proposed, commend + ordinary + stay);
  return dueFrom === null || notDue === 0 ? said : said + text.notDueAnswer(notDue, dueFrom);
}

function columns(text: Dictionary['termEnds']): Column<TermEnd>[] {
  return [
    {
      key: 'name',
      title: text.name,
      width: 80,
      fixed: true,
      sortable: true,
      phone: 'title',
      cell: ({ cadreName }) => cadreName,
    },
    {
      key: 'state',
      title: text.state,
      width: 140,
      phone: 'side',
      cell: ({ decision, due, stepsBack }) => (
        <DecisionState decision={decision} due={due} stepsBack={stepsBack !== null} />
      ),
    },
    {
      key: 'township',
      title: text.village,
      width: 170,
      sortable: true,
      phone: 'note',
      cell: ({ townshipName, villageName }) => `${townshipName} ${villageName}`,
    },
    {
      key: 'unit',
      title: text.unit,
      width: 150,
      sortable: true,
      cell: ({ unitName }) => unitName,
    },
    { key: 'tier', title: text.tier, width: 56, cell: ({ tier }) => word(tierWords[tier]) },
    {
      key: 'targets',
      title: text.targets,
      width: 84,
      align: 'end',
      cell: ({ targets }) => reachedOf(targets),
    },
    {
      key: 'grades',
      title: text.grades,
      width: 184,
      cell: ({ grades }) => <GradeWords grades={grades} text={text} />,
    },
    {
      key: 'termGrade',
      title: text.termGrade,
      width: 84,
      cell: ({ term }) =>
        term ? (
          <span title={word(roundOutcomeText(term))}>{word(roundOutcomeWord(term))}</span>
        ) : (
          '–'
        ),
    },
    {
      key: 'handover',
      title: text.handoverShort,
      width: 92,
      cell: ({ handover }) => handedOf(handover),
    },
    {
      key: 'missed',
      title: text.missed,
      cell: ({ missed }) => missed.join('、') || '–',
    },
    {
      key: 'suggested',
      title: text.suggested,
      width: 90,
      cell: ({ suggested }) => word(termOutcomeWords[suggested]),
    },
  ];
}

interface FiltersProps {
  list: ListState<typeof listTermEnds>;
  overlooks: boolean;
}

const states = ['open', 'proposed', 'decided'] as const;

function Filters({ list, overlooks }: FiltersProps) {
  const text = useText().termEnds;
  const townships = useTownshipOptions();
  const { filters, setFilter } = list;
  return (
    <FilterBar active={list.active} onClear={list.clear}>
      <FilterSearch label={text.find} value={list.q} onChange={(q) => setFilter('q', q)} />
      <FilterSelect
        label={text.state}
        options={states.map((value) => ({ value, label: text.states[value] }))}
        value={filters.state}
        onChange={(value) => setFilter('state', value)}
        width={150}
      />
      <FilterSelect
        label={text.outcome}
        options={termOutcomes.map((value) => ({ value, label: word(termOutcomeWords[value]) }))}
        value={filters.outcomes}
        onChange={(value) => setFilter('outcomes', value)}
        width={150}
      />
      <FilterSelect
        label={text.handoverShort}
        options={handoverStates.map((value) => ({ value, label: text.handedState[value] }))}
        value={filters.handover}
        onChange={(value) => setFilter('handover', value)}
        width={160}
      />
      {overlooks && (
        <FilterSelect
          label={text.township}
          options={townships}
          value={filters.townshipIds}
          onChange={(value) => setFilter('townshipIds', value)}
          width={170}
          searchable
        />
      )}
    </FilterBar>
  );
}
