import { useQuery } from '@tanstack/react-query';
import type { TrainingDetail, TrainingPerson } from '@xuanpai/contracts/trainings';
import { useParams } from 'react-router';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import styles from './print.module.css';
import { trainingQuery } from './queries.ts';
import { whenWords } from './training-words.ts';

/** The list of a session on paper, to be signed: A4, in two halves a line. */
export function TrainingPrintPage() {
  const { trainingId = '' } = useParams();
  const text = useText().trainings;
  const query = useQuery(trainingQuery(trainingId));
  const training = query.data;
  if (!training) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  const { id, topic, people } = training;
  return (
    <Page
      title={text.printTitle(topic, people.length)}
      documentTitle={text.signList(topic)}
      note={
        <>
          {text.printNote} <Link to={linkTo.training(id)}>{text.back}</Link>
        </>
      }
      primary={
        <ActButton
          kind="primary"
          icon="print"
          reads
          blocked={people.length === 0 ? text.nobody : null}
          onClick={() => window.print()}
        >
          {text.printNow}
        </ActButton>
      }
      paper
    >
      <div className={styles.paper}>
        <SignList training={training} />
      </div>
    </Page>
  );
}

function SignList({ training }: { training: TrainingDetail }) {
  const text = useText().trainings;
  const { topic, place, teachers, people } = training;
  const half = Math.ceil(people.length / 2);
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>{text.signList(topic)}</h2>
      <p className={styles.line}>
        <span>{whenWords(training, text)}</span>
        <span>{place}</span>
        <span>
          {text.teachers}
          {text.colon}
          {teachers}
        </span>
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <Heads />
            <Heads />
          </tr>
        </thead>
        <tbody>
          {people.slice(0, half).map((person, at) => (
            <tr key={person.cadreId}>
              <Cells person={person} number={at + 1} />
              <Cells person={people[half + at]} number={half + at + 1} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heads() {
  const text = useText().trainings;
  return (
    <>
      <th className={styles.number}>{text.number}</th>
      <th className={styles.name}>{text.name}</th>
      <th>{text.unit}</th>
      <th className={styles.sign}>{text.signature}</th>
    </>
  );
}

function Cells({ person, number }: { person: TrainingPerson | undefined; number: number }) {
  return (
    <>
      <td>{person && number}</td>
      <td>{person?.name}</td>
      <td className={styles.unit}>{person?.unitName}</td>
      <td />
    </>
  );
}
