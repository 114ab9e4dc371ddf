import type { AttendanceMonth, Month } from '@xuanpai/contracts/attendance';
import type { PlainDate } from '@xuanpai/contracts/values';
import { firstDayOf, lastDayOf, monthAfter } from '@xuanpai/domain/attendance/month';
import { addDays } from '@xuanpai/domain/office/plain-date';
import { createRandom } from '@xuanpai/planner/random';
import { approveCorrection, askCorrection } from '../../modules/attendance/acts/correct.ts';
import { confirm, returnSheet } from '../../modules/attendance/acts/decide.ts';
import { sign, submit } from '../../modules/attendance/acts/sign.ts';
import { readSheet } from '../../modules/attendance/read-sheet.ts';
import { saveMonth } from '../../modules/attendance/save-month.ts';
import type { HistoryOffice } from './history-office.ts';
import { shortfallReason, usualMonth } from './usual-month.ts';

export interface HistoryTownship {
  id: string;
  name: string;
  code: string;
}

/** How far a sheet is brought. */
export type Stage = 'filled' | 'complete' | 'signed' | 'submitted' | 'confirmed';

/** Logs a township's month as its officer does, and brings it to a stage. Does nothing twice. */
export async function logMonth(
  office: HistoryOffice,
  township: HistoryTownship,
  month: Month,
  stage: Stage = 'confirmed',
): Promise<void> {
  const { deps } = office;
  const officer = await office.officerOf(township);
  const place = { key: township.id, month };
  const next = firstDayOf(monthAfter(month));

  office.on(lastDayOf(month));
  let sheet = await readSheet(deps, officer, township, month);
  if (sheet.rows.length === 0) return;
  if (sheet.status === 'draft' && sheet.version === 1) {
    const random = createRandom(seedOf(township, month));
    await saveMonth(deps, officer, township.id, month, usualMonth(sheet, random));
  }
  if (stage === 'filled') return;
  office.on(addDays(next, 1));
  await complete(office, township, month, addDays(next, 1));
  sheet = await readSheet(deps, officer, township, month);
  if (stage === 'complete') return;
  if (sheet.status === 'draft' || sheet.status === 'returned') {
    sheet = await sign(deps, await office.headOf(township), place, sheet.version);
  }
  if (stage === 'signed') return;
  office.on(addDays(next, 3));
  if (sheet.status === 'signed') sheet = await submit(deps, officer, place, sheet.version);
  if (stage === 'submitted' || sheet.status !== 'submitted') return;
  office.on(addDays(next, 7));
  await confirm(deps, await office.planner(), place, sheet.version);
}

/** Every row signed by its cadre, every shortfall with its reason. */
async function complete(
  { deps, officerOf }: HistoryOffice,
  township: HistoryTownship,
  month: Month,
  signedOn: PlainDate,
): Promise<void> {
  const officer = await officerOf(township);
  const { rows, status } = await readSheet(deps, officer, township, month);
  if (status !== 'draft' && status !== 'returned') return;
  const entries = rows.flatMap((row) => [
    ...(row.short > 0 && row.shortReason === null
      ? [
          {
            assignmentId: row.assignmentId,
            field: 'shortReason' as const,
            was: null,
            is: shortfallReason(row),
          },
        ]
      : []),
    ...(row.signedOn === null && row.objection === null
      ? [
          {
            assignmentId: row.assignmentId,
            field: 'signedOn' as const,
            was: null,
            is: signedOn,
          },
        ]
      : []),
  ]);
  if (entries.length > 0) await saveMonth(deps, officer, township.id, month, { entries });
}

/** The district returned it once, with a remark on a cell; it was put right, and goes on. */
export async function returnOnce(
  office: HistoryOffice,
  township: HistoryTownship,
  month: Month,
): Promise<void> {
  const { deps } = office;
  await logMonth(office, township, month, 'submitted');
  const sheet = await readSheet(deps, await office.planner(), township, month);
  if (sheet.events.some(({ act }) => act === 'return')) return;
  const cell = dayInVillage(sheet);
  office.on(addDays(firstDayOf(monthAfter(month)), 5));
  const reason = '个别日期与会议签到不一致，请核对';
  await returnSheet(
    deps,
    await office.planner(),
    { key: township.id, month },
    {
      version: sheet.version,
      reason,
      remarks: [{ ...cell, reason: '当天在区里参加培训' }],
    },
  );
  const change = { ...cell, was: 'village', is: 'training' };
  await saveMonth(deps, await office.officerOf(township), township.id, month, {
    changes: [change as never],
  });
}

/** After the confirmation the township found a slip: two editions stand side by side. */
export async function correctOnce(
  office: HistoryOffice,
  township: HistoryTownship,
  month: Month,
): Promise<void> {
  const { deps } = office;
  const officer = await office.officerOf(township);
  const planner = await office.planner();
  const place = { key: township.id, month };
  const sheet = await readSheet(deps, officer, township, month);
  if (sheet.events.some(({ act }) => act === 'askCorrection')) return;
  office.on(addDays(firstDayOf(monthAfter(month)), 12));
  const reason = '漏记一天因村外出，当事人已说明';
  const asked = await askCorrection(deps, officer, place, { version: sheet.version, reason });
  await approveCorrection(deps, planner, place, asked.version);
  const change = { ...dayInVillage(sheet), was: 'village', is: 'errand' };
  await saveMonth(deps, officer, township.id, month, { changes: [change as never] });
}

/** A whole day in the village in the middle of the month, of a district cadre. */
function dayInVillage({ rows }: AttendanceMonth): { assignmentId: string; day: PlainDate } {
  for (const { assignmentId, tier, days } of rows) {
    const day = Object.keys(days).find((one) => days[one] === 'village' && one.slice(8) > '08');
    if (tier === 'district' && day) return { assignmentId, day: day as PlainDate };
  }
  throw new Error('nobody was in the village');
}

function seedOf({ code }: HistoryTownship, month: Month): number {
  return Number(code.slice(4, 9)) * 1000 + Number(month.replace('-', '')) - 201500;
}
