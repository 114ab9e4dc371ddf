import type { Known, PlainDate } from '@xuanpai/contracts/values';
import type { Deps } from '../../lib/deps.ts';
import { dayNote } from '../../lib/known.ts';

/** When a workbook of help was made, and of which day it tells, as the page says it. */
export function sheetNote(
  deps: Deps,
  { on = deps.today(), known }: { on?: PlainDate; known?: Known },
): string {
  const today = deps.today();
  return `制表日期：${today}    ${dayNote({ on, today, known }, '已登记、已确认')}`;
}
