import { useQuery } from '@tanstack/react-query';
import type { EvaluationTeam, TeamVillage } from '@xuanpai/contracts/evaluation-teams';
import type { Round } from '@xuanpai/contracts/evaluations';
import { useParams } from 'react-router';
import { useCan } from '../../lib/can.tsx';
import { useUrlValue } from '../../lib/url-state.ts';
import { useRoundTabs } from '../../lib/use-round-tabs.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Split } from '../../ui/split.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import { roundQuery, teamsQuery } from './queries.ts';
import styles from './rounds.module.css';
import { TeamPanel } from './team-panel.tsx';

/** 考核组: who goes where, how far they are, and what nobody has yet. */
export function TeamsPage() {
  const { roundId = '' } = useParams();
  const query = useQuery(roundQuery(roundId));
  if (!query.data) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  return <OfRound round={query.data} />;
}

function OfRound({ round }: { round: Round }) {
  const { rounds: text, shell } = useText();
  const tabs = useRoundTabs(round);
  const query = useQuery(teamsQuery(round.id));
  const assigns = useCan('evaluations.write') && round.status === 'open';
  const [panel, setPanel] = useUrlValue('panel');
  const { data } = query;
  const shown = data?.items.find(({ id }) => id === panel) ?? null;
  return (
    <Page
      title={
        data
          ? text.teamsAnswer(data.items.length, data.progress.villages, data.unassigned.length)
          : shell.tabs.roundTeams
      }
      tone="amber"
      tabs={tabs}
      documentTitle={`${round.name} ${shell.tabs.roundTeams}`}
      note={text.teamsNote}
      layout="fill"
      primary={
        assigns && (
          <ActButton kind="primary" icon="plus" onClick={() => setPanel('new')}>
            {text.addTeam}
          </ActButton>
        )
      }
    >
      <WithPanel
        panel={
          data &&
          assigns &&
          (panel === 'new' || shown) && (
            <TeamPanel
              key={`${panel} ${shown?.version}`}
              round={round}
              team={shown}
              teams={data}
              onClose={() => setPanel(null)}
            />
          )
        }
      >
        <Split aside={null}>
          {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
          {!data && !query.error && <Skeleton />}
          {data?.items.map((team) => (
            <TeamPart
              key={team.id}
              team={team}
              onChange={assigns ? () => setPanel(team.id) : null}
            />
          ))}
          {data && data.unassigned.length > 0 && (
            <Section
              title={text.unassigned}
              note={text.ofVillages(data.unassigned.length, data.progress.villages)}
            >
              <Villages villages={data.unassigned} />
            </Section>
          )}
        </Split>
      </WithPanel>
    </Page>
  );
}

function TeamPart({ team, onChange }: { team: EvaluationTeam; onChange: (() => void) | null }) {
  const text = useText().rounds;
  const names = team.members.map(({ name }) => name).join('、');
  return (
    <Section
      title={team.name}
      note={`${names || text.noMembers}；${text.progress(team.progress)}`}
      extra={onChange && <TextButton onClick={onChange}>{text.changeTeam}</TextButton>}
    >
      {team.warnings.map((warning) => (
        <p key={warning.zh} className={styles.warning}>
          <Mark shape="warn" tone="amber" />
          {word(warning)}
        </p>
      ))}
      <Villages villages={team.villages} />
    </Section>
  );
}

/** By township, in the order of the register; those that were visited carry a mark. */
function Villages({ villages }: { villages: readonly TeamVillage[] }) {
  const text = useText().rounds;
  const townships = new Map<string, TeamVillage[]>();
  for (const village of villages) {
    const known = townships.get(village.townshipName) ?? [];
    townships.set(village.townshipName, [...known, village]);
  }
  return [...townships].map(([name, own]) => (
    <p key={name} className={styles.villages}>
      <span className={styles.muted}>{name}</span>{' '}
      {own.map((village) => (
        <span key={village.id} className={styles.village}>
          {village.visited && (
            <>
              <Mark shape="disc" tone="green" />
              <span className="visually-hidden">{text.visited}</span>{' '}
            </>
          )}
          {village.name} {text.peopleOf(village.people)}
        </span>
      ))}
    </p>
  ));
}
