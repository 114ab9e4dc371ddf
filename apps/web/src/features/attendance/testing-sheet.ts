import type { AttendanceMonth, SheetDay, SheetRow } from '@xuanpai/contracts/attendance';

/** Days of a month for tests: weekends are weekends, nothing is a holiday unless it is said. */
export function daysFor(month: string, special: Record<string, SheetDay['kind']> = {}): SheetDay[] {
  const [year = 0, of = 1] = month.split('-').map(Number);
  const count = new Date(Date.UTC(year, of, 0)).getUTCDate();
  return Array.from({ length: count }, (_, at) => {
    const day = `${month}-${String(at + 1).padStart(2, '0')}`;
    const weekday = new Date(Date.UTC(year, of - 1, at + 1)).getUTCDay() || 7;
    const usual = weekday > 5 ? 'weekend' : 'workday';
    return { day, weekday, kind: special[day] ?? usual, name: null };
  });
}

export function rowFor(id: string, more: Partial<SheetRow> = {}): SheetRow {
  return {
    assignmentId: id,
    townshipId: 't',
    cadreId: `c${id}`,
    cadreName: '王秀刚',
    unitName: '区财政局',
    villageId: `v${id}`,
    villageName: '宋庄村',
    tier: 'district',
    post: 'firstSecretary',
    kind: 'appointed',
    firstDay: '2015-06-01',
    lastDay: '2015-06-30',
    days: {},
    prefilled: [],
    before: {},
    notes: {},
    inVillage: 0,
    totals: {},
    required: 20,
    short: 20,
    reckoning: { zh: '全月20天', en: '20 days' },
    shortMonth: null,
    weeks: [],
    unfilled: [],
    shortReason: null,
    signedOn: null,
    objection: null,
    answer: null,
    ...more,
  } as SheetRow;
}

export function sheetFor(rows: SheetRow[], more: Partial<AttendanceMonth> = {}): AttendanceMonth {
  return {
    township: { id: 't', name: '郑旺镇', code: '371312104000' },
    month: '2015-06',
    status: 'draft',
    version: 1,
    revision: 0,
    confirmedRevision: null,
    submitBy: '2015-07-05',
    confirmBy: '2015-07-10',
    late: false,
    days: daysFor('2015-06'),
    daysBefore: [],
    rows,
    blocks: [],
    contradictions: [],
    remarks: [],
    correction: null,
    events: [],
    acts: [],
    editable: true,
    closed: false,
    ...more,
  } as AttendanceMonth;
}
