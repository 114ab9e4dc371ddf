import type { Plan } from '@xuanpai/contracts/plans';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import type { PageTab } from '../../ui/page-tabs.tsx';

/**
 * The parts of a plan: its board under its name, what it changes and its report, which leaders read; how
 * it is made; what others say of it; its issue.
 */
export function planTabs(
  plan: Pick<Plan, 'id' | 'name' | 'replansOn'>,
  text: Dictionary['plans'],
): PageTab[] {
  return [
    { label: plan.name, to: linkTo.plan(plan.id), exact: true },
    ...(plan.replansOn ? [{ label: text.changes, to: linkTo.planChanges(plan.id) }] : []),
    { label: text.report, to: linkTo.planReport(plan.id) },
    { label: text.comparison, to: linkTo.planComparison(plan.id) },
    { label: text.wishes, to: linkTo.planWishes(plan.id) },
    { label: text.weights, to: linkTo.planWeights(plan.id) },
    { label: text.consultation, to: linkTo.planConsultation(plan.id) },
    { label: text.publication, to: linkTo.planPublication(plan.id) },
  ];
}
