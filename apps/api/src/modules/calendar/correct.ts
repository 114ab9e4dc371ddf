import type { setCalendarDay } from '@xuanpai/contracts/calendar';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { Basis } from '@xuanpai/contracts/problems';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { firstDayOf } from '@xuanpai/domain/attendance/month';
import { monthsReckoning } from '@xuanpai/domain/attendance/reckoned-in';
import { weekdayOf } from '@xuanpai/domain/office/plain-date';
import type { Actor } from '../../lib/actor.ts';
import { type Fault, invalid, ruleViolated } from '../../lib/api-error.ts';
import { reopenSheets, type TouchedSheet } from '../../lib/attendance/touched-sheets.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';

type Input = BodyOf<typeof setCalendarDay>;
type Special = { kind: 'holiday' | 'makeUp'; name: string } | null;

const byReading: Basis = { kind: 'reading', source: '按本办理解' };

/** Corrects what a day is; what was signed while it was another comes back to the township. */
export function correctDay(deps: Deps, actor: Actor, day: PlainDate, input: Input): Promise<void> {
  const special = specialOf(day, input);
  const year = Number(day.slice(0, 4));
  return writeAs(deps, actor, async (tx) => {
    const version = await holdYear(tx, year, input.version);
    const sheets = await holdSheets(tx, day);
    const confirmed = sheets.filter(({ status }) => status === 'confirmed');
    if (confirmed.length > 0) throw ruleViolated([lockedFault(confirmed)]);
    const at = toDate(day);
    const found = await tx.calendarDay.findUnique({ where: { day: at } });
    const before = found && { kind: found.kind, name: found.name };
    if (special) {
      const set = { ...special, setByName: actor.name, setAt: new Date() };
      await tx.calendarDay.upsert({ where: { day: at }, create: { day: at, ...set }, update: set });
    } else await tx.calendarDay.deleteMany({ where: { day: at } });
    await tx.calendarYear.update({ where: { year }, data: { version: { increment: 1 } } });
    const reopened = await reopenSheets(tx, actor, sheets, {
      reason: `工作日历更正：${day}，${input.reason}`,
      cadreId: null,
    });
    record(tx, {
      ...{ action: 'calendar.correct', entity: 'calendarYear', entityId: String(year) },
      params: {
        day,
        kind: input.kind,
        name: special?.name ?? null,
        reason: input.reason,
        reopened,
      },
      changes: [
        {
          ...{ entity: 'calendarYear', entityId: String(year), versionAfter: version + 1 },
          before: { [day]: before },
          after: { [day]: special },
        },
      ],
    });
  });
}

/** All days of the year are entered: it is known from now on. */
export function settleYear(deps: Deps, actor: Actor, year: number, seen: number): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const version = await holdYear(tx, year, seen);
    await tx.calendarYear.update({
      where: { year },
      data: { known: true, version: { increment: 1 } },
    });
    const row = { entity: 'calendarYear', entityId: String(year) };
    record(tx, {
      ...{ action: 'calendar.settle', ...row, params: { year } },
      changes: [
        { ...row, versionAfter: version + 1, before: { known: false }, after: { known: true } },
      ],
    });
  });
}

/** A day that says of itself what its weekday says already needs no entry. */
function specialOf(day: PlainDate, { kind, name }: Input): Special {
  if (kind === 'weekday') return null;
  const faults: Fault[] = [];
  if (kind === 'makeUp' && weekdayOf(day) < 6) {
    const message = {
      zh: '调休上班只在周六、周日；平日本来上班，请选“按星期”。',
      en: 'Only weekend days are worked instead of others; a weekday is worked anyway.',
    };
    faults.push({ path: 'kind', code: 'notWeekend', message });
  }
  if (name === undefined) {
    const message = { zh: '请写明节日名称。', en: 'Name the holiday.' };
    faults.push({ path: 'name', code: 'required', message });
  }
  if (faults.length > 0 || name === undefined) throw invalid(faults);
  return { kind, name };
}

/** The year in the version that the planner saw, made where nothing of it is known; held. */
async function holdYear(tx: Tx, year: number, seen: number): Promise<number> {
  await tx.$executeRaw`INSERT INTO calendar_year (year, known, version) VALUES (${year}, false, 0)
    ON CONFLICT (year) DO UPDATE SET version = calendar_year.version`;
  const { version, known } = await tx.calendarYear.findUniqueOrThrow({ where: { year } });
  const row = { entity: 'calendarYear', id: String(year), version, current: { known, version } };
  await checkVersion(tx, row, seen);
  return version;
}

/** The sheets that reckon with a day, held, so that none of them is confirmed meanwhile. */
function holdSheets(tx: Tx, day: PlainDate): Promise<TouchedSheet[]> {
  const [own, next = own] = monthsReckoning(day).map(firstDayOf);
  return tx.$queryRaw<TouchedSheet[]>`
    SELECT s.id, s.status::text AS status, s.revision, to_char(s.month, 'YYYY-MM') AS month,
      t.name AS township
    FROM attendance_sheet s JOIN region t ON t.id = s.township_id
    WHERE s.month IN (${own}::date, ${next}::date) ORDER BY s.month, t.code FOR UPDATE OF s`;
}

function lockedFault(confirmed: TouchedSheet[]): Fault {
  const months = [...new Set(confirmed.map(({ month }) => month))];
  const names = [...new Set(confirmed.map(({ township }) => township))];
  const some = names.slice(0, 3).join('、') + (names.length > 3 ? `等${names.length}个镇街` : '');
  return {
    path: 'kind',
    code: 'monthConfirmed',
    message: {
      zh: `${months.join('、')}的考勤已由区里确认（${some}），当月日历不能再改。`,
      en: `The attendance of ${months.join(', ')} is confirmed (${names.length} townships); its days stay as they are.`,
    },
    basis: byReading,
    remedy: {
      zh: '请镇街先申请更正该月考勤，区里同意后再改日历。',
      en: 'Have the townships ask for a correction of that month first; once approved, correct the day.',
    },
  };
}
