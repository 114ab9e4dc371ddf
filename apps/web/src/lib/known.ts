import type { Known } from '@xuanpai/contracts/values';
import { useUrlValue } from './url-state.ts';

/** Whether a day that is over is shown as it was known then, or as it is known by now. */
export function useKnown(): Known {
  return useUrlValue('known')[0] === 'now' ? 'now' : 'thatDay';
}
