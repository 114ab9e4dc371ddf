import { useQuery } from '@tanstack/react-query';
import type { PeopleSheet, PersonRow } from '@xuanpai/contracts/evaluation-people';
import { useCallback, useEffect } from 'react';
import { useParams } from 'react-router';
import { useCan } from '../../lib/can.tsx';
import { usePageKeys } from '../../lib/keys.ts';
import { useSetUrlValues, useUrlValue } from '../../lib/url-state.ts';
import { useRoundTabs } from '../../lib/use-round-tabs.ts';
import { useText } from '../../locales/use-text.ts';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Empty } from '../../ui/table-states.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import styles from './evaluation-entry.module.css';
import { PeopleList } from './people-list.tsx';
import { PersonPanel } from './person-panel.tsx';
import { entryPeopleQuery } from './queries.ts';

/** The work page of an evaluator: own people by village, and everything to enter for one of them. */
export function EntryPage() {
  const text = useText().evaluationEntry;
  if (useCan('ballots.read')) return <OfRound />;
  return (
    <Page title={text.notForRole} documentTitle={text.entry}>
      <Empty title={text.notForRoleNote} />
    </Page>
  );
}

function OfRound() {
  const { roundId = '' } = useParams();
  const [township, setTownship] = useUrlValue('township');
  const query = useQuery(entryPeopleQuery(roundId, township));
  const { data } = query;
  if (!data) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  return <Work data={data} township={township} onTownship={setTownship} />;
}

interface WorkProps {
  data: PeopleSheet;
  township: string | null;
  onTownship: (id: string | null) => void;
}

function Work({ data, township, onTownship }: WorkProps) {
  const text = useText().evaluationEntry;
  const { round, items } = data;
  const tabs = useRoundTabs(round);
  const visits = round.steps.includes('visit');
  const [asked] = useUrlValue('person');
  const setUrl = useSetUrlValues();
  const current = items.find(({ id }) => id === asked) ?? items[0] ?? null;
  const open = useCallback((id: string) => setUrl({ person: id }), [setUrl]);
  useStepKeys(items, current?.id ?? null, open);
  usePageKeys([
    { keys: 'Ctrl+↑ Ctrl+↓', does: text.keys.person },
    { keys: '↑ ↓ ← →', does: text.keys.cell },
    { keys: 'Enter', does: text.keys.nextCell },
    { keys: 'Ctrl+V', does: text.keys.paste },
  ]);
  const only = data.townships.length === 1 ? data.townships[0] : undefined;
  const place = (data.townships.find(({ id }) => id === township) ?? only)?.name ?? '';
  const title = text.answer(round.name, place, items.length, proposedOf(items));
  return (
    <Page
      title={title}
      documentTitle={`${round.name} ${text.entry}`}
      note={noteOf()}
      layout="fill"
      tabs={tabs}
      secondary={
        data.townships.length > 1 && <TownshipChoice {...{ data, township, onTownship }} />
      }
    >
      {current === null ? (
        <Empty title={text.nobody} note={text.nobodyNote} />
      ) : (
        <div className={styles.work}>
          <PeopleList people={items} current={current.id} visits={visits} onOpen={open} />
          <PersonPanel
            key={current.id}
            row={current}
            open={round.status === 'open'}
            visits={visits}
            onStep={(by) => step(items, current.id, by, open)}
          />
        </div>
      )}
    </Page>
  );

  function noteOf() {
    if (round.status !== 'open') return text.noteClosed;
    return visits ? text.note(...villagesOf(items)) : text.noVisits;
  }
}

function TownshipChoice({ data, township, onTownship }: WorkProps) {
  const text = useText().evaluationEntry;
  return (
    <Select
      aria-label={text.township}
      value={township ?? ''}
      options={[
        { value: '', label: text.allTownships },
        ...data.townships.map(({ id, name, people }) => ({
          ...{ value: id, label: text.townshipCount(name, people) },
        })),
      ]}
      onChange={(value) => onTownship(value === '' ? null : value)}
    />
  );
}

const proposedOf = (people: readonly PersonRow[]) =>
  people.filter(({ state }) => state !== 'entering').length;

/** Villages, those visited, those whose people are all counted. */
function villagesOf(people: readonly PersonRow[]): [number, number, number] {
  const villages = [...new Set(people.map(({ villageId }) => villageId))];
  const done = (part: 'visit' | 'ballots') =>
    villages.filter((id) =>
      people.every(({ villageId, parts }) => villageId !== id || parts?.marks[part] === 'done'),
    ).length;
  return [villages.length, done('visit'), done('ballots')];
}

function step(
  people: readonly PersonRow[],
  current: string | null,
  by: 1 | -1,
  open: (id: string) => void,
): void {
  const at = people.findIndex(({ id }) => id === current);
  const next = people[at + by];
  if (next) open(next.id);
}

/** Ctrl+↑ and Ctrl+↓ go from one person to the other, wherever the focus is. */
function useStepKeys(
  people: readonly PersonRow[],
  current: string | null,
  open: (id: string) => void,
): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (!event.ctrlKey || event.altKey || event.shiftKey) return;
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
      event.preventDefault();
      step(people, current, event.key === 'ArrowDown' ? 1 : -1, open);
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [people, current, open]);
}
