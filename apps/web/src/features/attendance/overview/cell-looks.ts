import { type Half, leaveKinds } from '@xuanpai/contracts/attendance-marks';

/** How half a day is coloured; the sign says the rest. */
export const looks = [
  'village',
  'counted',
  'office',
  'homeUnit',
  'leave',
  'missing',
  'rest',
  'open',
  'outside',
] as const;
export type Look = (typeof looks)[number];

const leave: ReadonlySet<Half> = new Set(leaveKinds);

export function lookOfHalf(half: Half): Look {
  switch (half) {
    case 'village':
    case 'office':
    case 'homeUnit':
    case 'rest':
      return half;
    case 'errand':
    case 'training':
      return 'counted';
    case 'unaccounted':
    case 'absent':
      return 'missing';
    default:
      return leave.has(half) ? 'leave' : 'open';
  }
}
