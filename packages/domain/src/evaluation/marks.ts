import type { EvaluationFacts } from '@xuanpai/contracts/evaluation-facts';
import type { Mark, Marks } from '@xuanpai/contracts/evaluation-people';
import type { EvaluationState, Grade } from '@xuanpai/contracts/evaluation-words';

/** How far visit and ballots are: groups that came to the meeting, those with a count that holds. */
export interface Counted {
  /** Something of the visit is entered. */
  begun: boolean;
  /** All of it is. */
  visited: boolean;
  groups: number;
  counted: number;
  /** Some count is entered. */
  tallied: boolean;
}

interface Marked extends Counted {
  state: EvaluationState;
  proposedGrade: Grade | null;
  facts: Pick<EvaluationFacts, 'measures' | 'appraisals'> | null;
}

/** 座谈 测评 实绩 等次: nothing yet, begun, complete. */
export function marksOf({
  begun,
  visited,
  groups,
  counted,
  tallied,
  state,
  proposedGrade,
  facts,
}: Marked): Marks {
  const known = facts?.measures.some(
    (measure) => measure.state !== 'notReported' && measure.state !== 'notDue',
  );
  const appraised = (facts?.appraisals.length ?? 0) > 0;
  return {
    visit: mark(visited && groups > 0, begun),
    ballots: mark(groups > 0 && counted === groups, tallied),
    results: mark(known === true && appraised, known === true || appraised),
    grade: mark(state !== 'entering', proposedGrade !== null),
  };
}

const mark = (done: boolean, begun: boolean): Mark => (done ? 'done' : begun ? 'part' : 'none');
