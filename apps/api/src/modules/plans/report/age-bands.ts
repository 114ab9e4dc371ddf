import type { Bound } from '@xuanpai/domain/policy/policy';

/** Full years with both ends; null is open. */
export interface AgeBand {
  from: number | null;
  to: number | null;
}

/** How wide a band is. The last bound is the policy's, so that who is over it stands apart. */
const bandYears = 5;

/** Four bands that end at the policy's age limit: ≤ 30, 31–35, 36–40, over 40. */
export function ageBands({ value, inclusive }: Bound): AgeBand[] {
  const limit = inclusive ? value : value - 1;
  const [first, second] = [limit - 2 * bandYears, limit - bandYears];
  return [
    { from: null, to: first },
    { from: first + 1, to: second },
    { from: second + 1, to: limit },
    { from: limit + 1, to: null },
  ];
}

export function isIn({ from, to }: AgeBand, age: number): boolean {
  return (from === null || age >= from) && (to === null || age <= to);
}

/** 30岁以下含 as `≤30`, `31–35`, `≥41`. */
export function bandWords({ from, to }: AgeBand): string {
  if (from === null) return `≤${to}`;
  return to === null ? `≥${from}` : `${from}–${to}`;
}
