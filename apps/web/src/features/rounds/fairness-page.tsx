import { useQuery } from '@tanstack/react-query';
import type { Fairness, Spread } from '@xuanpai/contracts/evaluation-teams';
import type { Round } from '@xuanpai/contracts/evaluations';
import { useParams } from 'react-router';
import { useRoundTabs } from '../../lib/use-round-tabs.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { Split } from '../../ui/split.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { gradeName } from './people-columns.tsx';
import { fairnessQuery, roundQuery } from './queries.ts';
import styles from './rounds.module.css';

type Text = Dictionary['rounds'];

/** Whether grades are given alike: spread with the people behind it, and who leaves the ballots. */
export function FairnessPage() {
  const { roundId = '' } = useParams();
  const query = useQuery(roundQuery(roundId));
  if (!query.data) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  return <OfRound round={query.data} />;
}

function OfRound({ round }: { round: Round }) {
  const { rounds: text, shell } = useText();
  const tabs = useRoundTabs(round);
  const query = useQuery(fairnessQuery(round.id));
  const { data } = query;
  return (
    <Page
      title={
        data
          ? text.fairAnswer(data.whole.people, data.whole.excellentShare)
          : shell.tabs.roundFairness
      }
      tone="blue"
      tabs={tabs}
      documentTitle={`${round.name} ${shell.tabs.roundFairness}`}
      note={text.fairNote}
      small={data?.quota && <Quota quota={data.quota} />}
      layout="fill"
    >
      <Split aside={null}>
        {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
        {!data && !query.error && <Skeleton />}
        {data && (
          <>
            <Spreads title={text.byTownship} rows={data.townships} whole={data.whole} />
            {data.teams.length > 0 && <Spreads title={text.byTeam} rows={data.teams} />}
            <Section title={text.departures} note={data.leftOut && word(data.leftOut)}>
              <Departures round={round} rows={data.departures} />
            </Section>
            <Spreads title={text.byUnitSpread} rows={data.units} />
          </>
        )}
      </Split>
    </Page>
  );
}

function Quota({ quota }: { quota: NonNullable<Fairness['quota']> }) {
  const text = useText().rounds;
  const words = text.quota(quota.percent, quota.people, quota.excellent);
  return quota.over ? <StateBadge state="hint" word={words} /> : words;
}

interface SpreadsProps {
  title: string;
  rows: readonly Spread[];
  whole?: Fairness['whole'];
}

function Spreads({ title, rows, whole }: SpreadsProps) {
  const text = useText().rounds;
  const shown = whole ? [...rows, { ...whole, id: 'whole', name: text.whole }] : rows;
  return (
    <Section title={title}>
      <PlainTable
        label={title}
        columns={spreadColumns(text)}
        rows={shown}
        rowKey={({ id }) => id}
      />
    </Section>
  );
}

function spreadColumns(text: Text): Column<Spread>[] {
  const figure = (key: string, title: string, of: (row: Spread) => number): Column<Spread> => ({
    ...{ key, title, width: 110, align: 'end', cell: of },
  });
  return [
    { key: 'name', title: '', phone: 'title', cell: ({ name }) => name },
    figure('people', text.people, ({ people }) => people),
    ...text.rungs.map((title, at) => figure(title, title, ({ rungs }) => rungs[at] ?? 0)),
    figure('none', text.withoutGrade, ({ none }) => none),
    figure('open', text.stillOpen, ({ open }) => open),
    {
      key: 'share',
      title: text.excellentShare,
      width: 140,
      align: 'end',
      phone: 'side',
      cell: ({ excellentShare, few }) =>
        excellentShare === null ? (
          '–'
        ) : (
          <>
            {few && <span className={styles.muted}>{text.few} </span>}
            {excellentShare}%
          </>
        ),
    },
  ];
}

function Departures({ round, rows }: { round: Round; rows: Fairness['departures'] }) {
  const text = useText().rounds;
  if (rows.length === 0) return <p className={styles.muted}>{text.noDepartures}</p>;
  const columns: Column<Fairness['departures'][number]>[] = [
    {
      key: 'name',
      title: text.person,
      width: 100,
      phone: 'title',
      cell: ({ personId, cadreName }) => (
        <Link to={linkTo.round(round, { row: personId })}>{cadreName}</Link>
      ),
    },
    { key: 'village', title: text.village, width: 150, cell: ({ villageName }) => villageName },
    { key: 'team', title: text.team, width: 110, cell: ({ teamName }) => teamName },
    { key: 'by', title: text.byBallots, width: 110, cell: ({ byBallots }) => gradeName(byBallots) },
    {
      key: 'proposed',
      title: text.proposal,
      width: 150,
      phone: 'side',
      cell: ({ proposed, rungs }) => `${gradeName(proposed)}，${text.differsBy(rungs)}`,
    },
    { key: 'reason', title: text.reason, phone: 'note', cell: ({ reason }) => reason },
  ];
  return (
    <PlainTable
      label={text.departures}
      columns={columns}
      rows={rows}
      rowKey={({ personId }) => personId}
    />
  );
}
