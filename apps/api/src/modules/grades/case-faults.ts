import type { BodyOf } from '@xuanpai/contracts/endpoint';
import { gradeCaseKindWords } from '@xuanpai/contracts/evaluation-step-words';
import { gradeWords } from '@xuanpai/contracts/evaluation-words';
import type { askGradeCase, settleGradeCase } from '@xuanpai/contracts/grade-cases';
import type { Text } from '@xuanpai/contracts/text';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { EvaluationPerson } from '@xuanpai/database/generated/client';
import { gradesOf } from '@xuanpai/domain/evaluation/grades';
import type { Actor } from '../../lib/actor.ts';
import type { Fault } from '../../lib/api-error.ts';
import { byReading, fromDay } from './hold.ts';

/** What is wrong with something asked against a grade, or with its result (E7). */

type Kind = BodyOf<typeof askGradeCase>['kind'];

/** The law gives something else against the grade, or nothing. */
export function notGiven(kind: Kind, given: readonly Kind[]): Fault {
  const words = gradeCaseKindWords[kind];
  const others = given.map((one) => gradeCaseKindWords[one].zh).join('、');
  return {
    ...{ path: 'kind', code: 'notGiven', basis: byReading },
    message: {
      zh: `对这个等次现在不能提出${words.zh}。`,
      en: `${words.en}: not given against this grade now.`,
    },
    remedy:
      given.length === 0
        ? {
            zh: '本人仍有意见的，记在告知签字的意见里。',
            en: 'What the person still says against it is kept with their signature.',
          }
        : {
            zh: `可以提出：${others}。`,
            en: `Possible: ${given.map((one) => gradeCaseKindWords[one].en).join(', ')}.`,
          },
  };
}

export function late(
  kind: Kind,
  { until, basis }: { until: PlainDate | null; basis: NonNullable<Fault['basis']> },
): Fault {
  const words = gradeCaseKindWords[kind];
  return {
    ...{ path: 'askedOn', code: 'late', basis },
    message: {
      zh: `${words.zh}的期限到${until ?? ''}止。`,
      en: `The time for it (${words.en}) ended on ${until ?? ''}.`,
    },
    remedy: {
      zh: '提出日期以收到书面申请的日子为准，请核对；确已过期的不受理，并书面告知本人。',
      en: 'Check the day on which the written request came in; if it is late, tell the person in writing.',
    },
  };
}

interface Held {
  kind: Kind;
  askedOn: PlainDate;
  name: string;
  person: Pick<
    EvaluationPerson,
    'proposedById' | 'checkedById' | 'decidedById' | 'gradeSet' | 'grade'
  >;
}

export function settleFaults(
  actor: Actor,
  { kind, askedOn, person, name }: Held,
  { result, newGrade, decidedOn }: BodyOf<typeof settleGradeCase>,
): Fault[] {
  const faults: Fault[] = [];
  const fault = (path: string, code: string, message: Text, remedy: Text) =>
    faults.push({ path, code, message, basis: byReading, remedy });
  if (result !== 'withdrawn' && !mayHandle(actor, kind, person)) {
    fault(
      ...(['', 'ownGrade'] as const),
      {
        zh: `${name}的等次您提出、审核或确定过，复核由他人办理。`,
        en: `You had a part in the grade of ${name}; somebody else handles the review.`,
      },
      { zh: '请由没有经手这个等次的人登记结果。', en: 'Somebody who had no part in it enters it.' },
    );
  }
  if (decidedOn < askedOn) {
    const early = { zh: '早于提出的日期。', en: 'Before it was asked.' };
    fault('decidedOn', 'tooEarly', early, fromDay(askedOn));
  }
  const others = gradesOf(person.gradeSet).filter((grade) => grade !== person.grade);
  const choose = {
    zh: `可选：${others.map((grade) => gradeWords[grade].zh).join('、')}。`,
    en: `Choose among: ${others.map((grade) => gradeWords[grade].en).join(', ')}.`,
  };
  if (result !== 'changed') {
    if (newGrade !== undefined) {
      fault(
        ...(['newGrade', 'notChanged'] as const),
        { zh: '没有改变等次的，不填新等次。', en: 'No new grade unless changed.' },
        { zh: '清空新等次，或把结果改为“改变”。', en: 'Empty it, or set the result to changed.' },
      );
    }
  } else if (newGrade === undefined) {
    const missing = { zh: '改变等次的，请选择新等次。', en: 'Choose the new grade.' };
    fault('newGrade', 'missing', missing, choose);
  } else if (!others.includes(newGrade)) {
    const other = { zh: '请在适用的等次中另选一个。', en: 'Choose another grade of the set.' };
    fault('newGrade', 'otherSet', other, choose);
  }
  return faults;
}

/** E7: a review is handled by somebody who had no part in the grade. */
export function mayHandle(
  { userId }: Actor,
  kind: Kind,
  had: { proposedById: string | null; checkedById: string | null; decidedById: string | null },
): boolean {
  if (kind !== 'review' || userId === null) return true;
  return ![had.proposedById, had.checkedById, had.decidedById].includes(userId);
}
