import {
  type TermDecision,
  type TermOutcome,
  termOutcomeWords,
  type unitOutcomeWords,
} from '@xuanpai/contracts/term-ends';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
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
