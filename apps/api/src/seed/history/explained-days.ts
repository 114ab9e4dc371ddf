import type { AttendanceMonth, Month } from '@xuanpai/contracts/attendance';
import type { LeaveKind } from '@xuanpai/contracts/attendance-marks';
import type { Leave } from '@xuanpai/contracts/leaves';
import type { SpotCheck } from '@xuanpai/contracts/spot-checks';
import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays } from '@xuanpai/domain/office/plain-date';
import type { HistoryOffice } from './history-office.ts';

interface Taken {
  officer: string;
  township: string;
  /** Which district cadre of the sheet, counted from 0. */
  at: number;
  kind: LeaveKind;
  startsOn: string;
  endsOn: string;
  reason: string;
  /** Null: still waits to be decided. */
  decided: 'head' | 'planner' | null;
}

const taken: readonly Taken[] = [
  leaveOf('郑旺镇', 2, 'annualLeave', '2015-08-10', '2015-08-14', '年休假', 'planner'),
  leaveOf('朝阳街道', 3, 'sickLeave', '2015-11-17', '2015-11-20', '住院检查', 'planner'),
  leaveOf('郑旺镇', 5, 'marriageLeave', '2016-04-18', '2016-04-22', '本人结婚', 'planner'),
  leaveOf('郑旺镇', 7, 'personalLeave', '2016-07-07', '2016-07-08', '家中有事', 'head'),
  leaveOf('朝阳街道', 6, 'annualLeave', '2016-08-08', '2016-08-12', '年休假', 'planner'),
  leaveOf('郑旺镇', 9, 'sickLeave', '2016-12-12', '2016-12-13', '感冒发热', 'head'),
  leaveOf('郑旺镇', 4, 'annualLeave', '2017-01-16', '2017-01-18', '年休假', null),
];

function leaveOf(
  township: '郑旺镇' | '朝阳街道',
  at: number,
  kind: LeaveKind,
  startsOn: string,
  endsOn: string,
  reason: string,
  decided: Taken['decided'],
): Taken {
  const officer = township === '郑旺镇' ? 'officer' : 'officer2';
  return { officer, township, at, kind, startsOn, endsOn, reason, decided };
}

/** The leave of a month: asked for before it, decided, and ended on its last day. */
export async function takeLeave(office: HistoryOffice, month: Month): Promise<void> {
  for (const leave of taken.filter(({ startsOn }) => startsOn.startsWith(month))) {
    await takeOne(office, leave, month);
  }
}

async function takeOne(office: HistoryOffice, leave: Taken, month: Month): Promise<void> {
  const { call } = office;
  const { officer, kind, reason, decided } = leave;
  const [startsOn, endsOn] = [leave.startsOn as PlainDate, leave.endsOn as PlainDate];
  office.on(addDays(startsOn, -7));
  const rows = await districtRows(office, officer, leave.township, month);
  const cadreId = rows[leave.at]?.cadreId;
  if (!cadreId) throw new Error(`${leave.township} has no cadre ${leave.at}`);
  const known = await call<{ total: number }>(
    officer,
    'GET',
    `/api/leaves?cadreIds=${cadreId}&from=${startsOn}&to=${endsOn}`,
  );
  if (known.total > 0) return;
  const asked = await call<Leave>(officer, 'POST', '/api/leaves', {
    ...{ cadreId, kind, startsOn, endsOn, reason },
  });
  if (!decided) return;
  const approved = await call<Leave>(decided, 'POST', `/api/leaves/${asked.id}/decide`, {
    approve: true,
    version: asked.version,
  });
  office.on(addDays(endsOn, 1));
  await call(officer, 'POST', `/api/leaves/${asked.id}/end`, {
    lastDay: endsOn,
    version: approved.version,
  });
}

/**
 * What an inspector found in the villages: once settled with a reason, and in the last month as it
 * contradicts the log still.
 */
export async function findAtVillages(office: HistoryOffice, month: Month): Promise<void> {
  if (month === '2016-10') {
    const found = await enter(office, { township: '郑旺镇', officer: 'officer', month, at: 6 });
    if (!found) return;
    await office.call('planner', 'POST', `/api/spot-checks/${found.id}/resolve`, {
      resolution: '经核实，当天下午陪同村干部去区里办理项目手续，属因村外出',
      version: found.version,
    });
  }
  if (month === '2016-12') {
    await enter(office, { township: '郑旺镇', officer: 'officer', month, at: 8 });
    await enter(office, { township: '朝阳街道', officer: 'officer2', month, at: 2 });
  }
}

async function enter(
  office: HistoryOffice,
  where: { township: string; officer: string; month: Month; at: number },
): Promise<SpotCheck | null> {
  const row = (await districtRows(office, where.officer, where.township, where.month))[where.at];
  const day = Object.keys(row?.days ?? {}).find(
    (one) => row?.days[one] === 'village' && one.slice(8) > '12',
  );
  if (!row || !day) throw new Error(`${where.township}: nobody to look for`);
  office.on(addDays(day as PlainDate, 2));
  const { assignmentId } = row;
  const held = await office.deps.db.prisma.spotCheck.findFirst({ where: { assignmentId } });
  if (held) return null;
  return office.call<SpotCheck>('inspector', 'POST', '/api/spot-checks', {
    ...{ assignmentId, day, half: null, found: 'elsewhere' },
    text: '到村时不在，村干部说当天没有见到',
  });
}

async function districtRows(
  { call, deps }: HistoryOffice,
  officer: string,
  township: string,
  month: Month,
) {
  const { id } = await deps.db.prisma.region.findFirstOrThrow({
    where: { name: township, level: 'township' },
    select: { id: true },
  });
  const sheet = await call<AttendanceMonth>(
    officer,
    'GET',
    `/api/attendance/months/${id}/${month}`,
  );
  return sheet.rows.filter(({ tier }) => tier === 'district');
}
