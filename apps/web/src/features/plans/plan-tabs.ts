import type { Plan } from '@xuanpai/contracts/plans';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import type { PageTab } from '../../ui/page-tabs.tsx';

/** The parts of a plan: its board under its name, and its issue. */
export function planTabs(plan: Pick<Plan, 'id' | 'name'>, text: Dictionary['plans']): PageTab[] {
  return [
    { label: plan.name, to: linkTo.plan(plan.id), exact: true },
    { label: text.publication, to: linkTo.planPublication(plan.id) },
  ];
}
