import type { AttendanceMonth, SheetRow } from '@xuanpai/contracts/attendance';
import type { CellChange } from '@xuanpai/contracts/attendance-entry';
import type { Cell } from '@xuanpai/contracts/attendance-marks';
import type { PlainDate } from '@xuanpai/contracts/values';
import { groupBy } from '@xuanpai/domain/group-by';
import type { Random } from '@xuanpai/planner/random';

/** What an officer types for a month: the cells, and the notes that some of them ask for. */
export interface UsualMonth {
  changes: CellChange[];
  notes: { assignmentId: string; day: PlainDate; was: null; is: string }[];
}

/** Fills a sheet as townships do: days in the village, some errands, trainings, and days elsewhere. */
export function usualMonth(sheet: AttendanceMonth, random: Random): UsualMonth {
  const found: UsualMonth = { changes: [], notes: [] };
  for (const row of sheet.rows) {
    const marked = row.tier === 'township' ? townshipWeeks(row, random) : districtDays(row, random);
    const extra = row.tier === 'district' ? weekendDays(row, sheet, random) : [];
    for (const [day, mark, note] of [...marked, ...extra]) {
      const { assignmentId } = row;
      const was = (row.days[day] ?? null) as Cell | null;
      found.changes.push({ assignmentId, day: day as PlainDate, was, is: mark as Cell });
      if (note) found.notes.push({ assignmentId, day: day as PlainDate, was: null, is: note });
    }
  }
  return found;
}

type Marked = [day: string, mark: string, note?: string];

/** A district cadre: nearly always in the village; now and then somebody is called back. */
function districtDays({ unfilled }: SheetRow, random: Random): Marked[] {
  const trainedFrom = random() < 0.08 ? Math.floor(random() * unfilled.length) : -1;
  const calledFrom = random() < 0.05 ? Math.floor(random() * unfilled.length) : -1;
  return unfilled.map((day, at): Marked => {
    if (trainedFrom >= 0 && at >= trainedFrom && at < trainedFrom + 2) return [day, 'training'];
    if (calledFrom >= 0 && at >= calledFrom && at < calledFrom + 3) {
      return [day, 'homeUnit', '原单位年度审计，请回协助'];
    }
    const chance = random();
    if (chance < 0.03) return [day, 'errand'];
    if (chance < 0.045) return [day, 'village/errand'];
    if (chance < 0.055) return [day, 'village/none'];
    if (chance < 0.0555) return [day, 'unaccounted', '当天联系不上，次日说明'];
    return [day, 'village'];
  });
}

/** A few are in the village on a weekend day too, mostly where the month is short. */
function weekendDays(row: SheetRow, { days }: AttendanceMonth, random: Random): Marked[] {
  const worked = days.filter(({ kind }) => kind === 'workday' || kind === 'makeUp').length;
  const free = days.filter(({ day, kind }) => kind === 'weekend' && row.days[day] === 'rest');
  const share = worked < row.required ? 0.35 : 0.02;
  return free.filter(() => random() < share).map(({ day }): Marked => [day, 'village']);
}

/** A township cadre: two or three days of each week in the village, the others at the office. */
function townshipWeeks({ unfilled, days }: SheetRow, random: Random): Marked[] {
  return [...groupBy(unfilled, mondayOf).values()].flatMap((week): Marked[] => {
    const chance = random();
    const wanted = chance < 0.04 ? 1 : chance < 0.6 ? 2 : 3;
    const first = Math.floor(random() * Math.max(1, week.length - wanted + 1));
    return week.map((day, at): Marked => {
      const inVillage = at >= first && at < first + wanted;
      if (!inVillage) return [day, 'office'];
      return [day, random() < 0.04 && days[day] === undefined ? 'village/office' : 'village'];
    });
  });
}

/** Days of one week have the same. */
function mondayOf(day: string): string {
  const days = Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
  return String(Math.floor((days + 3) / 7));
}

/** Why a row is short, as an officer writes it. */
export function shortfallReason(row: SheetRow): string {
  if (row.shortMonth) return '本月节假日较多，工作日不足';
  if ((row.totals.homeUnit ?? 0) > 0) return '原单位临时抽回，已与单位沟通';
  if ((row.totals.unaccounted ?? 0) > 0) return '未到岗，原因待核';
  return row.tier === 'township'
    ? '参加镇里集中工作，当周到村不足'
    : '因公外出和请假，在村天数不足';
}
