import type { Training } from '@xuanpai/contracts/trainings';
import { formatDay } from '../../lib/format.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';

type Days = Pick<Training, 'startsOn' | 'endsOn'>;

/** 2015-06-08 (周一), or from a day to another. */
export function whenWords({ startsOn, endsOn }: Days, text: Dictionary['trainings']): string {
  if (startsOn === endsOn) return formatDay(startsOn);
  return text.span(formatDay(startsOn), formatDay(endsOn));
}

/** The same for lists. */
export function shortWhen({ startsOn, endsOn }: Days, text: Dictionary['trainings']): string {
  return startsOn === endsOn ? startsOn : text.span(startsOn, endsOn.slice(5));
}
