import { evaluationStepWords } from '@xuanpai/contracts/evaluation-step-words';
import type { StepPeople, StepPerson } from '@xuanpai/contracts/evaluation-steps';
import { gradeWords } from '@xuanpai/contracts/evaluation-words';
import { ladderOf } from '@xuanpai/domain/evaluation/grades';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { Column } from '../../ui/table-column.ts';
import { GradeOrState, Redo } from './grade-words.tsx';
import styles from './grades.module.css';

type Text = Dictionary['grades'];
type Steps = StepPeople['round']['steps'];

const who = (text: Text): Column<StepPerson>[] => [
  {
    ...{ key: 'name', title: text.name, width: 84, fixed: true, phone: 'title' },
    cell: ({ name }) => name,
  },
  {
    ...{ key: 'village', title: text.village, width: 120, phone: 'note' },
    cell: ({ villageName }) => villageName,
  },
  { key: 'unit', title: text.unit, width: 150, cell: ({ unitName }) => unitName },
];

/** 汇总: how far everybody is, what is proposed, and why it differs. */
export function reviewColumns(
  text: Text,
  { steps }: StepPeople['round'],
  works: boolean,
): Column<StepPerson>[] {
  return [
    ...who(text),
    ...(works ? facts(text) : []),
    {
      ...{ key: 'proposed', title: text.proposed, width: 76, phone: 'note' },
      cell: ({ proposedGrade, state }) =>
        proposedGrade && state !== 'entering' ? word(gradeWords[proposedGrade]) : null,
    },
    {
      ...{ key: 'differs', title: text.differs, width: 150 },
      cell: ({ proposalReason }) => (
        <span className={styles.oneLine} title={proposalReason ?? undefined}>
          {proposalReason}
        </span>
      ),
    },
    {
      ...{ key: 'next', title: text.nextStep, width: 110 },
      cell: (person) => (person.stepsBack ? text.stepsBack : nextStep(person, steps, text)),
    },
    {
      ...{ key: 'done', title: text.stepsDone, width: 60, align: 'end' },
      cell: ({ done, standing }) =>
        standing === 'evaluated' ? `${done.length}/${steps.length}` : null,
    },
    {
      ...{ key: 'outcome', title: text.outcome, width: 110, phone: 'side' },
      cell: (person) => <GradeOrState person={person} />,
    },
  ];
}

/** What the meeting looks at; of those only who work on the round. */
function facts(text: Text): Column<StepPerson>[] {
  return [
    {
      ...{ key: 'ballots', title: text.ballots, width: 150 },
      cell: ({ sheet, gradeSet }) =>
        sheet?.rungs &&
        ladderOf(gradeSet)
          .flatMap((rung, at) => {
            const count = sheet.rungs?.[at] ?? 0;
            return count > 0 ? [`${word(gradeWords[rung])}${count}`] : [];
          })
          .join(' '),
    },
    {
      ...{ key: 'facts', title: text.facts },
      cell: ({ sheet }) => {
        const said = sheet?.facts.map(word).join('；') ?? '';
        return (
          <span className={styles.oneLine} title={said}>
            {said}
          </span>
        );
      },
    },
    {
      ...{ key: 'suggested', title: text.suggested, width: 76 },
      cell: ({ sheet }) =>
        [sheet?.suggested && word(gradeWords[sheet.suggested]), sheet?.score]
          .filter((part) => part !== null && part !== undefined)
          .join(' '),
    },
  ];
}

/** The first step of the round that isn't behind somebody; a proposal that is made waits for its check. */
function nextStep({ done, standing, state }: StepPerson, steps: Steps, text: Text) {
  if (standing !== 'evaluated') return null;
  if (state === 'proposed') return text.toCheck;
  const next = steps.find((step) => !done.includes(step));
  return next ? word(evaluationStepWords[next]) : null;
}

/** 告知与签字: of decided grades what was done with them. */
export function toldColumns(text: Text): Column<StepPerson>[] {
  return [
    ...who(text),
    {
      ...{ key: 'grade', title: text.grade, width: 130, phone: 'side' },
      cell: (person) => <GradeOrState person={person} />,
    },
    {
      ...{ key: 'told', title: text.told, width: 160, phone: 'note' },
      cell: ({ told }) => told && `${told.toldOn} ${text.manners[told.manner]}`,
    },
    {
      ...{ key: 'form', title: text.form, width: 64, align: 'center' },
      cell: ({ done }) => (done.includes('form') ? text.yes : null),
    },
    {
      ...{ key: 'file', title: text.file, width: 64, align: 'center' },
      cell: ({ done }) => (done.includes('file') ? text.yes : null),
    },
    {
      ...{ key: 'feedback', title: text.feedback, width: 90, align: 'center' },
      cell: ({ feedback: { sent, received } }) => (sent === 0 ? null : `${received}/${sent}`),
    },
    {
      ...{ key: 'redo', title: text.redoTitle, phone: 'note' },
      cell: ({ redo, openCase }) => (
        <>
          <Redo redo={redo} />
          {openCase && <span className={styles.again}>{text.caseOpen[openCase.kind]}</span>}
        </>
      ),
    },
  ];
}
