import { leaveKinds } from '@xuanpai/contracts/attendance-marks';
import type { SpecialDay } from './calendar.ts';
import type { PostMonth } from './post-month.ts';

/**
 * For tests only: M3 to M5 counted day by day as one would on paper, in halves and with fractions of
 * whole numbers. It shares nothing with the rules but the shapes: not even how days are stepped through.
 */

export interface Values {
  districtDays: number;
  townshipDaysLeast: number;
  weekWorkdays: number;
  rounding: string;
  proration: string;
  shortMonth: string;
  errandCounts: boolean;
  trainingCounts: boolean;
}

const dayLength = 86_400_000;
const instantOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayAt = (instant: number) => new Date(instant).toISOString().slice(0, 10);
const nextDay = (day: string, days = 1) => dayAt(instantOf(day) + days * dayLength);

export function sundayOf(day: string): string {
  let sunday = day;
  while (new Date(instantOf(sunday)).getUTCDay() !== 0) sunday = nextDay(sunday);
  return sunday;
}

export function plainDays(month: string): string[] {
  const days: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = nextDay(day)) days.push(day);
  return days;
}

/** What a day was, in halves. */
interface PlainDay {
  worked: boolean;
  counted: number;
  leave: number;
  said: boolean;
}

export function plainDay(
  { cells, leaves }: PostMonth,
  special: readonly SpecialDay[],
  values: Values,
  day: string,
): PlainDay {
  const named = special.find((one) => one.day === day);
  const weekday = new Date(instantOf(day)).getUTCDay();
  const worked = named ? named.kind === 'makeUp' : weekday !== 0 && weekday !== 6;
  const typed = [...cells].find(([on]) => on === day)?.[1];
  const [morning = '', afternoon = morning] = typed?.split('/') ?? [];
  const found = { worked, counted: 0, leave: 0, said: typed !== undefined || !worked };
  for (const [at, half] of [morning, afternoon].entries()) {
    const counts =
      half === 'village' ||
      (half === 'errand' && values.errandCounts) ||
      (half === 'training' && values.trainingCounts);
    if (counts) found.counted += 1;
    const approved = leaves.some(
      ({ startsOn, endsOn, startsAtNoon, endsAtNoon }) =>
        startsOn <= day &&
        day <= endsOn &&
        !(startsOn === day && startsAtNoon && at === 0) &&
        !(endsOn === day && endsAtNoon && at === 1),
    );
    const open = half === '' || half === 'none' || leaveKinds.some((kind) => kind === half);
    if (worked && approved && open) found.leave += 1;
  }
  return found;
}

/** The whole number that a fraction is rounded to, found by trying them from 0 on; never below 0. */
export function roundedPlainly(numerator: number, denominator: number, rule: string): number {
  const below = (whole: number) => whole * denominator <= numerator;
  let whole = 0;
  while (below(whole + 1)) whole += 1;
  const rest = numerator - whole * denominator;
  if (rest <= 0 || rule === 'down') return whole;
  return rule === 'up' || 2 * rest >= denominator ? whole + 1 : whole;
}

export interface PlainCount {
  inVillage: number;
  required: number;
  short: number;
}

export function countDistrictMonth(
  post: PostMonth,
  special: readonly SpecialDay[],
  values: Values,
): PlainCount {
  const total = { days: 0, workdays: 0 };
  const held = { days: 0, workdays: 0, counted: 0, leave: 0 };
  for (const day of plainDays(post.month)) {
    const { worked, counted, leave } = plainDay(post, special, values, day);
    total.days += 1;
    if (worked) total.workdays += 1;
    if (day < post.firstDay || day > post.lastDay) continue;
    held.days += 1;
    if (worked) held.workdays += 1;
    held.counted += counted;
    held.leave += leave;
  }
  let required = values.districtDays;
  if (values.proration !== 'none') {
    const [part, of] =
      values.proration === 'workdays'
        ? [held.workdays, total.workdays || 1]
        : [held.days, total.days];
    required = roundedPlainly(
      2 * values.districtDays * part - held.leave * of,
      2 * of,
      values.rounding,
    );
  }
  if (values.shortMonth === 'cap') {
    while (required > 0 && 2 * required > 2 * held.workdays - held.leave) required -= 1;
  }
  const inVillage = held.counted / 2;
  return { inVillage, required, short: Math.max(0, required - inVillage) };
}

export interface PlainWeek extends PlainCount {
  sunday: string;
}

export function countWeeks(
  post: PostMonth,
  special: readonly SpecialDay[],
  values: Values,
): PlainWeek[] {
  const found = new Map<string, { counted: number; left: number }>();
  // A week of days before the month, for those of its first week.
  for (let day = nextDay(`${post.month}-01`, -6); day <= post.lastDay; day = nextDay(day)) {
    if (day < post.inPostFrom) continue;
    const sunday = sundayOf(day);
    const here = sunday.startsWith(post.month) || (sunday > day && post.inPostTo === post.lastDay);
    if (!here || sunday < `${post.month}-01`) continue;
    const { worked, counted, leave } = plainDay(post, special, values, day);
    const week = found.get(sunday) ?? { counted: 0, left: 0 };
    found.set(sunday, {
      counted: week.counted + counted,
      left: week.left + (worked ? 2 : 0) - leave,
    });
  }
  const least = values.townshipDaysLeast;
  return [...found].map(([sunday, { counted, left }]) => {
    const asked = roundedPlainly(least * left, 2 * values.weekWorkdays, values.rounding);
    const required = Math.min(asked, least);
    const inVillage = counted / 2;
    return { sunday, inVillage, required, short: Math.max(0, required - inVillage) };
  });
}
