import type { AttendanceMonth, SheetRow } from '@xuanpai/contracts/attendance';
import { halfSign, type Mark, marks, markWords } from '@xuanpai/contracts/attendance-marks';
import type { DataValidation, Worksheet } from 'exceljs';

/** Checks of many cells in one entry, which the types of the library leave out. */
interface WithRules {
  dataValidations: { add(range: string, rule: Partial<DataValidation>): void };
}

/**
 * A list of the marks at every cell of a post. It warns and doesn't forbid: two halves (√/机) stand in
 * no list.
 */
export function addMarkLists(
  sheet: Worksheet,
  { rows, days }: Pick<AttendanceMonth, 'rows' | 'days'>,
  { firstRow, firstDay }: { firstRow: number; firstDay: number },
): void {
  const { dataValidations } = sheet as unknown as WithRules;
  for (const [at, row] of rows.entries()) {
    const open = [...days.keys()].filter((index) => isOpen(row, days[index]?.day ?? ''));
    const [first] = open;
    const last = open.at(-1);
    if (first === undefined || last === undefined) continue;
    const letters = [first, last].map((index) => sheet.getColumn(firstDay + index).letter);
    dataValidations.add(`${letters[0]}${firstRow + at}:${letters[1]}${firstRow + at}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`"${signsFor(row).join(',')}"`],
      showErrorMessage: true,
      errorStyle: 'warning',
      errorTitle: '考勤符号',
      error: '列表中没有这个符号。两个半天可写成√/机；其他符号请改成列表中的。',
    });
  }
}

function isOpen({ firstDay, lastDay }: SheetRow, day: string): boolean {
  return firstDay <= day && day <= lastDay;
}

/** 机 is for township cadres, 回 for district cadres; 旷工 is nobody's to type. */
function signsFor({ tier }: SheetRow): string[] {
  const others: readonly Mark[] = ['absent', tier === 'district' ? 'office' : 'homeUnit'];
  const signs: string[] = marks
    .filter((mark) => !others.includes(mark))
    .map((mark) => markWords[mark].sign);
  return [signs[0] ?? '', halfSign, ...signs.slice(1)];
}
