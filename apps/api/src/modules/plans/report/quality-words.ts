import type { planSummarySchema } from '@xuanpai/contracts/plans';
import type { Text } from '@xuanpai/contracts/text';
import type { z } from 'zod';

type Facts = Pick<
  z.infer<typeof planSummarySchema>,
  'score' | 'bound' | 'optimal' | 'status' | 'documentNumber' | 'weightChanges'
>;

const tenths = new Intl.NumberFormat('zh-CN', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** `20,476.8`, with a true minus. */
function points(value: number): string {
  return tenths.format(value).replace('-', '−');
}

/** How good a plan is, what was proven, and whether it was accepted so. */
export function qualityWords(facts: Facts): Text {
  const { score } = facts;
  if (score === null) return { zh: '方案还没有排人。', en: 'Nobody is placed yet.' };
  const proven = provenWords(score, facts);
  const accepted = acceptedWords(facts);
  return {
    zh: `总分${points(score)}，${proven.zh}${accepted.zh}`,
    en: `${points(score)} points, ${proven.en}${accepted.en}`,
  };
}

function provenWords(score: number, { bound, optimal }: Facts): Text {
  if (optimal) return { zh: '已证明没有更好的方案。', en: 'proven: no plan is better.' };
  if (bound === null || score <= 0) {
    return { zh: '与最优相差多少尚未证明。', en: 'how far from the best is not proven.' };
  }
  const gap = (100 * Math.max(0, bound - score)) / score;
  const percent = Math.max(gap, 0.01).toFixed(2);
  return {
    zh: `上限${points(bound)}，最多还可提高${percent}%。`,
    en: `bound ${points(bound)}: at most ${percent}% better.`,
  };
}

/** That it was issued or approved so; or that its points are none of the policy's. */
function acceptedWords({ status, documentNumber, weightChanges }: Facts): Text {
  if (weightChanges !== null) {
    return {
      zh: '按试算的权重计算，不是批次政策的权重。',
      en: ' Counted by weights on trial, not by the policy’s.',
    };
  }
  if (status === 'issued') {
    return { zh: `已按此印发（${documentNumber}）。`, en: ` Issued so (${documentNumber}).` };
  }
  if (status === 'approved' || status === 'confirmed') {
    return { zh: '已按此审定。', en: ' Approved so.' };
  }
  return { zh: '', en: '' };
}
