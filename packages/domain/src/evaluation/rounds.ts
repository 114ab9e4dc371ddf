import type { EvaluationKind, EvaluationStanding } from '@xuanpai/contracts/evaluation-words';
import { type EvaluationStep, evaluationSteps } from '@xuanpai/contracts/evaluation-words';
import type { ScoreWeights } from '@xuanpai/contracts/evaluations';
import type { Text } from '@xuanpai/contracts/text';
import type { PlainDate, Tier } from '@xuanpai/contracts/values';
import { commonDays } from '../attendance/month.ts';
import { daysBetween } from '../office/plain-date.ts';
import type { Policy } from '../policy/policy.ts';
import type { RuleFault } from '../rule-fault.ts';

/** Days that belong to it, the first and the last one included. */
export interface Span {
  startsOn: PlainDate;
  endsOn: PlainDate;
}

/**
 * The days that a round evaluates, and its date, unless they are said: a calendar year as far as it lies
 * in the batch, or the whole batch. Null where the year lies outside.
 */
export function usualRound(
  { kind, year }: { kind: EvaluationKind; year: number },
  batch: Span,
): (Span & { date: PlainDate; name: string }) | null {
  if (kind === 'term') {
    const { startsOn, endsOn } = batch;
    return { startsOn, endsOn, date: endsOn, name: '期满考核' };
  }
  const first = `${year}-01-01` as PlainDate;
  const last = `${year}-12-31` as PlainDate;
  const common = commonDays(first, last, batch.startsOn, batch.endsOn);
  if (!common) return null;
  const { firstDay: startsOn, lastDay: endsOn } = common;
  return { startsOn, endsOn, date: endsOn, name: `${year}年度考核` };
}

/** What is wrong with the days of a round: in the batch, an annual one in its year and not its last part. */
export function roundFaults(
  {
    kind,
    year,
    startsOn,
    endsOn,
    date,
  }: Span & { kind: EvaluationKind; year: number; date: PlainDate },
  batch: Span,
  policy: Policy,
): RuleFault[] {
  const faults: RuleFault[] = [];
  const form = { basis: null, remedy: null };
  if (startsOn > endsOn) {
    const message = { zh: '起止日期前后颠倒。', en: 'The first day is after the last one.' };
    faults.push({ path: 'endsOn', code: 'order', message, ...form });
  }
  if (date < startsOn) {
    const message = { zh: '考核基准日早于考核期。', en: 'The round’s date is before its days.' };
    faults.push({ path: 'date', code: 'order', message, ...form });
  }
  if (startsOn < batch.startsOn || endsOn > batch.endsOn) {
    const message = { zh: '考核期超出本批次任期。', en: 'The days reach beyond the batch.' };
    faults.push({ path: 'startsOn', code: 'outsideBatch', message, ...form });
  }
  if (kind === 'annual' && !(inYear(startsOn, year) && inYear(endsOn, year))) {
    const message = { zh: `年度考核只考核${year}年。`, en: `An annual round is about ${year}.` };
    faults.push({ path: 'startsOn', code: 'outsideYear', message, ...form });
  }
  if (kind === 'annual' && isLastPart(year, batch) && policy.isOn('benefit.lastPartInTerm')) {
    faults.push({
      path: 'year',
      code: 'inTerm',
      message: {
        zh: `${year}年不满一年，并入期满考核。`,
        en: `The last part, of ${year}, belongs to the end-of-term evaluation.`,
      },
      basis: policy.basis('benefit.lastPartInTerm'),
      remedy: { zh: '请建立期满考核。', en: 'Make the end-of-term evaluation.' },
    });
  }
  return faults;
}

const inYear = (day: PlainDate, year: number) => day.startsWith(`${year}-`);

/** The year in which the batch ends before the year does, and which isn't its first. */
function isLastPart(year: number, { startsOn, endsOn }: Span): boolean {
  return inYear(endsOn, year) && endsOn < `${year}-12-31` && !inYear(startsOn, year);
}

/** E6: the steps that a policy has, in their order. */
export function stepsOf(policy: Policy): EvaluationStep[] {
  const table = policy.table<Partial<Record<EvaluationStep, boolean>>>('evaluation.steps');
  return evaluationSteps.filter((step) => table[step] === true);
}

/** E9: the weights where the batch adopted them. */
export function weightsOf(policy: Policy): ScoreWeights | null {
  return policy.isOn('evaluation.weightedScore')
    ? policy.table<ScoreWeights>('evaluation.weights')
    : null;
}

/** Calendar days in post in a span. Posts don't overlap: nobody holds two at a time. */
export function daysInPost(
  posts: readonly { startsOn: PlainDate; endsOn: PlainDate | null }[],
  { startsOn, endsOn }: Span,
): number {
  return posts.reduce((sum, post) => {
    const common = commonDays(startsOn, endsOn, post.startsOn, post.endsOn);
    return common ? sum + daysBetween(common.firstDay, common.lastDay) + 1 : sum;
  }, 0);
}

/** E1: an annual round evaluates district cadres, one at the end of the term both tiers. */
export function takesPart(kind: EvaluationKind, tier: Tier): boolean {
  return tier === 'district' || (tier === 'township' && kind === 'term');
}

/** E3: too few days in post leave it to the sending unit. The ground stands with the person. */
export function standingOf(
  days: number,
  policy: Policy,
): { standing: EvaluationStanding; ground: Text | null } {
  const least = policy.number('evaluation.leastDays');
  if (days >= least) return { standing: 'evaluated', ground: null };
  return {
    standing: 'byUnit',
    ground: {
      zh: `任职${days}天，不足${least}天，由派出单位考核`,
      en: `${days} days in post, under ${least}: assessed by the sending unit`,
    },
  };
}

/** E4: an annual 优秀 doesn't count in the sending unit's quota; of the end of the term the notice says none. */
export function isOutsideQuota({ kind }: { kind: EvaluationKind }, policy: Policy): boolean {
  return kind === 'annual' && policy.isOn('evaluation.excellentOutsideQuota');
}
