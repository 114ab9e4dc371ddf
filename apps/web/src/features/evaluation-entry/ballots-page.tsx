import { useQuery } from '@tanstack/react-query';
import { type BallotSheet, exportBallots } from '@xuanpai/contracts/ballots';
import type { PeopleSheet } from '@xuanpai/contracts/evaluation-people';
import { useParams } from 'react-router';
import { useCan } from '../../lib/can.tsx';
import { useGo } from '../../lib/links.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useRoundTabs } from '../../lib/use-round-tabs.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { Page } from '../../ui/page.tsx';
import { PlacesSavingSign } from '../../ui/saving-sign.tsx';
import { Select } from '../../ui/select.tsx';
import { Empty } from '../../ui/table-states.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { BallotGrid } from './ballot-grid.tsx';
import { useNameOf } from './ballot-section.tsx';
import { EntryConflicts } from './entry-conflicts.tsx';
import { PaperMenu } from './paper-menu.tsx';
import { type BallotPlace, entryPeopleQuery } from './queries.ts';
import { useBallots } from './use-ballots.ts';

/** The ballots of a village or a whole township in one grid. */
export function BallotsPage() {
  const { roundId = '' } = useParams();
  const query = useQuery(entryPeopleQuery(roundId, null));
  const { data } = query;
  if (!data) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  return data.round.steps.includes('visit') ? <OfRound people={data} /> : <NoBallots {...data} />;
}

/** A round that leaves the visit out has no ballots. */
function NoBallots({ round }: PeopleSheet) {
  const text = useText().evaluationEntry;
  const tabs = useRoundTabs(round);
  return (
    <Page title={text.noVisits} documentTitle={`${round.name} ${text.ballotsGrid}`} tabs={tabs}>
      <Empty title={text.noVisits} note={text.noVisitsNote} />
    </Page>
  );
}

function OfRound({ people }: { people: PeopleSheet }) {
  const text = useText().evaluationEntry;
  const { round } = people;
  const tabs = useRoundTabs(round);
  const [asked, setTownship] = useUrlValue('township');
  const [village, setVillage] = useUrlValue('village');
  const [first, ...others] = people.townships;
  const whole = asked === all && others.length > 0;
  const chosen = people.townships.find(({ id }) => id === asked) ?? first;
  const township = whole ? null : (chosen?.id ?? null);
  const enters = useCan('ballots.enter') && round.status === 'open';
  const go = useGo();
  const place = placeOf(township, village);
  const ballots = useBallots(round.id, place);
  const { data } = ballots.query;
  const nameOf = useNameOf(data);
  if (!data) {
    const { error, refetch } = ballots.query;
    return <UnreadPage error={error} onRetry={() => void refetch()} />;
  }
  const name =
    data.villages.find(({ villageId }) => villageId === village)?.villageName ??
    people.townships.find(({ id }) => id === township)?.name ??
    '';
  const lines = linesOf(data);
  return (
    <Page
      title={text.gridAnswer(name, lines.final, lines.all)}
      tone="amber"
      documentTitle={`${round.name} ${text.ballotsGrid}`}
      note={enters ? text.gridNote : text.closed}
      small={<PlacesSavingSign savings={[ballots]} />}
      layout="fill"
      tabs={tabs}
      filters={
        <FilterBar>
          <Select
            aria-label={text.township}
            value={township ?? all}
            options={[
              ...(others.length > 0 ? [{ value: all, label: text.allTownships }] : []),
              ...people.townships.map((one) => ({ value: one.id, label: one.name })),
            ]}
            onChange={(id) => {
              setVillage(null);
              setTownship(id);
            }}
          />
          <Select
            aria-label={text.village}
            value={village ?? ''}
            options={[
              { value: '', label: text.allTownships },
              ...villagesOf(people, township).map(([id, label]) => ({ value: id, label })),
            ]}
            onChange={(id) => setVillage(id === '' ? null : id)}
          />
        </FilterBar>
      }
      secondary={
        enters && (
          <>
            <PaperMenu roundId={round.id} place={place} />
            <ExportButton
              endpoint={exportBallots}
              label={text.offline}
              parts={{ params: { id: round.id }, query: place }}
            />
            <ActButton icon="upload" onClick={() => go(linkTo.imports({ kind: 'ballots' }))}>
              {text.import}
            </ActButton>
          </>
        )
      }
    >
      <EntryConflicts saving={ballots} nameOf={nameOf} />
      {lines.all === 0 ? (
        <Empty title={text.nobody} note={text.nobodyNote} />
      ) : (
        <BallotGrid
          data={data}
          place={name}
          ballots={ballots}
          onOpen={(person) => go(linkTo.roundEntry(round, { person }))}
        />
      )}
    </Page>
  );
}

/** In the address: every township of the team. */
const all = 'all';

function placeOf(townshipId: string | null, villageId: string | null): BallotPlace {
  if (villageId) return { villageId };
  return townshipId ? { townshipId } : {};
}

function villagesOf({ items }: PeopleSheet, township: string | null): [string, string][] {
  const own = items.filter(({ townshipId }) => township === null || townshipId === township);
  return [...new Map(own.map(({ villageId, villageName }) => [villageId, villageName]))];
}

/** Lines of groups that were there. */
function linesOf({ villages }: BallotSheet): { all: number; final: number } {
  const lines = villages.flatMap(({ people, present }) => {
    const away = present.filter((one) => one.present === 0).map(({ group }) => group);
    return people.flatMap((one) => one.lines.filter(({ group }) => !away.includes(group)));
  });
  return { all: lines.length, final: lines.filter(({ state }) => state === 'final').length };
}
