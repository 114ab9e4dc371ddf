import { useQuery } from '@tanstack/react-query';
import { type EvaluationKind, roundStatusWords } from '@xuanpai/contracts/evaluation-words';
import type { Round } from '@xuanpai/contracts/evaluations';
import { useParams } from 'react-router';
import { useCan } from '../../lib/can.tsx';
import { useGo } from '../../lib/links.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Page } from '../../ui/page.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import { WithBatch } from '../../ui/with-batch.tsx';
import { roundsQuery } from './queries.ts';
import { RoundPanel } from './round-panel.tsx';

type Text = Dictionary['rounds'];

/** The rounds of a kind, the newest first. */
export function RoundsPage() {
  const kind: EvaluationKind = useParams().kind === 'term' ? 'term' : 'annual';
  return <WithBatch>{(batch) => <OfBatch key={kind} batchId={batch.id} kind={kind} />}</WithBatch>;
}

function OfBatch({ batchId, kind }: { batchId: string; kind: EvaluationKind }) {
  const { rounds: text, shell } = useText();
  const query = useQuery(roundsQuery({ batchId, kind }));
  const go = useGo();
  const prepares = useCan('evaluations.write');
  const works = useCan('evaluations.facts');
  const [panel, setPanel] = useUrlValue('panel');
  const title = shell.pages[kind === 'term' ? 'termEvaluations' : 'evaluations'];
  const [newest] = query.data?.items ?? [];
  return (
    <Page
      title={newest ? answerOf(newest, works, text) : query.data ? text.noRound[kind] : title}
      tone="amber"
      documentTitle={title}
      note={text.kindNote[kind]}
      layout="fill"
      primary={
        prepares && (
          <ActButton kind="primary" icon="plus" onClick={() => setPanel('new')}>
            {text.prepare}
          </ActButton>
        )
      }
    >
      <DataTable
        id="rounds"
        label={text.list}
        columns={columnsOf(text)}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
        query={query}
        empty={{ title: text.noRound[kind], note: text.noRoundNote }}
        onOpen={(round) => go(linkTo.round(round))}
      />
      {panel === 'new' && prepares && (
        <RoundPanel
          batchId={batchId}
          kind={kind}
          round={null}
          onClose={() => setPanel(null)}
          onSaved={(round) => go(linkTo.round(round))}
        />
      )}
    </Page>
  );
}

/** How far a round is, in the words of whoever looks at it. */
export function answerOf({ name, status, counts }: Round, works: boolean, text: Text): string {
  if (status === 'draft') return text.answerDraft(name, null);
  if (!works) return text.outcome(name, counts.people, counts.decided);
  return counts.evaluated > 0 && counts.proposed === counts.evaluated
    ? text.answerDone(name, counts)
    : text.answer(name, counts);
}

const looks = { draft: 'draft', open: 'running', closed: 'locked' } as const;

export function RoundState({ status }: Pick<Round, 'status'>) {
  return <StateBadge state={looks[status]} word={word(roundStatusWords[status])} />;
}

function columnsOf(text: Text): Column<Round>[] {
  return [
    { key: 'name', title: text.round, fixed: true, phone: 'title', cell: (round) => round.name },
    {
      key: 'state',
      title: text.state,
      width: 110,
      phone: 'side',
      cell: (round) => <RoundState status={round.status} />,
    },
    {
      key: 'period',
      title: text.period,
      width: 220,
      phone: 'note',
      cell: ({ startsOn, endsOn }) => `${startsOn}${text.to}${endsOn}`,
    },
    figure('evaluated', text.evaluated, ({ counts }) => counts.evaluated),
    figure('byUnit', text.byUnit, ({ counts }) => counts.byUnit, 120),
    {
      key: 'visited',
      title: text.visited,
      width: 100,
      align: 'end',
      cell: ({ counts }) => text.ofVillages(counts.visited, counts.villages),
    },
    figure('proposed', text.proposed, ({ counts }) => counts.proposed),
    figure('decided', text.decided, ({ counts }) => counts.decided),
  ];
}

const figure = (
  key: string,
  title: string,
  of: (round: Round) => number,
  width = 100,
): Column<Round> => ({ key, title, width, align: 'end', cell: of });
