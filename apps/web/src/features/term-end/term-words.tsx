import {
  type TermDecision,
  type TermEnd,
  type TermOutcome,
  termOutcomeWords,
  type unitOutcomeWords,
} from '@xuanpai/contracts/term-ends';
import { roundOutcomeText, roundOutcomeWord } from '@xuanpai/domain/evaluation/round-outcome';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { StateBadge, type StateName } from '../../ui/state-badge.tsx';

const looks = {
  commend: 'done',
  ordinary: 'expired',
  stay: 'extended',
} as const satisfies Record<TermOutcome, StateName>;

/** Words of outcomes: of a person, or of a unit. */
export type OutcomeWords = typeof termOutcomeWords | typeof unitOutcomeWords;

interface DecisionStateProps {
  decision: TermDecision | null;
  due: boolean;
  /** E8: whoever looks doesn't see what is proposed. */
  stepsBack: boolean;
  words?: OutcomeWords;
}

/** What is decided, or proposed, or nothing yet; a grey dash while it isn't due. */
export function DecisionState({
  decision,
  due,
  stepsBack,
  words = termOutcomeWords,
}: DecisionStateProps) {
  const text = useText().termEnds;
  if (!decision && stepsBack) return <StateBadge state="banned" word={text.stepsBack} />;
  if (!decision && !due) return <StateBadge state="notDue" />;
  if (!decision) return <StateBadge state="notReported" word={text.states.open} />;
  const said = word(words[decision.outcome]);
  if (decision.state === 'decided')
    return <StateBadge state={looks[decision.outcome]} word={said} />;
  return <StateBadge state="needsDecision" word={`${text.states.proposed}：${said}`} />;
}

type Text = Dictionary['termEnds'];

/** The years' grades; of whoever wasn't in a round, why. */
export function gradesOf(grades: TermEnd['grades'], text: Text): string {
  const said = grades.map((one) => text.yearGrade(one.year, word(roundOutcomeText(one))));
  return said.join('；') || '–';
}

/** For a cell, with the whole of it to be read on it. */
export function GradeWords({ grades, text }: { grades: TermEnd['grades']; text: Text }) {
  const said = grades.map((one) => text.yearGrade(one.year, word(roundOutcomeWord(one))));
  return <span title={gradesOf(grades, text)}>{said.join('，') || '–'}</span>;
}

/** Reached of those that are due; a dash where none is. */
export function reachedOf({ reached, all }: TermEnd['targets']): string {
  return all === 0 ? '–' : `${reached}/${all}`;
}

/** The day of handing over; before it how many of the lines are. */
export function handedOf({ items, handedOn }: TermEnd['handover']): string {
  if (handedOn !== null) return handedOn;
  return items.length === 0 ? '–' : `${items.filter(({ done }) => done).length}/${items.length}`;
}
