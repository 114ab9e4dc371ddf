import type { EvaluationKind } from '@xuanpai/contracts/evaluation-words';
import type { WaitingTask } from '@xuanpai/contracts/home';
import type { Permission } from '@xuanpai/contracts/permissions';
import type { PlainDate } from '@xuanpai/contracts/values';

/** What an opened round wants of somebody: counts of people within reach, by what the role does. */
export interface GradesWanting {
  round: { id: string; kind: EvaluationKind; name: string };
  /** Undecided, and an opinion of the own township or unit isn't there. */
  opinions: number;
  /** Proposed by others. */
  toCheck: number;
  toDecide: number;
  /** Decided, or changed, and not told. */
  toTell: number;
  /** Said against intended grades and not answered. */
  objections: number;
  /** Reviews and the like that are open, and the earliest day one is due. */
  cases: number;
  casesDueOn: PlainDate | null;
  /** Fed back to the own unit, and not confirmed. */
  toReceive: number;
}

type Draft = Pick<WaitingTask, 'code' | 'counts' | 'dueOn' | 'round'>;

const tasks: readonly (readonly [
  WaitingTask['code'],
  Permission,
  Exclude<keyof GradesWanting, 'round' | 'casesDueOn'>,
])[] = [
  ['settleCases', 'grades.settle', 'cases'],
  ['answerObjections', 'grades.settle', 'objections'],
  ['giveOpinions', 'grades.note', 'opinions'],
  ['checkGrades', 'grades.check', 'toCheck'],
  ['decideGrades', 'grades.decide', 'toDecide'],
  ['tellGrades', 'grades.record', 'toTell'],
  ['receiveGrades', 'grades.receive', 'toReceive'],
];

/** What evaluations want, round by round. */
export function waitingGrades(
  wanting: readonly GradesWanting[],
  may: (permission: Permission) => boolean,
): Draft[] {
  return wanting.flatMap((one) =>
    tasks.flatMap(([code, permission, what]): Draft[] => {
      const count = one[what];
      if (count === 0 || !may(permission)) return [];
      const dueOn = what === 'cases' ? one.casesDueOn : null;
      return [{ code, counts: { people: count }, dueOn, round: one.round }];
    }),
  );
}
