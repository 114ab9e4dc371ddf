import type { Month } from '@xuanpai/contracts/attendance';
import { type Cell, cellOf, leaveKinds, marks } from '@xuanpai/contracts/attendance-marks';
import type { Json, PlainDate } from '@xuanpai/contracts/values';
import fc from 'fast-check';
import { addDays } from '../office/plain-date.ts';
import { policyOn, policyWith } from '../policy/policy.ts';
import { type SpecialDay, workCalendar } from './calendar.ts';
import type { ApprovedLeave } from './leave-days.ts';
import { daysFrom, firstDayOf, lastDayOf, monthAfter } from './month.ts';
import type { PostMonth } from './post-month.ts';

/** For tests only: months as they occur, with holidays, halves, leaves and posts of any dates. */

export const day = (text: string) => text as PlainDate;
export const month = (text: string) => text as Month;
export const cell = (text: string) => text as Cell;

export function post(given: Partial<PostMonth> & { month: Month }): PostMonth {
  return {
    tier: 'district',
    firstDay: firstDayOf(given.month),
    lastDay: lastDayOf(given.month),
    inPostFrom: day('2014-01-01'),
    cells: new Map(),
    leaves: [],
    ...given,
  };
}

/** The template's policy with some values of the attendance group changed. */
export function policyOf(values: { readonly [key: string]: Json } = {}) {
  const named = Object.entries(values).map(([key, value]) => [`attendance.${key}`, value]);
  return policyWith(policyOn([], day('2015-04-24')), Object.fromEntries(named));
}

export function leaveOf(
  kind: ApprovedLeave['kind'],
  startsOn: string,
  endsOn = startsOn,
  noon: Partial<Pick<ApprovedLeave, 'startsAtNoon' | 'endsAtNoon'>> = {},
): ApprovedLeave {
  const halves = { startsAtNoon: false, endsAtNoon: false, ...noon };
  return { kind, startsOn: day(startsOn), endsOn: day(endsOn), ...halves };
}

/** The same cell on each of some days. */
export function logged(text: string, ...days: string[]): Map<PlainDate, Cell> {
  return new Map(days.map((one) => [day(one), cell(text)]));
}

/** The Spring Festival of 2016: off from 7 to 13 February, worked on the 6th and the 14th instead. */
export const springFestival = workCalendar([
  ...['07', '08', '09', '10', '11', '12', '13'].map((on) => ({
    day: day(`2016-02-${on}`),
    kind: 'holiday' as const,
    name: '春节',
  })),
  { day: day('2016-02-06'), kind: 'makeUp', name: '春节' },
  { day: day('2016-02-14'), kind: 'makeUp', name: '春节' },
]);

export const anyMonth = fc
  .integer({ min: -30, max: 60 })
  .map((months) => monthAfter(month('2014-01'), months));

const half = fc.constantFrom('none' as const, ...marks);
/** Any cell, in the village more often than else; null is 未填. */
export const anyCell = fc.oneof(
  fc.constant<Cell | null>(null),
  fc.constantFrom(cell('village'), cell('village/none'), cell('annualLeave'), cell('errand')),
  fc.tuple(half, half).map(([first, second]) => cellOf(first, second)),
);

export const anyValues = fc.record({
  districtDays: fc.constantFrom(20, 15, 7, 0, 31),
  townshipDaysLeast: fc.constantFrom(2, 3, 1, 0, 5),
  townshipDaysMost: fc.constant(5),
  weekWorkdays: fc.constantFrom(5, 6, 4),
  rounding: fc.constantFrom('up', 'down', 'nearest'),
  proration: fc.constantFrom('calendarDays', 'workdays', 'none'),
  shortMonth: fc.constantFrom('keep', 'cap'),
  errandCounts: fc.boolean(),
  trainingCounts: fc.boolean(),
});

interface AnyMonth {
  special: SpecialDay[];
  post: PostMonth;
}

/** A month in post, and the calendar that it falls in: two weeks more on either side. */
export function anyPostMonth(tier: PostMonth['tier']): fc.Arbitrary<AnyMonth> {
  return anyMonth.chain((one) => {
    const first = firstDayOf(one);
    const days = daysFrom(first, lastDayOf(one));
    const around = daysFrom(addDays(first, -14), addDays(first, 44));
    const at = fc.nat({ max: days.length - 1 });
    return fc
      .record({
        ends: fc.tuple(at, at),
        beforeFirst: fc.nat({ max: 9 }),
        endsHere: fc.boolean(),
        special: fc.uniqueArray(
          fc.record({
            day: fc.constantFrom(...around),
            kind: fc.constantFrom('holiday' as const, 'makeUp' as const),
            name: fc.constant('节'),
          }),
          { selector: ({ day: on }) => on, maxLength: 20 },
        ),
        cells: fc.array(anyCell, { minLength: around.length, maxLength: around.length }),
        leaves: fc.array(
          fc.record({
            kind: fc.constantFrom(...leaveKinds),
            gap: fc.nat({ max: 12 }),
            length: fc.nat({ max: 15 }),
            startsAtNoon: fc.boolean(),
            endsAtNoon: fc.boolean(),
          }),
          { maxLength: 4 },
        ),
      })
      .map(({ ends, beforeFirst, endsHere, special, cells, leaves }) => {
        const [from = 0, to = 0] = [...ends].sort((a, b) => a - b);
        const firstDay = days[from] ?? first;
        const lastDay = days[to] ?? first;
        const typed = around.flatMap((on, index) => {
          const one = cells[index];
          return one ? [[on, one] as const] : [];
        });
        return {
          special,
          post: {
            tier,
            month: one,
            firstDay,
            lastDay,
            inPostFrom: from > 0 ? firstDay : addDays(first, -beforeFirst),
            inPostTo: endsHere ? lastDay : null,
            cells: new Map(typed),
            leaves: oneAfterAnother(addDays(first, -10), leaves),
          },
        };
      });
  });
}

interface LeaveAfterGap extends Pick<ApprovedLeave, 'kind' | 'startsAtNoon' | 'endsAtNoon'> {
  gap: number;
  length: number;
}

function oneAfterAnother(from: PlainDate, leaves: readonly LeaveAfterGap[]): ApprovedLeave[] {
  let next = from;
  return leaves.map(({ kind, gap, length, startsAtNoon, endsAtNoon }) => {
    const startsOn = addDays(next, gap);
    const endsOn = addDays(startsOn, length);
    next = addDays(endsOn, 1);
    // A leave of one day isn't both halves and none.
    return { kind, startsOn, endsOn, startsAtNoon, endsAtNoon: endsAtNoon && length > 0 };
  });
}
