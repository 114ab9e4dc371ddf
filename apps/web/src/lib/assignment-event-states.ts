import type { AssignmentEventKind } from '@xuanpai/contracts/assignment-events';
import type { StateName } from '../ui/state-badge.tsx';

/** Shape and colour of what happens to a post. */
export const assignmentEventStates: Record<AssignmentEventKind, StateName> = {
  appointed: 'confirmed',
  reported: 'arrived',
  membershipTransferred: 'arrived',
  membershipReturned: 'recalled',
  replaced: 'replacing',
  withdrawn: 'recalled',
  exchanged: 'swapped',
  extended: 'extended',
  ended: 'expired',
  filled: 'arrived',
};
