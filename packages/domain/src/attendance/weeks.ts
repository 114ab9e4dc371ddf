import type { SheetWeek } from '@xuanpai/contracts/attendance';
import type { Cell } from '@xuanpai/contracts/attendance-marks';
import type { Text } from '@xuanpai/contracts/text';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Policy } from '../policy/policy.ts';
import type { WorkCalendar } from './calendar.ts';
import { daysWithin, type Week, weekLeftOpen, weeksOf } from './month.ts';
import { approvedDays, cellOn, countedIn, type PostMonth } from './post-month.ts';
import { roundFraction, roundingWords, written } from './rounding.ts';

interface Weeks {
  required: number;
  short: number;
  reckoning: Text;
  weeks: SheetWeek[];
}

/**
 * M4 for a township cadre: each week of Monday to Sunday in the month of its Sunday, with the days of
 * the month before. What it asks shrinks with holidays, approved leave and days out of post. A post
 * that ends before that Sunday's month begins has its last days reckoned where it ends.
 */
export function reckonWeeks(post: PostMonth, calendar: WorkCalendar, policy: Policy): Weeks {
  const last = weekLeftOpen(post.month);
  const endsHere = last && post.inPostTo === post.lastDay && post.lastDay >= last.monday;
  const weeks = [...weeksOf(post.month), ...(endsHere ? [last] : [])].flatMap((week) => {
    const inPost = daysWithin(week.days, post.inPostFrom, post.lastDay);
    return inPost.length > 0 ? [reckonWeek(post, week, inPost, calendar, policy)] : [];
  });
  const total = (of: 'required' | 'short') => weeks.reduce((sum, week) => sum + week[of], 0);
  const least = policy.number('attendance.townshipDaysLeast');
  const most = policy.number('attendance.townshipDaysMost');
  return {
    required: total('required'),
    short: total('short'),
    weeks,
    reckoning: {
      zh: `每周${least}至${most}天，本月结算的共${weeks.length}周：${weeks.map(({ words }) => words.zh).join('；')}`,
      en: `${least} to ${most} days a week, ${weeks.length} ${weeks.length === 1 ? 'week' : 'weeks'} reckoned in this month: ${weeks.map(({ words }) => words.en).join('; ')}`,
    },
  };
}

function reckonWeek(
  post: PostMonth,
  { monday, sunday }: Week,
  inPost: readonly PlainDate[],
  calendar: WorkCalendar,
  policy: Policy,
): SheetWeek {
  const least = policy.number('attendance.townshipDaysLeast');
  const full = Math.max(1, policy.number('attendance.weekWorkdays'));
  const rule = policy.choice('attendance.rounding');
  const days = new Map<PlainDate, Cell>();
  for (const day of inPost) {
    const cell = cellOn(post, day, calendar);
    if (cell !== null) days.set(day, cell);
  }
  const leave = Object.values(approvedDays(post, days, calendar)).reduce((a, b) => a + b, 0);
  const left = inPost.filter(calendar.isWorkday).length - leave;
  const reckoned = Math.max(0, roundFraction(2 * least * left, 2 * full, rule));
  const required = Math.min(least, reckoned);
  const inVillage = countedIn(days.values(), policy);
  const partial = left < full;
  const raw = (least * left) / full;
  const span = `${short(monday)}–${short(sunday)}`;
  return {
    monday,
    sunday,
    inVillage,
    required,
    short: Math.max(0, required - inVillage),
    words: partial
      ? {
          zh: `${span} ${least}×${written(left)}/${full}（工作日）=${written(raw)}${Number.isInteger(raw) ? '' : `，${roundingWords[rule]?.zh ?? rule}为${required}`}天`,
          en: `${span} ${least} × ${written(left)}/${full} workdays = ${written(raw)}${Number.isInteger(raw) ? '' : `, ${roundingWords[rule]?.en ?? rule}: ${required}`}`,
        }
      : { zh: `${span} ${required}天`, en: `${span} ${required}` },
  };
}

/** "5/30". */
function short(day: PlainDate) {
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
}
