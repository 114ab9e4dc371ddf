import type { Json } from '@xuanpai/contracts/values';
import { isPolicyKey, templateOf } from '@xuanpai/domain/policy/template';
import type { Finding } from './findings.ts';
import { listed } from './names.ts';
import type { OpenPlan } from './open-plan.ts';

/** What is decided on is reckoned by the batch's policy: weights of a plan's own stand against it. */
export function weightFindings({
  dossier,
  weightChanges,
}: Pick<OpenPlan, 'dossier' | 'weightChanges'>): Finding[] {
  const keys = Object.keys(weightChanges).filter(isPolicyKey);
  const [first] = keys;
  if (!first) return [];
  const { policy } = dossier;
  const words = (language: 'zh' | 'en') =>
    listed(
      keys.map((key) => {
        const label = templateOf(key).label[language];
        return `${label}${changeOf(policy.setting(key).value, weightChanges[key] ?? null)}`;
      }),
    )[language];
  return [
    {
      code: 'ownWeights',
      weight: 'blocks',
      villageId: null,
      placeId: null,
      cadreId: null,
      unitId: null,
      message: {
        zh: `方案按试算的权重计算，与政策不同：${words('zh')}。`,
        en: `The plan is reckoned with weights on trial, not with those of the policy: ${words('en')}.`,
      },
      basis: policy.basis(first),
    },
  ];
}

/** “ 60→100”; of a table nothing but its name. */
function changeOf(before: Json, after: Json): string {
  return typeof before === 'number' && typeof after === 'number' ? ` ${before}→${after}` : '';
}
