import type { DistrictRow, SheetDay, SheetRow } from '@xuanpai/contracts/attendance';
import { currentLanguage } from '../../../lib/language.ts';
import type { Dictionary } from '../../../locales/zh-cn.ts';
import type {
  DayCell,
  DayColumn,
  FixedCell,
  FixedColumn,
  GridRow,
  GridTone,
} from '../../../ui/month-grid/grid-types.ts';
import { formatAmount } from '../amounts.ts';
import { cellInWords, signOfCell } from '../mark-words.ts';

type Text = Dictionary['attendanceOverview'];

/** A row to read: of the district's month, which carries no reckoning, or of the own people's. */
export type ReadRow = DistrictRow & Partial<Pick<SheetRow, 'prefilled' | 'reckoning'>>;

/** By township where there are several, then by village. */
export function leftColumns(text: Text, townships: boolean): FixedColumn[] {
  return [
    ...(townships ? [{ key: 'township', title: text.people.township, width: 78 }] : []),
    { key: 'village', title: text.people.village, width: townships ? 100 : 130 },
    { key: 'name', title: text.people.name, width: 62 },
  ];
}

export function rightColumns({ people }: Text, withoutShort: boolean): FixedColumn[] {
  const all: FixedColumn[] = [
    { key: 'inVillage', title: people.inVillage, width: 44, align: 'end' },
    { key: 'required', title: people.required, width: 44, align: 'end' },
    { key: 'short', title: people.short, width: 44, align: 'end' },
    { key: 'reason', title: people.reason, width: 72, grows: true },
  ];
  return withoutShort ? all.slice(0, 2) : all;
}

export function dayColumns(days: readonly SheetDay[], text: Text): DayColumn[] {
  return days.map(({ day, weekday, kind, name }) => {
    const below = text.weekdays[weekday - 1] ?? '';
    const said = kind === 'makeUp' ? text.makeUp(name ?? '') : (name ?? '');
    return {
      key: day,
      head: String(Number(day.slice(8))),
      below,
      label: text.dayLabel(day, below, said),
      strong: kind === 'makeUp',
      ...(kind === 'holiday' || kind === 'weekend' ? { shade: kind } : {}),
    };
  });
}

interface RowWords {
  /** Null where all are of one place. */
  townshipName: string | null;
  text: Text;
  withoutShort: boolean;
}

/** A row to read. */
export function gridRow(
  row: ReadRow,
  days: readonly SheetDay[],
  { townshipName, text, withoutShort }: RowWords,
): GridRow {
  const why = row.reckoning?.[currentLanguage()];
  return {
    id: row.assignmentId,
    left: [
      ...(townshipName === null ? [] : [{ text: townshipName, tone: 'faint' as const }]),
      { text: row.villageName },
      { text: row.cadreName, tip: row.unitName },
    ],
    cells: days.map(({ day }) => dayCell(row, day, text)),
    right: [
      { text: formatAmount(row.inVillage), strong: true },
      { text: formatAmount(row.required), tip: why },
      ...(withoutShort ? [] : shortCells(row, why)),
    ],
  };
}

function shortCells({ short, shortReason }: ReadRow, why: string | undefined): FixedCell[] {
  return [
    { text: formatAmount(short), tone: short > 0 ? 'amber' : 'faint', tip: why },
    { text: shortReason ?? '', tip: shortReason ?? undefined },
  ];
}

function dayCell(row: ReadRow, day: string, text: Text): DayCell {
  if (day < row.firstDay || day > row.lastDay) return { value: null, text: '', closed: true };
  const value = row.days[day];
  const note = row.notes[day];
  return {
    value: value ?? null,
    text: signOfCell(value ?? null),
    label: cellInWords(value ?? null, text.cell),
    tone: toneOf(value, row.prefilled?.includes(day) ?? false),
    noted: note === undefined ? undefined : true,
    tip: note,
  };
}

function toneOf(value: string | undefined, prefilled: boolean): GridTone | undefined {
  const halves = value?.split('/') ?? [];
  if (halves.includes('unaccounted') || halves.includes('absent')) return 'red';
  if (halves.includes('homeUnit')) return 'amber';
  return prefilled || value === 'rest' ? 'faint' : undefined;
}
