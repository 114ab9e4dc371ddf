import {
  type EvaluationStanding,
  type Grade,
  gradeWords,
} from '@xuanpai/contracts/evaluation-words';
import type { Text } from '@xuanpai/contracts/text';

/** What a round came to for somebody: the grade, or as yet none; the ground of the standing. */
export interface RoundOutcome {
  standing: EvaluationStanding;
  grade: Grade | null;
  ground: string | null;
}

const pending: Text = { zh: '未定', en: 'none yet' };
const unreported: Text = { zh: '单位未报', en: 'not reported' };
const leftOut: Text = { zh: '不参加', en: 'not in it' };

/** In a word, for a cell. No grade is to come for whoever isn't in the round. */
export function roundOutcomeWord({ standing, grade }: RoundOutcome): Text {
  switch (standing) {
    case 'evaluated':
      return grade ? gradeWords[grade] : pending;
    case 'byUnit':
      return grade ? gradeWords[grade] : unreported;
    case 'leftOut':
      return leftOut;
  }
}

/** With who graded, or why nobody does. */
export function roundOutcomeText(outcome: RoundOutcome): Text {
  const { standing, ground } = outcome;
  const { zh, en } = roundOutcomeWord(outcome);
  switch (standing) {
    case 'evaluated':
      return { zh, en };
    case 'byUnit':
      return { zh: `${zh}（由派出单位考核）`, en: `${en} (assessed by the sending unit)` };
    case 'leftOut':
      return ground ? { zh: `${zh}：${ground}`, en: `${en}: ${ground}` } : { zh, en };
  }
}
