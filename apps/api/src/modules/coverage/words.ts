import type { Text } from '@xuanpai/contracts/text';
import type { WhyMissing } from '@xuanpai/domain/coverage-figures';

/** What a village lacks (D2). */
export const missingWords: Record<WhyMissing, Text> = {
  noTier: {
    zh: '缺选派层级：没有村类型，也没有上年经营性收入',
    en: 'No tier: neither a kind nor last year’s operating income is known',
  },
  noPlace: { zh: '缺岗位：政策参数没有给这一层级设岗', en: 'No place: the policy sets none' },
  noPerson: { zh: '缺人：这一天没有第一书记在任', en: 'No person: no first secretary in post' },
};
