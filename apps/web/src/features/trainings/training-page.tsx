import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  deleteTraining,
  setTrainingPeople,
  type TrainingDetail,
  type TrainingPerson,
  trainingLevelWords,
  trainingSheet,
} from '@xuanpai/contracts/trainings';
import { useParams } from 'react-router';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useSeenDay } from '../../lib/known.ts';
import { useGo } from '../../lib/links.ts';
import { useIsPhone } from '../../lib/media.ts';
import { showDone } from '../../lib/undo.ts';
import { useSetUrlValues, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Evidence } from '../../ui/evidence/evidence.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { KnownLine } from '../../ui/known-line.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty } from '../../ui/table-states.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { PhoneList } from './phone-list.tsx';
import { forgetTrainings, trainingQuery } from './queries.ts';
import { TickList } from './tick-list.tsx';
import { TrainingForm } from './training-form.tsx';
import { whenWords } from './training-words.ts';
import styles from './trainings.module.css';
import { useTicks } from './use-ticks.ts';

/** A session: its list to tick, its files. */
export function TrainingPage() {
  const { trainingId = '' } = useParams();
  const { readOnly } = useDay();
  const seen = useSeenDay();
  const query = useQuery(trainingQuery(trainingId, readOnly ? seen : null));
  if (!query.data) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  return <Session key={trainingId} training={query.data} />;
}

function Session({ training }: { training: TrainingDetail }) {
  const text = useText().trainings;
  const phone = useIsPhone();
  const { day, readOnly } = useDay();
  const seen = useSeenDay();
  const client = useQueryClient();
  const go = useGo();
  const show = useSetUrlValues();
  const [panel] = useUrlValue('panel');
  const { id, topic, people, invited, came, absent, writable } = training;
  const ticks = useTicks(id);
  const ahead = training.startsOn > day;
  const ticking = writable && !ahead && !readOnly;
  const open = people.filter(
    ({ cadreId, presence }) => (ticks.shown.get(cadreId)?.is ?? presence) === null,
  );
  async function remove({ cadreId, name }: TrainingPerson) {
    await call(setTrainingPeople, { params: { id }, body: { remove: [cadreId] } });
    await forgetTrainings(client);
    showDone(text.removed(name), async () => {
      await call(setTrainingPeople, { params: { id }, body: { add: [cadreId] } });
      await forgetTrainings(client);
    });
  }
  async function discard() {
    const { version } = training;
    const done = await confirm({
      title: text.deleteTitle(topic),
      body: text.deleteBody(came, training.files),
      act: text.delete,
      danger: true,
      run: () => call(deleteTraining, { params: { id }, query: { version } }),
    });
    if (!done) return;
    await forgetTrainings(client);
    go(linkTo.trainings());
  }
  const body = (
    <>
      <Facts training={training} />
      <Section title={text.material} note={text.materialNote}>
        <Evidence owner={{ kind: 'training', id }} />
      </Section>
      <Section
        title={text.people}
        note={ahead ? text.notYet : text.peopleNote(invited, came, absent)}
        extra={!readOnly && <Link to={linkTo.trainingPrint(id)}>{text.printList}</Link>}
      >
        {ticks.problem !== null && <ProblemAlert error={ticks.problem} />}
        {people.length === 0 ? (
          <Empty title={text.nobody} note={writable ? text.nobodyNote : ''} />
        ) : phone ? (
          <PhoneList people={people} />
        ) : (
          <TickList
            training={training}
            shown={ticks.shown}
            onTick={ticking ? ticks.tick : null}
            onRemove={(person) => void remove(person)}
          />
        )}
      </Section>
    </>
  );
  return (
    <Page
      title={text.sessionAnswer(topic, invited, came)}
      documentTitle={topic}
      note={
        <>
          {`${whenWords(training, text)} ${training.place}`}
          <KnownLine />
        </>
      }
      layout="fill"
      secondary={
        <>
          <ExportButton endpoint={trainingSheet} parts={{ params: { id }, query: seen }} />
          {writable && (
            <>
              <ActButton icon="upload" onClick={() => go(linkTo.imports({ kind: 'trainings' }))}>
                {text.importList}
              </ActButton>
              <ActButton icon="edit" onClick={() => show({ panel: 'edit' })}>
                {text.change}
              </ActButton>
              <ActButton icon="trash" onClick={() => void discard()}>
                {text.delete}
              </ActButton>
              <ActButton icon="plus" onClick={() => show({ panel: 'people' })}>
                {text.choosePeople}
              </ActButton>
            </>
          )}
        </>
      }
      primary={
        ticking &&
        open.length > 0 && (
          <ActButton
            kind="primary"
            icon="check"
            onClick={() => ticks.tick(open.map(({ cadreId }) => ({ cadreId, is: 'came' })))}
          >
            {text.allCame(open.length)}
          </ActButton>
        )
      }
    >
      <WithPanel
        panel={
          writable &&
          (panel === 'people' ? (
            <PeoplePanel
              training={training}
              onTick={ticks.tick}
              onClose={() => show({ panel: null })}
            />
          ) : (
            panel === 'edit' && (
              <TrainingForm
                batchId={training.batchId}
                training={training}
                onClose={() => show({ panel: null })}
                onSaved={() => show({ panel: null })}
              />
            )
          ))
        }
      >
        <div className={styles.session}>{body}</div>
      </WithPanel>
    </Page>
  );
}

function Facts({ training }: { training: TrainingDetail }) {
  const text = useText().trainings;
  const { level, townshipName, days, hours, teachers, note, enteredByName } = training;
  return (
    <DescriptionList
      columns={2}
      items={[
        { term: text.whose, value: townshipName ?? word(trainingLevelWords[level]) },
        { term: text.length, value: text.lengthWords(days, hours) },
        { term: text.teachers, value: teachers },
        ...(note ? [{ term: text.remark, value: note }] : []),
        { term: text.by, value: enteredByName },
      ]}
    />
  );
}
