import type { Leave } from '@xuanpai/contracts/leaves';
import { formatNumber } from '../../lib/format.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';

type Text = Dictionary['leaves'];

type Period = Pick<Leave, 'startsOn' | 'endsOn' | 'startsAtNoon' | 'endsAtNoon' | 'lastDay'>;

/** 2015-07-06 至 07-10, with the halves at either end; as taken, where it ended. */
export function periodWords(leave: Period, text: Text): string {
  const { startsOn, endsOn, startsAtNoon, endsAtNoon, lastDay } = leave;
  const last = lastDay ?? endsOn;
  if (last < startsOn) return text.notTaken(startsOn);
  const from = startsOn + (startsAtNoon ? text.fromNoon : '');
  const untilNoon = endsAtNoon && (lastDay === null || lastDay === endsOn);
  if (last === startsOn) return from + (untilNoon ? text.untilNoon : '');
  const until = last.slice(0, 4) === startsOn.slice(0, 4) ? last.slice(5) : last;
  return text.span(from, until + (untilNoon ? text.untilNoon : ''));
}

/** `3`, `0.5`. */
export function daysWords(days: number): string {
  return formatNumber(days, Number.isInteger(days) ? 0 : 1);
}
