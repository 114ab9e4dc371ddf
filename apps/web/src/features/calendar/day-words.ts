import { formatDay } from '../../lib/format.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { YearDay } from './year-days.ts';

type Text = Dictionary['calendar'];

/** 放假（端午）, 调休上班（端午）, 周末, 工作日. */
export function kindWords({ kind, name }: Pick<YearDay, 'kind' | 'name'>, text: Text): string {
  const word = text.kinds[kind];
  return name === null ? word : text.named(word, name);
}

/** 2016-06-09 (周四) 放假（端午），会议：推进会. */
export function dayWords(day: YearDay, text: Text): string {
  const called = day.occasions.map(({ title }) => text.calledTo(title));
  return [`${formatDay(day.day)} ${kindWords(day, text)}`, ...called].join(text.comma);
}
