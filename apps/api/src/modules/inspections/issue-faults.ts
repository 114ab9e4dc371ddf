import type { Basis } from '@xuanpai/contracts/problems';
import type { Fault } from '../../lib/api-error.ts';

export const byReading: Basis = { kind: 'reading', source: '按本办理解' };

/** A day that lies before the inspection. */
export function tooEarly(path: string): Fault {
  return {
    ...{ path, code: 'beforeInspection' },
    message: { zh: '日期早于督查当天。', en: 'The day lies before the inspection.' },
  };
}
