import type {
  EvaluationFacts,
  FactMeasure,
  FactsBrief,
  Honour,
} from '@xuanpai/contracts/evaluation-facts';
import type { BallotSum, Ground, Suggestion } from '@xuanpai/contracts/evaluation-people';
import { type Grade, type GradeSet, gradeWords } from '@xuanpai/contracts/evaluation-words';
import type { ScoreWeights } from '@xuanpai/contracts/evaluations';
import type { Text } from '@xuanpai/contracts/text';
import { atLeast, type Policy } from '../policy/policy.ts';
import { briefOf, targetsKnown } from './brief.ts';
import { ladderOf } from './grades.ts';
import { scoreOf } from './score.ts';

/** What a suggestion follows from. Ballots are those of groups with enough valid ones. */
export interface SuggestionInput {
  set: GradeSet;
  ballots: BallotSum | null;
  facts: Pick<EvaluationFacts, 'measures' | 'appraisals' | 'attendance' | 'findings'>;
  honours: readonly Pick<Honour, 'kind' | 'title'>[];
  /** Null: no weights adopted, no score. */
  weights: ScoreWeights | null;
  visitPoints: number | null;
}

/**
 * E9: the facts in words, and which grade they support; a person decides. The grade follows the ballots;
 * the best one also asks for no binding target behind, no month short, no absence and no disciplinary
 * matter. What is only striven for (力争) never lowers it.
 */
export function suggestionOf(input: SuggestionInput, policy: Policy): Suggestion {
  const { set, ballots, facts, honours, weights, visitPoints } = input;
  const brief = briefOf(facts);
  return {
    grade: gradeOfFacts({ set, ballots, brief, honours }, policy),
    missing: missingOf(ballots, brief),
    grounds: [
      ...ballotGrounds(ballots, set, policy),
      ...targetGrounds(facts.measures),
      ...attendanceGrounds(facts.attendance, policy),
      ...recordGrounds(facts, honours),
    ],
    score: weights && scoreOf({ ballots, brief, visitPoints }, weights, policy),
    caps: capsOf(set, facts.attendance, policy),
  };
}

/** The grade of a suggestion by the sums of the facts alone; null while something is missing. */
export function gradeOfFacts(
  {
    set,
    ballots,
    brief,
    honours,
  }: Pick<SuggestionInput, 'set' | 'ballots'> & {
    brief: FactsBrief;
    honours: readonly Pick<Honour, 'kind'>[];
  },
  policy: Policy,
): Grade | null {
  const rung = ballots ? rungByBallots(ballots, policy) : null;
  if (rung === null || !targetsKnown(brief)) return null;
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

/** Per cent with one decimal, as it is shown and judged. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
}

function missingOf(ballots: BallotSum | null, brief: FactsBrief): Text[] {
  const missing: Text[] = [];
  if (!ballots || ballots.valid === 0) {
    missing.push({ zh: '测评票数还没有录全', en: 'The ballots aren’t entered yet' });
  }
  if (!targetsKnown(brief)) {
    missing.push({ zh: '目标任务还没有确认的数', en: 'No target has a confirmed value yet' });
  }
  return missing;
}

const isKnown = ({ state }: FactMeasure) => state !== 'notReported' && state !== 'notDue';

function ballotGrounds(ballots: BallotSum | null, set: GradeSet, policy: Policy): Ground[] {
  if (!ballots || ballots.valid === 0) return [];
  const { valid, rungs } = ballots;
  const [best, second] = ladderOf(set).map((grade) => gradeWords[grade]);
  const upper = rungs[0] + rungs[1];
  const line = (
    code: 'excellentBallots' | 'competentBallots',
    votes: number,
    name: Text,
  ): Ground => ({
    ...{ code, supports: atLeast(percent(votes, valid), policy.bound(`evaluation.${code}`)) },
    words: {
      zh: `测评${name.zh}${percent(votes, valid)}%（${votes}/${valid}）`,
      en: `Ballots ${name.en} ${percent(votes, valid)}% (${votes}/${valid})`,
    },
    basis: policy.basis(`evaluation.${code}`),
  });
  return [
    line('excellentBallots', rungs[0], { zh: best?.zh ?? '', en: (best?.en ?? '').toLowerCase() }),
    line('competentBallots', upper, {
      zh: `${second?.zh ?? ''}以上`,
      en: `${(second?.en ?? '').toLowerCase()} or better`,
    }),
  ];
}

const targetsBasis: Ground['basis'] = { kind: 'notice', source: '三' };

function targetGrounds(measures: readonly FactMeasure[]): Ground[] {
  const known = measures.filter(isKnown);
  if (known.length === 0) return [];
  const behind = known.filter(({ state }) => state === 'behind');
  const binding = behind.filter((measure) => measure.binding);
  const striven = behind.filter((measure) => !measure.binding);
  const reached = known.filter(({ state }) => state === 'reached').length;
  const names = (list: readonly FactMeasure[]) => list.map(({ name }) => name).join('、');
  const grounds: Ground[] = [
    {
      code: binding.length > 0 ? 'bindingBehind' : 'targets',
      supports: binding.length === 0,
      words:
        binding.length > 0
          ? { zh: `目标滞后：${names(binding)}`, en: `Behind: ${names(binding)}` }
          : {
              zh: `${behind.length === 0 ? '目标无滞后' : '必须完成的目标无滞后'}，已完成${reached}项`,
              en: `${behind.length === 0 ? 'No target' : 'No binding target'} behind, ${reached} reached`,
            },
      basis: binding[0]?.basis ?? targetsBasis,
    },
  ];
  if (striven.length > 0) {
    grounds.push({
      ...{ code: 'strivenBehind', supports: null, basis: striven[0]?.basis ?? targetsBasis },
      words: {
        zh: `力争目标未达到：${names(striven)}，不单独影响等次`,
        en: `Striven for and not reached: ${names(striven)}; alone it lowers no grade`,
      },
    });
  }
  return grounds;
}

function attendanceGrounds(
  { months, inVillage, shortMonths, absentDays, unconfirmed }: EvaluationFacts['attendance'],
  policy: Policy,
): Ground[] {
  if (months.length === 0) return [];
  const basis = policy.basis('attendance.districtDays');
  const short = months.filter((month) => month.short > 0);
  const grounds: Ground[] = [
    {
      ...{ code: shortMonths > 0 ? 'short' : 'attendance', supports: shortMonths === 0, basis },
      words:
        shortMonths > 0
          ? {
              zh: `在村${inVillage}天，${shortMonths}个月不足：${short.map((one) => `${one.month}差${one.short}天`).join('、')}`,
              en: `${inVillage} days in the village, ${shortMonths} months short: ${short.map((one) => `${one.month} by ${one.short}`).join(', ')}`,
            }
          : {
              zh: `${months.length}个月在村${inVillage}天，每月都达到要求`,
              en: `${inVillage} days in the village in ${months.length} months, none short`,
            },
    },
  ];
  if (absentDays > 0) {
    grounds.push({
      ...{ code: 'absent', supports: false, basis },
      words: { zh: `认定旷工${absentDays}天`, en: `${absentDays} days of confirmed absence` },
    });
  }
  if (unconfirmed > 0) {
    grounds.push({
      ...{ code: 'unconfirmed', supports: null, basis },
      words: {
        zh: `${unconfirmed}个月考勤区里还没有确认`,
        en: `${unconfirmed} months aren’t confirmed by the district`,
      },
    });
  }
  return grounds;
}

const recordBasis: Ground['basis'] = { kind: 'notice', source: '四（三）' };

function recordGrounds(
  { appraisals, findings }: Pick<EvaluationFacts, 'appraisals' | 'findings'>,
  honours: SuggestionInput['honours'],
): Ground[] {
  const titles = (kind: Honour['kind']) =>
    honours.filter((one) => one.kind === kind).map(({ title }) => title);
  const grounds: Ground[] = [];
  const add = (code: string, supports: boolean | null, words: Text) =>
    grounds.push({ code, supports, words, basis: recordBasis });
  const matters = titles('discipline');
  if (matters.length > 0) {
    add('discipline', false, {
      zh: `有处分处理：${matters.join('、')}`,
      en: `Disciplinary matter: ${matters.join(', ')}`,
    });
  }
  const praised = titles('commendation');
  if (praised.length > 0) {
    add('commendation', true, {
      zh: `受表彰奖励：${praised.join('、')}`,
      en: `Commended: ${praised.join(', ')}`,
    });
  }
  if (appraisals.length === 0) {
    add('notAppraised', null, {
      zh: '镇街党委还没有签署实绩意见',
      en: 'The township hasn’t signed an appraisal yet',
    });
  }
  const late = findings.filter(({ overdue }) => overdue).length;
  if (late > 0) {
    add('findingsOverdue', null, {
      zh: `督查问题${late}项逾期未整改`,
      en: `${late} findings are overdue`,
    });
  }
  return grounds;
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
