import type { Role } from '@xuanpai/contracts/values';
import { useUser } from '../../../lib/session.ts';

/** Who works with the sheets of the whole district; a leader compares townships instead (M8). */
const handling: readonly Role[] = ['planner', 'office', 'inspector'];

export function useHandles(): boolean {
  return useUser().roles.some(({ role }) => handling.includes(role));
}
