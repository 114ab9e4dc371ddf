import { useQuery } from '@tanstack/react-query';
import { gradeCaseKindWords, gradeCaseResultWords } from '@xuanpai/contracts/evaluation-step-words';
import { gradeWords } from '@xuanpai/contracts/evaluation-words';
import type { GradeCaseRow } from '@xuanpai/contracts/grade-cases';
import { useParams } from 'react-router';
import { useDay } from '../../lib/day.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useRoundTabs } from '../../lib/use-round-tabs.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Page } from '../../ui/page.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import { CasePanel } from './case-panel.tsx';
import { casesQuery, roundKindOf, stepsQuery } from './queries.ts';

/** 复核申诉: what was asked against grades of a round, by when it is decided, what came of it. */
export function CasesPage() {
  const { grades: text, shell } = useText();
  const { roundId = '', kind } = useParams();
  const { today } = useDay();
  const query = useQuery(casesQuery(roundId));
  const round = useQuery(stepsQuery(roundId)).data?.round;
  const tabs = useRoundTabs({ kind: roundKindOf(kind), id: roundId });
  const [row, setRow] = useUrlValue('row');
  const { data } = query;
  if (!data) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  const open = data.items.filter(({ result }) => result === null);
  const late = open.filter(({ dueOn }) => dueOn !== null && dueOn < today).length;
  const shown = data.items.find(({ id }) => id === row);
  return (
    <Page
      title={text.casesAnswer(data.items.length, open.length, late)}
      documentTitle={`${round?.name ?? ''} ${shell.tabs.gradeCases}`}
      note={text.casesNote}
      tabs={tabs}
      layout="fill"
    >
      <WithPanel
        panel={shown && <CasePanel key={shown.id} row={shown} onClose={() => setRow(null)} />}
      >
        <DataTable
          id="grade-cases"
          label={shell.tabs.gradeCases}
          columns={columns(text, today)}
          rowKey={({ id }) => id}
          rowLabel={({ name }) => name}
          query={query}
          empty={{ title: text.noCases, note: text.noCasesNote }}
          selected={row}
          onOpen={({ id }) => setRow(id)}
        />
      </WithPanel>
    </Page>
  );
}

function columns(
  text: ReturnType<typeof useText>['grades'],
  today: string,
): Column<GradeCaseRow>[] {
  return [
    {
      ...{ key: 'name', title: text.name, width: 84, fixed: true, phone: 'title' },
      cell: ({ name }) => name,
    },
    {
      ...{ key: 'kind', title: text.caseKind, width: 70, phone: 'note' },
      cell: ({ kind }) => word(gradeCaseKindWords[kind]),
    },
    { key: 'unit', title: text.unit, width: 160, cell: ({ unitName }) => unitName },
    {
      ...{ key: 'then', title: text.gradeThen, width: 100 },
      cell: ({ gradeThen }) => word(gradeWords[gradeThen]),
    },
    { key: 'askedOn', title: text.askedOn, width: 104, cell: ({ askedOn }) => askedOn },
    { key: 'dueOn', title: text.due, width: 104, cell: ({ dueOn }) => dueOn },
    {
      ...{ key: 'result', title: text.result, phone: 'side' },
      cell: ({ result, newGrade, dueOn }) => {
        if (result === null) {
          const late = dueOn !== null && dueOn < today;
          return <StateBadge state={late ? 'overdue' : 'todo'} />;
        }
        const words = word(gradeCaseResultWords[result]);
        return newGrade ? `${words} ${word(gradeWords[newGrade])}` : words;
      },
    },
  ];
}
