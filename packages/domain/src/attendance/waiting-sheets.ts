import type { Month, SheetStatus } from '@xuanpai/contracts/attendance';
import type { WaitingTask } from '@xuanpai/contracts/home';
import type { Permission } from '@xuanpai/contracts/permissions';
import type { PlainDate } from '@xuanpai/contracts/values';
import { monthOf } from './month.ts';

/** A sheet that isn't settled: not confirmed, or with a correction asked for. */
export interface OpenSheet {
  townshipId: string;
  townshipName: string;
  month: Month;
  status: SheetStatus;
  correctionAsked: boolean;
  submitBy: PlainDate;
  confirmBy: PlainDate;
  /**
   * What is left of it: of a month that is over the things to do before it can be signed, as its page
   * counts them; of this month the cells of workdays up to today that aren't filled. Null where it isn't the person's to work on.
   */
  left: number | null;
}

type Draft = Pick<WaitingTask, 'code' | 'counts' | 'names' | 'dueOn' | 'sheet'>;

/**
 * What sheets want: the township's own each by itself, the earliest first; the district's together. A
 * sheet that waits for somebody else isn't there.
 */
export function waitingSheets(
  sheets: readonly OpenSheet[],
  may: (permission: Permission) => boolean,
  today: PlainDate,
): Draft[] {
  return [
    ...(may('attendance.write') ? sheets.flatMap((sheet) => ofOfficer(sheet, today)) : []),
    ...(may('attendance.sign') ? sheets.flatMap((sheet) => ofHead(sheet, today)) : []),
    ...(may('attendance.confirm') ? ofDistrict(sheets, today) : []),
  ];
}

function own(code: WaitingTask['code'], sheet: OpenSheet, unit: 'left' | 'cells' = 'left'): Draft {
  const { townshipId, townshipName, month, submitBy, left } = sheet;
  return {
    code,
    counts: left === null ? {} : { [unit]: left },
    names: [townshipName],
    dueOn: submitBy,
    sheet: { townshipId, month },
  };
}

function ofOfficer(sheet: OpenSheet, today: PlainDate): Draft[] {
  const { status, month } = sheet;
  const current = month === monthOf(today);
  if (status === 'returned') return [own('fixSheet', sheet)];
  if (status === 'signed') return [own('submitSheet', sheet)];
  if (status !== 'draft') return [];
  // What can be signed waits for the head.
  if (!current && sheet.left === 0) return [];
  return current && sheet.left === 0 ? [] : [own('fillSheet', sheet, current ? 'cells' : 'left')];
}

function ofHead(sheet: OpenSheet, today: PlainDate): Draft[] {
  const { status, month, left } = sheet;
  const editable = status === 'draft' || status === 'returned';
  return editable && month < monthOf(today) && left === 0 ? [own('signSheet', sheet)] : [];
}

function ofDistrict(sheets: readonly OpenSheet[], today: PlainDate): Draft[] {
  const submitted = sheets.filter(({ status }) => status === 'submitted');
  const late = sheets.filter(
    ({ status, submitBy }) => status !== 'submitted' && status !== 'confirmed' && submitBy < today,
  );
  const asked = sheets.filter(({ correctionAsked }) => correctionAsked);
  return [
    ...together('confirmSheets', submitted, ({ confirmBy }) => confirmBy),
    ...together('chaseSheets', late, ({ submitBy }) => submitBy),
    ...together('decideCorrections', asked, () => null),
  ];
}

function together(
  code: WaitingTask['code'],
  sheets: readonly OpenSheet[],
  due: (sheet: OpenSheet) => PlainDate | null,
): Draft[] {
  const [first] = sheets;
  if (!first) return [];
  const names = [...new Set(sheets.map(({ townshipName }) => townshipName))];
  return [
    {
      code,
      counts: {
        sheets: sheets.length,
        months: new Set(sheets.map(({ month }) => month)).size,
      },
      names,
      dueOn: due(first),
      sheet: { townshipId: null, month: first.month },
    },
  ];
}
