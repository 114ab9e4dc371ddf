import { useQuery } from '@tanstack/react-query';
import {
  evaluationStepWords,
  gradeCaseKindWords,
  gradeCaseResultWords,
  gradeSourceWords,
  recordKindWords,
  signatureMannerWords,
} from '@xuanpai/contracts/evaluation-step-words';
import { type EvaluationStep, gradeWords } from '@xuanpai/contracts/evaluation-words';
import type { PersonSteps } from '@xuanpai/contracts/grade-cases';
import { basisText } from '../../lib/basis.ts';
import { formatInstantDay } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { Timeline, type TimelineItem } from '../../ui/timeline.tsx';
import { GradeOrState, Redo } from './grade-words.tsx';
import styles from './grades.module.css';
import { PersonActs } from './person-acts.tsx';
import { personStepsQuery } from './queries.ts';

type Text = ReturnType<typeof useText>['grades'];

/** One person's way from the entry to the file, with what can be done now. */
export function PersonPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const text = useText().grades;
  const query = useQuery(personStepsQuery(id));
  const { data } = query;
  if (!data) {
    return (
      <SidePanel title={text.person} onClose={onClose}>
        {query.error ? (
          <Failed error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton />
        )}
      </SidePanel>
    );
  }
  const { person } = data;
  const way = wayOf(data, text);
  return (
    <SidePanel
      title={person.name}
      badge={<GradeOrState person={person} />}
      note={`${person.townshipName}${person.villageName} · ${person.unitName}`}
      extra={<Link to={linkTo.cadreGrades(person.cadreId)}>{text.openPage}</Link>}
      width={480}
      onClose={onClose}
    >
      {person.redo.length > 0 && (
        <PanelPart>
          <Redo redo={person.redo} />
        </PanelPart>
      )}
      <PersonActs data={data} />
      <Proposal data={data} text={text} />
      {data.editions.length > 1 && <Editions data={data} text={text} />}
      <Remedies data={data} text={text} />
      <PanelPart title={text.way}>
        {way.length === 0 ? (
          <p className={styles.muted}>{text.noWay}</p>
        ) : (
          <Timeline label={text.way} items={way} />
        )}
      </PanelPart>
    </SidePanel>
  );
}

interface PartProps {
  data: PersonSteps;
  text: Text;
}

/** What the evaluators propose, until it is decided. */
function Proposal({ data: { person }, text }: PartProps) {
  const { proposedGrade, proposalReason, proposedByName, state } = person;
  if (proposedGrade === null || state === 'decided') return null;
  return (
    <PanelPart title={text.proposed}>
      <p>
        {[word(gradeWords[proposedGrade]), proposedByName].filter(Boolean).join(' · ')}
        {proposalReason && <span className={styles.words}> {proposalReason}</span>}
      </p>
    </PanelPart>
  );
}

/** The grade in force, and those before it: none is lost. */
function Editions({ data: { editions }, text }: PartProps) {
  return (
    <PanelPart title={text.editions}>
      {editions.map(({ edition, grade, decidedOn, source, ground }, at) => (
        <p key={edition} className={at === 0 ? undefined : styles.muted}>
          {text.editionOf(decidedOn, word(gradeSourceWords[source]), word(gradeWords[grade]))}
          {ground && <span className={styles.words}> {ground}</span>}
        </p>
      ))}
    </PanelPart>
  );
}

/** E7: what may be asked for, until when, and its basis. */
function Remedies({ data: { remedies, person }, text }: PartProps) {
  const { problems } = useText();
  if (person.state !== 'decided' || remedies.length === 0) return null;
  return (
    <PanelPart title={text.remedies}>
      {remedies.map(({ kind, until, basis }) => (
        <p key={kind}>
          {text.remedy(word(gradeCaseKindWords[kind]), until, person.told === null)}
          <span className={styles.muted}> {basisText(basis, problems)}</span>
        </p>
      ))}
    </PanelPart>
  );
}

function step(of: EvaluationStep, when: string, order: string, detail: string) {
  const title = word(evaluationStepWords[of]);
  const mark: TimelineItem['mark'] = ['check', 'green'];
  return { key: of, at: when + order, when, mark, title, detail };
}

function proposed({ person: { proposedGrade, proposedByName } }: PersonSteps): string {
  const grade = proposedGrade && word(gradeWords[proposedGrade]);
  return [grade, proposedByName].filter(Boolean).join(' · ');
}

/** The steps taken, records, signatures and cases in one line, the oldest first. */
function wayOf(data: PersonSteps, text: Text): TimelineItem[] {
  const { records, editions, signatures, cases, feedback, person } = data;
  const { visitedOn, proposedAt, notice } = person;
  const items: (TimelineItem & { at: string })[] = [
    ...(visitedOn === null ? [] : [step('visit', visitedOn, ' ', person.villageName)]),
    ...(proposedAt === null
      ? []
      : [step('proposal', formatInstantDay(proposedAt), ' 0', proposed(data))]),
    ...(notice === null
      ? []
      : [
          step(
            'publicNotice',
            notice.startsOn,
            ' ~',
            text.noticeOf(notice.startsOn, notice.endsOn),
          ),
        ]),
    ...records.map(({ id, kind, heldOn, by, document, text: words }) => ({
      ...{ key: id, at: `${heldOn} ${id}`, when: heldOn, title: word(recordKindWords[kind]) },
      mark: kind === 'return' ? (['back', 'amber'] as const) : (['check', 'green'] as const),
      detail: [by, document, words].filter(Boolean).join(' · '),
    })),
    ...editions.map(({ edition, grade, decidedOn, source, document }) => ({
      ...{ key: `e${edition}`, at: `${decidedOn} ~`, when: decidedOn },
      ...{ mark: ['lock', 'ink'] as const, title: word(gradeSourceWords[source]) },
      detail: [word(gradeWords[grade]), document].filter(Boolean).join(' · '),
    })),
    ...signatures.map(({ id, toldOn, manner, statement, witness }) => ({
      ...{ key: id, at: `${toldOn} ~~`, when: toldOn, title: text.told },
      mark: manner === 'agreed' ? (['check', 'green'] as const) : (['warn', 'amber'] as const),
      detail: [word(signatureMannerWords[manner]), statement, witness].filter(Boolean).join(' · '),
    })),
    ...cases.map((one) => ({
      ...{ key: one.id, at: `${one.askedOn} ~~~`, when: one.askedOn },
      ...{ mark: ['diamond', 'amber'] as const, title: word(gradeCaseKindWords[one.kind]) },
      detail: one.result
        ? [one.decidedOn, word(gradeCaseResultWords[one.result]), one.resultText]
            .filter(Boolean)
            .join(' · ')
        : text.dueOn(one.dueOn),
    })),
    ...feedback.map(({ id, sentOn, recipient, receivedOn }) => ({
      ...{ key: id, at: `${sentOn} ~~~`, when: sentOn, mark: ['disc', 'blue'] as const },
      ...{ title: text.feedback, detail: text.feedbackTo(recipient, receivedOn) },
    })),
  ];
  return items.sort((a, b) => (a.at < b.at ? -1 : 1));
}
