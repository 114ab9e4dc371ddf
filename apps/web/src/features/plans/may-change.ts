import type { Plan } from '@xuanpai/contracts/plans';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { confirm } from '../../ui/confirm.tsx';

/** A change voids approval and confirmation, which no undoing brings back: so it is asked before. */
export async function mayChange(
  { status, name }: Pick<Plan, 'status' | 'name'>,
  text: Dictionary['plans'],
): Promise<boolean> {
  if (status !== 'approved' && status !== 'confirmed') return true;
  return confirm({
    title: text.voidTitle(name),
    body: status === 'approved' ? text.voidApproval : text.voidConfirmation,
    act: text.voidAct,
    cancel: text.voidNot,
  });
}
