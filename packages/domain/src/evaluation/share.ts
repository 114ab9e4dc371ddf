import type { FactsBrief } from '@xuanpai/contracts/evaluation-facts';

/** Per cent with one decimal, as it is shown and judged. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
}

/** What is striven for and behind isn't counted: it alone lowers nothing. */
export function targetShare({ reached, onCourse, bindingBehind }: FactsBrief) {
  return { reached, counted: reached + onCourse + bindingBehind };
}
