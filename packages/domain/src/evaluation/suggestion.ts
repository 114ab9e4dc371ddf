import type { EvaluationFacts, FactsBrief, Honour } from '@xuanpai/contracts/evaluation-facts';
import type { BallotSum, Suggestion } from '@xuanpai/contracts/evaluation-people';
import { type Grade, type GradeSet, gradeWords } from '@xuanpai/contracts/evaluation-words';
import type { ScoreWeights } from '@xuanpai/contracts/evaluations';
import type { Text } from '@xuanpai/contracts/text';
import { atLeast, type Policy } from '../policy/policy.ts';
import { briefOf, targetsKnown } from './brief.ts';
import { ladderOf } from './grades.ts';
import {
  attendanceGrounds,
  ballotGrounds,
  recordGrounds,
  targetGrounds,
  withoutVisit,
} from './grounds.ts';
import { scoreOf } from './score.ts';
import { percent, targetShare } from './share.ts';

/** What a suggestion follows from. */
export interface SuggestionInput {
  set: GradeSet;
  /** The round has visits, and ballots with them; without them the other facts alone speak (E6). */
  visits: boolean;
  /** Of groups with enough valid ones. */
  ballots: BallotSum | null;
  /** Groups that came and aren't counted yet; those counted and hidden, having few valid ballots. */
  groups: { left: number; hidden: number };
  facts: Pick<EvaluationFacts, 'measures' | 'appraisals' | 'attendance' | 'findings'>;
  honours: readonly Pick<Honour, 'kind' | 'title'>[];
  /** Null: no weights adopted, no score. */
  weights: ScoreWeights | null;
  visitPoints: number | null;
}

/**
 * E9: the facts in words, and which grade they support; a person decides. The grade follows the ballots,
 * and in a round without visits how far targets are reached; the best one also asks for no binding target
 * behind, no month short, no absence and no disciplinary matter. What is only striven for (力争) never
 * lowers it.
 */
export function suggestionOf(input: SuggestionInput, policy: Policy): Suggestion {
  const { set, visits, ballots, facts, honours, weights, visitPoints } = input;
  const brief = briefOf(facts);
  return {
    grade: gradeOfFacts({ set, visits, ballots, brief, honours }, policy),
    missing: missingOf(input, brief, policy),
    grounds: [
      ...(visits ? ballotGrounds(ballots, set, policy) : withoutVisit(brief, policy)),
      ...targetGrounds(facts.measures),
      ...attendanceGrounds(facts.attendance, policy),
      ...recordGrounds(facts, honours),
    ],
    score: weights && scoreOf({ visits, ballots, brief, visitPoints }, weights, policy),
    caps: capsOf(set, facts.attendance, policy),
  };
}

/** The grade of a suggestion by the sums of the facts alone; null while something is missing. */
export function gradeOfFacts(
  {
    set,
    visits,
    ballots,
    brief,
    honours,
  }: Pick<SuggestionInput, 'set' | 'visits' | 'ballots'> & {
    brief: FactsBrief;
    honours: readonly Pick<Honour, 'kind'>[];
  },
  policy: Policy,
): Grade | null {
  if (!targetsKnown(brief)) return null;
  const rung = visits ? ballots && rungByBallots(ballots, policy) : rungByTargets(brief, policy);
  if (rung === null) return null;
  const { bindingBehind, shortMonths, absentDays } = brief;
  const barred =
    bindingBehind + shortMonths + absentDays > 0 ||
    honours.some(({ kind }) => kind === 'discipline');
  return ladderOf(set)[rung === 0 && barred ? 1 : rung] ?? null;
}

/** Whether who proposes says why: another grade than the facts support, or none at all. */
export function asksForReason(proposed: Grade, suggested: Grade | null): boolean {
  return proposed === 'undetermined' || proposed === 'notAssessed' || differs(proposed, suggested);
}

/** Where the facts support no grade yet, any grade is another one. */
export function differs(proposed: Grade | null, suggested: Grade | null): boolean {
  return proposed !== null && proposed !== suggested;
}

/** The rung that the ballots alone speak for, 0 the best. */
export function rungByBallots({ valid, rungs }: BallotSum, policy: Policy): number | null {
  if (valid === 0) return null;
  const [first, second, third] = rungs;
  const share = (votes: number) => percent(votes, valid);
  if (atLeast(share(first), policy.bound('evaluation.excellentBallots'))) return 0;
  if (atLeast(share(first + second), policy.bound('evaluation.competentBallots'))) return 1;
  return atLeast(share(first + second + third), policy.bound('evaluation.basicBallots')) ? 2 : 3;
}

/** Without ballots: targets speak for the best rung or the one below, and for nothing worse. */
function rungByTargets(brief: FactsBrief, policy: Policy): 0 | 1 {
  const { reached, counted } = targetShare(brief);
  const bound = policy.bound('evaluation.excellentTargets');
  return counted > 0 && atLeast(percent(reached, counted), bound) ? 0 : 1;
}

/** What isn't there yet, source by source. */
function missingOf(
  { visits, ballots, groups, facts, weights }: SuggestionInput,
  brief: FactsBrief,
  policy: Policy,
): Text[] {
  const missing: Text[] = [];
  const add = (zh: string, en: string) => missing.push({ zh, en });
  const { left, hidden } = groups;
  if (visits && groups.left > 0 && ballots) {
    add(`测评还有${left}组没有录完`, `${left} groups of voters aren’t counted yet`);
  } else if (visits && !ballots && hidden > 0 && left === 0) {
    const least = policy.number('evaluation.ballotsShown');
    add(
      `测评各组有效票都不足${least}张，不计入`,
      `No group has ${least} valid ballots: none counts`,
    );
  } else if (visits && (!ballots || ballots.valid === 0)) {
    add('测评票数还没有录全', 'The ballots aren’t entered yet');
  }
  if (!targetsKnown(brief)) add('目标任务还没有确认的数', 'No target has a confirmed value yet');
  if (facts.attendance.months.length === 0) add('还没有考勤记录', 'No attendance is on record yet');
  if (!visits && weights && weights.visit + weights.ballots > 0) {
    add(
      '权重里的座谈、测评本次不设，不算总分',
      'The weights count visit and ballots, which the round leaves out: no total',
    );
  }
  return missing;
}

function capsOf(
  set: GradeSet,
  { absentDays, leaveDays }: EvaluationFacts['attendance'],
  policy: Policy,
): Suggestion['caps'] {
  const caps: Suggestion['caps'] = [];
  const [, second, third] = ladderOf(set);
  if (
    third &&
    policy.isOn('evaluation.absenceCap') &&
    atLeast(absentDays, policy.bound('evaluation.absenceCapDays'))
  ) {
    caps.push({
      ...{ grade: third, basis: policy.basis('evaluation.absenceCap') },
      words: {
        zh: `旷工${absentDays}天，提示不高于${gradeWords[third].zh}`,
        en: `${absentDays} days of absence: not above ${gradeWords[third].en.toLowerCase()}`,
      },
    });
  }
  if (
    second &&
    policy.isOn('evaluation.leaveCap') &&
    atLeast(leaveDays, policy.bound('evaluation.leaveCapDays'))
  ) {
    caps.push({
      ...{ grade: second, basis: policy.basis('evaluation.leaveCap') },
      words: {
        zh: `请假${leaveDays}天，提示不评优秀`,
        en: `${leaveDays} days of leave: not excellent`,
      },
    });
  }
  return caps;
}
