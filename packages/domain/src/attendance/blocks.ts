import type { SheetBlock, SheetRow } from '@xuanpai/contracts/attendance';
import type { Basis } from '@xuanpai/contracts/problems';
import type { PlainDate } from '@xuanpai/contracts/values';
import { written } from './rounding.ts';

const byNotice: Basis = { kind: 'notice', source: '四（二）' };
const byReading: Basis = { kind: 'reading', source: '按本办理解' };

type BlockRow = Pick<
  SheetRow,
  | 'assignmentId'
  | 'cadreName'
  | 'days'
  | 'notes'
  | 'unfilled'
  | 'short'
  | 'shortReason'
  | 'signedOn'
  | 'objection'
  | 'answer'
>;

/**
 * What is left before a month can be signed: every workday filled, what is unclear said, each
 * shortfall with its reason, each row signed or objected to (M6, M7). A shortfall itself never blocks.
 */
export function blocksOf(
  rows: readonly BlockRow[],
  { lastDay, today }: { lastDay: PlainDate; today: PlainDate },
): SheetBlock[] {
  const blocks: SheetBlock[] = rows.flatMap(rowBlocks);
  if (today >= lastDay) return blocks;
  return [
    {
      assignmentId: null,
      days: [],
      code: 'monthOpen',
      message: {
        zh: `本月还没有过完，${lastDay}起可以签字报送。`,
        en: `The month isn't over; it can be signed from ${lastDay} on.`,
      },
      basis: byReading,
    },
    ...blocks,
  ];
}

function rowBlocks(row: BlockRow): SheetBlock[] {
  const found: SheetBlock[] = [];
  const add = (code: SheetBlock['code'], days: string[], zh: string, en: string, basis: Basis) =>
    found.push({ assignmentId: row.assignmentId, days, code, message: { zh, en }, basis });
  const { cadreName: name } = row;

  if (row.unfilled.length > 0) {
    const days = row.unfilled;
    add(
      'unfilled',
      days,
      `${name}${daysInWords(days)}未填`,
      `${name}: ${days.length} workdays not filled`,
      byReading,
    );
  }
  const without = (mark: string) =>
    Object.keys(row.days).filter((day) => isMarked(row.days[day], mark) && !row.notes[day]);
  const unaccounted = without('unaccounted');
  if (unaccounted.length > 0) {
    add(
      'unaccountedWithoutNote',
      unaccounted,
      `${name}${daysInWords(unaccounted)}未到岗，未注明情况`,
      `${name}: not there, without a note`,
      byReading,
    );
  }
  const homeUnit = without('homeUnit');
  if (homeUnit.length > 0) {
    add(
      'homeUnitWithoutNote',
      homeUnit,
      `${name}${daysInWords(homeUnit)}回原单位，未注明事由`,
      `${name}: back at the home unit, without a note`,
      byNotice,
    );
  }
  if (row.short > 0 && row.shortReason === null) {
    add(
      'shortWithoutReason',
      [],
      `${name}差${written(row.short)}天，未写原因`,
      `${name} is ${written(row.short)} days short, without a reason`,
      byNotice,
    );
  }
  if (row.objection !== null && row.answer === null) {
    add(
      'objectionWithoutAnswer',
      [],
      `${name}有异议，未答复`,
      `${name}'s objection has no answer`,
      byReading,
    );
  }
  if (row.signedOn === null && row.objection === null) {
    add('notSigned', [], `${name}未签字`, `${name} hasn't signed`, byReading);
  }
  return found;
}

function isMarked(cell: string | undefined, mark: string) {
  return cell?.split('/').includes(mark) ?? false;
}

/** "6月14日、15日": the month is said once. */
export function daysInWords(days: readonly string[]): string {
  const shown = days.slice(0, 5).map((day) => Number(day.slice(8)));
  const month = Number(days[0]?.slice(5, 7));
  const more = days.length > shown.length ? `等${days.length}天` : '';
  return `${month}月${shown.map((day) => `${day}日`).join('、')}${more}`;
}
