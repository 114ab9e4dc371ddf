import type { FeedbackRecipient } from '@xuanpai/contracts/evaluation-step-words';
import type { ManagementAuthority } from '@xuanpai/contracts/values';

/**
 * E5, 四（三）: a grade is fed back by management authority: 区管 to the organisation department and the
 * unit, 单位管 to the unit, 上级垂管 to the unit and its superior. Unknown: as 单位管.
 */
export function recipientsOf(authority: ManagementAuthority | null): FeedbackRecipient[] {
  if (authority === 'district') return ['unit', 'organisation'];
  return authority === 'superior' ? ['unit', 'superior'] : ['unit'];
}
