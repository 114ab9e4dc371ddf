import { evaluationStepWords, type StepAct } from '@xuanpai/contracts/evaluation-step-words';
import {
  type EvaluationStanding,
  type EvaluationState,
  evaluationStateWords,
} from '@xuanpai/contracts/evaluation-words';
import type { Basis } from '@xuanpai/contracts/problems';
import type { Text } from '@xuanpai/contracts/text';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { RuleFault } from '../rule-fault.ts';
import {
  earliestDay,
  isActOf,
  isLate,
  missingBefore,
  type StepDays,
  type StepStanding,
  stepTransitions,
} from './steps.ts';

const byReading: Basis = { kind: 'reading', source: '按本办理解' };

/** Of whom a step is asked for. */
export interface StepSubject extends StepDays {
  id: string;
  name: string;
  standing: EvaluationStanding;
  roundClosed: boolean;
}

/** What brings somebody on from where they are. */
const onward: Readonly<Record<EvaluationState, Text>> = {
  entering: { zh: '请先由考核组提出等次。', en: 'The team proposes a grade first.' },
  proposed: {
    zh: '请先由另一人审核；要改的，退回重新提出。',
    en: 'Somebody else checks it first; to change it, give it back.',
  },
  checked: {
    zh: '请先会议研究、确定等次；要改的，退回重新提出。',
    en: 'The meeting and the decision come first; to change it, give it back.',
  },
  decided: {
    zh: '等次已确定，要改变的按复核、申诉或异议办理。',
    en: 'The grade is decided; it changes by a review, an appeal or an objection only.',
  },
};

/** Why an act of E6 isn't done with somebody, and what to do; empty: it may be. */
export function stepFaults(
  act: StepAct,
  subject: StepSubject,
  standing: StepStanding,
  on?: PlainDate,
): RuleFault[] {
  return [...standingFaults(act, subject, standing), ...dayFaults(act, subject, on)];
}

function standingFaults(act: StepAct, subject: StepSubject, standing: StepStanding): RuleFault[] {
  const { id: path, name } = subject;
  const { state } = standing;
  const fault = (code: string, message: Text, remedy: Text): RuleFault[] => [
    { path, code, message, basis: byReading, remedy },
  ];
  if (subject.standing !== 'evaluated') {
    return fault(
      'notEvaluated',
      { zh: `${name}不在本次考核范围。`, en: `${name} isn’t evaluated here.` },
      {
        zh: '请取消选择此人；由派出单位考核的，登记单位报来的等次。',
        en: 'Leave them out; where the unit assesses them, enter the grade that it reported.',
      },
    );
  }
  if (standing.batchClosed && !isLate(act)) {
    return fault(
      'batchClosed',
      { zh: '这个批次已办结，只供查阅。', en: 'The batch is closed.' },
      {
        zh: '办结后只登记填表、归档和收到反馈。',
        en: 'Only forms, files and the receipt of feedback are entered now.',
      },
    );
  }
  if (subject.roundClosed && state !== 'decided') {
    return fault(
      'roundClosed',
      { zh: '本次考核已办结。', en: 'The round is closed.' },
      {
        zh: '在下一次考核中办理；另有决定的，以文件归档。',
        en: 'It belongs to the next round; what else was decided goes to the file on paper.',
      },
    );
  }
  if (!isActOf(act, standing)) {
    return fault(
      'notInRound',
      {
        zh: `${name}本次考核没有这一步。`,
        en: `The round doesn’t have this step for ${name}.`,
      },
      {
        zh: '本次考核的步骤在开始时已定，请直接办下一步。',
        en: 'The steps were set when the round was opened; go on with the next one.',
      },
    );
  }
  if (!stepTransitions[act].from.includes(state)) {
    const { zh, en } = evaluationStateWords[state];
    return fault(
      'otherState',
      { zh: `${name}${zh}，不能这样办。`, en: `${name}: ${en}; not possible now.` },
      onward[state],
    );
  }
  if (act === 'check' && standing.proposedBySelf) {
    return fault(
      'ownProposal',
      {
        zh: `${name}的等次由您提出，须由他人审核。`,
        en: `You proposed the grade of ${name}; somebody else checks it.`,
      },
      {
        zh: '请取消选择此人，交由另一人审核。',
        en: 'Leave them out; another person checks their grade.',
      },
    );
  }
  const missing = missingBefore(act, standing);
  if (missing.length === 0) return [];
  const words = (language: 'zh' | 'en', between: string) =>
    missing.map((step) => evaluationStepWords[step][language]).join(between);
  return fault(
    'stepsMissing',
    { zh: `${name}还缺：${words('zh', '、')}。`, en: `${name} lacks: ${words('en', ', ')}.` },
    {
      zh: `请先登记${words('zh', '、')}，或取消选择此人。`,
      en: `Enter first: ${words('en', ', ')}; or leave them out.`,
    },
  );
}

/** A day set back in time skips no limit: not before the round, the meeting, the decision. */
function dayFaults(act: StepAct, subject: StepSubject, on: PlainDate | undefined): RuleFault[] {
  const earliest = earliestDay(act, subject);
  if (on === undefined || on >= earliest) return [];
  const { id: path, name } = subject;
  return [
    {
      ...{ path, code: 'tooEarly', basis: byReading },
      message: {
        zh: `${name}：日期不能早于${earliest}。`,
        en: `${name}: the day can’t be before ${earliest}.`,
      },
      remedy: {
        zh: `请填${earliest}或以后的日期。`,
        en: `Give ${earliest} or a later day.`,
      },
    },
  ];
}
