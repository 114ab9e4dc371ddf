import { followUpWords } from '@xuanpai/contracts/evaluation-step-words';
import type { StepPerson } from '@xuanpai/contracts/evaluation-steps';
import { evaluationStateWords, gradeWords } from '@xuanpai/contracts/evaluation-words';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import type { StateName } from '../../ui/state-badge.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import styles from './grades.module.css';

const looks: Record<StepPerson['state'], StateName> = {
  entering: 'draft',
  proposed: 'submitted',
  checked: 'approved',
  decided: 'locked',
};

/** The grade in force with the one that it replaced; before the decision how far it is. */
export function GradeOrState({ person }: { person: StepPerson }) {
  const text = useText().grades;
  const { grade, gradeBefore, state, standing, unitGrade } = person;
  if (standing === 'byUnit') {
    return <span>{unitGrade ? text.byUnit(word(gradeWords[unitGrade])) : text.byUnitOpen}</span>;
  }
  if (standing === 'leftOut') return <span className={styles.muted}>{text.leftOut}</span>;
  if (grade === null) {
    return <StateBadge state={looks[state]} word={word(evaluationStateWords[state])} quiet />;
  }
  return (
    <span>
      <StateBadge state="locked" word={word(gradeWords[grade])} quiet />
      {gradeBefore && (
        <span className={styles.was}>
          <span className="visually-hidden">{text.before}</span>
          {word(gradeWords[gradeBefore])}
        </span>
      )}
    </span>
  );
}

/** What is to be done again since the grade changed. */
export function Redo({ redo }: { redo: StepPerson['redo'] }) {
  const text = useText().grades;
  if (redo.length === 0) return null;
  const words = redo.map((what) => word(followUpWords[what])).join(text.and);
  return <StateBadge state="hint" word={text.redo(words)} />;
}
