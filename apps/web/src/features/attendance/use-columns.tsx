import type { AttendanceMonth, SheetDay } from '@xuanpai/contracts/attendance';
import { useMemo } from 'react';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { DayColumn, FixedColumn } from '../../ui/month-grid/grid-types.ts';
import styles from './attendance.module.css';

type Text = Dictionary['attendance'];

export interface SheetColumns {
  left: readonly FixedColumn[];
  days: readonly DayColumn[];
  right: readonly FixedColumn[];
}

export function useColumns({
  days,
  daysBefore,
  rows,
}: Pick<AttendanceMonth, 'days' | 'daysBefore' | 'rows'>): SheetColumns {
  const text = useText().attendance;
  const weeks = Math.max(0, ...rows.map((row) => row.weeks.length));
  return useMemo(
    () => ({
      left: [
        { key: 'village', title: text.columns.village, width: 92 },
        { key: 'name', title: text.columns.name, width: 54 },
        { key: 'post', title: text.columns.post, width: 40, align: 'center' },
      ],
      days: [
        ...daysBefore.map((day, at) => ({
          ...dayColumn(day, at === 0, false, text),
          before: true,
        })),
        ...days.map((day, at) => dayColumn(day, false, at === 0, text)),
      ],
      right: [
        { key: 'inVillage', title: text.columns.inVillage, width: 42, align: 'end' },
        {
          key: 'weeks',
          label: text.columns.weeks,
          title: <WeekHead weeks={weeks} title={text.columns.weeks} />,
          width: 12 + Math.max(3, weeks) * 22,
          align: 'center',
        },
        { key: 'required', title: text.columns.required, width: 40, align: 'end' },
        { key: 'short', title: text.columns.short, width: 38, align: 'end' },
        { key: 'remarks', title: text.columns.remarks, width: 92, grows: true },
      ],
    }),
    [days, daysBefore, weeks, text],
  );
}

function WeekHead({ weeks, title }: { weeks: number; title: string }) {
  return (
    <span className={styles.weekHead}>
      <span>{title}</span>
      <span className={styles.weeks}>
        {Array.from({ length: weeks }, (_, at) => at + 1).map((number) => (
          <span key={number}>{number}</span>
        ))}
      </span>
    </span>
  );
}

/** The first of the month before says its month too: 5/30. */
function dayColumn(one: SheetDay, named: boolean, apart: boolean, text: Text): DayColumn {
  const { day, weekday, kind, name, called = [] } = one;
  const month = Number(day.slice(5, 7));
  const number = Number(day.slice(8));
  const weekdayKey = weekday as keyof Text['weekdays'];
  const below = {
    workday: text.weekdays[weekdayKey],
    weekend: text.weekdays[weekdayKey],
    holiday: name?.slice(0, 1) || text.holiday,
    makeUp: text.makeUp,
  }[kind];
  const special = kind === 'holiday' || kind === 'makeUp' ? text.dayKinds[kind] : '';
  const said = [name ?? '', special, ...called].filter((word) => word !== '').join(' ');
  return {
    key: day,
    head: named ? `${month}/${number}` : String(number),
    below,
    label: text.dayLabel(text.dayOf(month, number), text.weekdayWords[weekdayKey], said),
    ...(kind === 'weekend' ? { shade: 'weekend' as const } : {}),
    ...(kind === 'holiday' ? { shade: 'holiday' as const } : {}),
    ...(kind === 'makeUp' ? { strong: true } : {}),
    ...(called.length > 0 ? { marked: true } : {}),
    ...(apart ? { apart: true } : {}),
  };
}
