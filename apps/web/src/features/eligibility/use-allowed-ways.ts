import type { WayOut } from '@xuanpai/domain/ways-out';
import { useCan } from '../../lib/can.tsx';

/** Which of the ways out the person's roles allow; whether for a given nominee, the server says. */
export function useAllowedWays(): Record<WayOut, boolean> {
  return {
    correct: useCan('cadres.write'),
    replace: useCan('nominations.replace'),
    accept: useCan('nominations.accept'),
    confirm: useCan('nominations.confirmMembership'),
  };
}
