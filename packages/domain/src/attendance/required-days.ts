import type { Mark } from '@xuanpai/contracts/attendance-marks';
import type { Text } from '@xuanpai/contracts/text';
import { daysBetween } from '../office/plain-date.ts';
import type { Policy } from '../policy/policy.ts';
import type { WorkCalendar } from './calendar.ts';
import { leaveWords } from './leave-days.ts';
import { daysOf, daysWithin } from './month.ts';
import type { PostMonth } from './post-month.ts';
import { roundFraction, roundingWords, written } from './rounding.ts';

interface Required {
  required: number;
  short: number;
  reckoning: Text;
  shortMonth: Text | null;
}

/**
 * M3 and M5 for a district cadre: the days of the whole month, by days in post, less workdays of
 * approved leave, rounded by policy, never below 0. Reckoned in whole numbers, so that no fraction of
 * a fraction rounds a day up.
 */
export function reckonDistrictMonth(
  post: PostMonth,
  leave: Partial<Record<Mark, number>>,
  inVillage: number,
  calendar: WorkCalendar,
  policy: Policy,
): Required {
  const whole = policy.number('attendance.districtDays');
  const rule = policy.choice('attendance.rounding');
  const part = partInPost(post, calendar, policy.choice('attendance.proration'));
  const approved = sum(leave);
  const leaveDays = part.leaveCounts ? approved : 0;
  const worked = daysOf(post.month).filter(calendar.isWorkday).length;
  const workedInPost = daysWithin(daysOf(post.month), post.firstDay, post.lastDay).filter(
    calendar.isWorkday,
  ).length;

  // Leave comes in halves: twice everything is whole.
  const denominator = 2 * part.of;
  const numerator = 2 * whole * part.days - 2 * leaveDays * part.of;
  const reckoned = Math.max(0, roundFraction(numerator, denominator, rule));
  const capped = policy.choice('attendance.shortMonth') === 'cap';
  const left = Math.max(0, workedInPost - approved);
  const required = capped ? Math.min(reckoned, Math.floor(left)) : reckoned;

  return {
    required,
    short: Math.max(0, required - inVillage),
    reckoning: words({ whole, part, leave, leaveDays, rule, reckoned, required, left }),
    shortMonth: shortWords({ whole, worked, workedInPost, approved, capped, reckoned, required }),
  };
}

interface Part {
  days: number;
  of: number;
  leaveCounts: boolean;
  label: Text;
}

function partInPost(post: PostMonth, calendar: WorkCalendar, rule: string): Part {
  if (rule === 'none') return { days: 1, of: 1, leaveCounts: false, label: { zh: '', en: '' } };
  const inPost = daysWithin(daysOf(post.month), post.firstDay, post.lastDay);
  const month = daysOf(post.month);
  if (rule === 'workdays') {
    const of = month.filter(calendar.isWorkday).length;
    const days = inPost.filter(calendar.isWorkday).length;
    // A month without a workday asks nobody for a day.
    return {
      days,
      of: of || 1,
      leaveCounts: true,
      label: { zh: '在任工作日', en: 'workdays in post' },
    };
  }
  const days = daysBetween(post.firstDay, post.lastDay) + 1;
  return {
    days,
    of: month.length,
    leaveCounts: true,
    label: { zh: '在任天数', en: 'days in post' },
  };
}

function sum(days: Partial<Record<Mark, number>>) {
  return Object.values(days).reduce((total, count) => total + count, 0);
}

interface Reckoned {
  whole: number;
  part: Part;
  leave: Partial<Record<Mark, number>>;
  leaveDays: number;
  rule: string;
  reckoned: number;
  required: number;
  left: number;
}

function words({ whole, part, leave, leaveDays, rule, reckoned, required, left }: Reckoned): Text {
  const partial = part.days !== part.of;
  const base = (whole * part.days) / part.of;
  const rest = base - leaveDays;
  const zh: string[] = [
    partial
      ? `${whole}×${part.days}/${part.of}（${part.label.zh}）=${written(base)}`
      : `全月${whole}天`,
  ];
  const en: string[] = [
    partial
      ? `${whole} × ${part.days}/${part.of} ${part.label.en} = ${written(base)}`
      : `${whole} days for the whole month`,
  ];
  if (leaveDays > 0) {
    const said = leaveWords(leave);
    zh.push(`减${said.zh}=${written(rest)}`);
    en.push(`less ${said.en} = ${written(rest)}`);
  }
  if (rest < 0) {
    zh.push('不低于0');
    en.push('never below 0');
  } else if (!Number.isInteger(rest)) {
    zh.push(`${roundingWords[rule]?.zh ?? rule}为${reckoned}天`);
    en.push(`${roundingWords[rule]?.en ?? rule}: ${reckoned}`);
  }
  if (required < reckoned) {
    zh.push(`以工作日${written(left)}天为限`);
    en.push(`capped at ${written(left)} workdays`);
  }
  return { zh: zh.join('，'), en: en.join(', ') };
}

interface ShortMonth {
  whole: number;
  worked: number;
  workedInPost: number;
  approved: number;
  capped: boolean;
  reckoned: number;
  required: number;
}

/**
 * M3: the month's workdays less approved leave are fewer than a whole month asks for, or those in post
 * fewer than are asked for of them; null where there are enough.
 */
function shortWords(month: ShortMonth): Text | null {
  const { whole, worked, workedInPost, approved, capped, reckoned, required } = month;
  const shortMonth = worked - approved < whole;
  if (!shortMonth && workedInPost - approved >= reckoned) return null;
  const [days, least] = shortMonth ? [worked, whole] : [workedInPost, reckoned];
  const less = approved > 0 ? `，减去已批准的请假${written(approved)}天` : '';
  const lessEn = approved > 0 ? `, less ${written(approved)} of approved leave` : '';
  return {
    zh: `${shortMonth ? '当月' : '在任期间'}工作日${days}天${less}，少于${least}天；按政策${capped ? '以工作日为限' : '仍按规定天数'}，应到${required}天。法定节假日不要求在村。`,
    en: `${shortMonth ? 'The month has' : 'The days in post have'} ${days} workdays${lessEn}, fewer than ${least}; by policy ${capped ? 'capped at workdays' : 'kept as written'}: ${required} required. Nobody is asked to work on a public holiday.`,
  };
}
