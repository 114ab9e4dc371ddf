import type {
  EvaluationFacts,
  FactMeasure,
  FactsBrief,
  Honour,
} from '@xuanpai/contracts/evaluation-facts';
import type { BallotSum, Ground } from '@xuanpai/contracts/evaluation-people';
import { type GradeSet, gradeWords } from '@xuanpai/contracts/evaluation-words';
import type { Text } from '@xuanpai/contracts/text';
import { atLeast, type Policy } from '../policy/policy.ts';
import { ladderOf } from './grades.ts';
import { percent, targetShare } from './share.ts';

/** E9: what each source says, in words with its basis, and whether it supports a good grade. */

const isKnown = ({ state }: FactMeasure) => state !== 'notReported' && state !== 'notDue';

export function ballotGrounds(ballots: BallotSum | null, set: GradeSet, policy: Policy): Ground[] {
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

export function targetGrounds(measures: readonly FactMeasure[]): Ground[] {
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

export function attendanceGrounds(
  { months, inVillage, shortMonths, absentDays, unconfirmed }: EvaluationFacts['attendance'],
  policy: Policy,
): Ground[] {
  if (months.length === 0) return [];
  const basis = policy.basis('attendance.districtDays');
  const counted = months.filter(({ confirmed }) => confirmed);
  const short = counted.filter((month) => month.short > 0);
  const grounds: Ground[] = [];
  if (counted.length > 0) {
    grounds.push({
      ...{ code: shortMonths > 0 ? 'short' : 'attendance', supports: shortMonths === 0, basis },
      words:
        shortMonths > 0
          ? {
              zh: `在村${inVillage}天，${shortMonths}个月不足：${short.map((one) => `${one.month}差${one.short}天`).join('、')}`,
              en: `${inVillage} days in the village, ${shortMonths} months short: ${short.map((one) => `${one.month} by ${one.short}`).join(', ')}`,
            }
          : {
              zh: `${counted.length}个月在村${inVillage}天，每月都达到要求`,
              en: `${inVillage} days in the village in ${counted.length} months, none short`,
            },
    });
  }
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

export function recordGrounds(
  { appraisals, findings }: Pick<EvaluationFacts, 'appraisals' | 'findings'>,
  honours: readonly Pick<Honour, 'kind' | 'title'>[],
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

/** A round that leaves the visit out says so, and what speaks instead. */
export function withoutVisit(brief: FactsBrief, policy: Policy): Ground[] {
  const { reached, counted } = targetShare(brief);
  const none: Ground = {
    ...{ code: 'noVisit', supports: null, basis: policy.basis('evaluation.steps') },
    words: {
      zh: '本次考核不设到村考核，没有座谈和测评，只看其他事实',
      en: 'The round has no visit, so neither meeting nor ballots: the other facts alone speak',
    },
  };
  if (counted === 0) return [none];
  const share = percent(reached, counted);
  return [
    none,
    {
      code: 'excellentTargets',
      supports: atLeast(share, policy.bound('evaluation.excellentTargets')),
      words: {
        zh: `目标完成${share}%（${reached}/${counted}）`,
        en: `Targets reached ${share}% (${reached}/${counted})`,
      },
      basis: policy.basis('evaluation.excellentTargets'),
    },
  ];
}
