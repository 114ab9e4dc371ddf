import type { Text } from '@xuanpai/contracts/text';
import type { Fault } from '../../../lib/api-error.ts';
import { faultOf } from '../read/findings.ts';
import { hindrances, judgePlan } from '../read/judge-plan.ts';
import type { OpenPlan } from '../read/open-plan.ts';

const remedies: Partial<Record<string, Text>> = {
  firstSecretaryMissing: {
    zh: '请为这个岗位安排人选。',
    en: 'Place somebody here.',
  },
  deputyMissing: {
    zh: '请安排人选，或写明空缺理由。',
    en: 'Place somebody here, or say why the place stays empty.',
  },
  notEligible: {
    zh: '请查档更正或更换人选，再重新安排。',
    en: 'Correct from the file or name somebody else, then place again.',
  },
  ownWeights: {
    zh: '请在“权重”页采用这套权重，或改回政策的权重。',
    en: 'Adopt these weights on the page “Weights”, or go back to those of the policy.',
  },
  placesOutdated: { zh: '请重新测算。', en: 'Solve again.' },
  villageWithoutTier: {
    zh: '请在批次的村里明确选派层级。',
    en: 'Settle the village’s tier in the batch.',
  },
};

/** D1 to D7, judged now: everything that stands against approving or issuing a plan, all at once. */
export function hindranceFaults(open: OpenPlan): Fault[] {
  return hindrances(open, judgePlan(open)).map((finding) =>
    faultOf(finding, remedies[finding.code] ?? null),
  );
}
