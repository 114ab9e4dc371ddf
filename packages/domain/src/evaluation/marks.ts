import type { FactsBrief } from '@xuanpai/contracts/evaluation-facts';
import type { Mark, Marks } from '@xuanpai/contracts/evaluation-people';
import type { EvaluationState, Grade } from '@xuanpai/contracts/evaluation-words';
import { targetsKnown } from './brief.ts';

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
  brief: FactsBrief | null;
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
  brief,
}: Marked): Marks {
  const known = brief !== null && targetsKnown(brief);
  const appraised = (brief?.appraised ?? 0) > 0;
  return {
    visit: mark(visited && groups > 0, begun),
    ballots: mark(groups > 0 && counted === groups, tallied),
    results: mark(known && appraised, known || appraised),
    grade: mark(state !== 'entering', proposedGrade !== null),
  };
}

const mark = (done: boolean, begun: boolean): Mark => (done ? 'done' : begun ? 'part' : 'none');
