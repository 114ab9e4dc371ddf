import type { Plan } from '@xuanpai/contracts/plans';
import type { PlanSummary } from '../plan-columns.tsx';

/**
 * What a plan is compared with unless somebody says: what it was copied from, else its latest copy, else
 * the latest plan of the batch. Nothing that was laid aside.
 */
export function otherOf(
  { id, basedOnId }: Pick<Plan, 'id' | 'basedOnId'>,
  others: readonly PlanSummary[],
): PlanSummary | null {
  const open = others.filter((one) => one.id !== id && one.status !== 'dropped');
  return (
    open.find((one) => one.id === basedOnId) ??
    open.filter((one) => one.basedOnId === id).at(-1) ??
    open.at(-1) ??
    null
  );
}
