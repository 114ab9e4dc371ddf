import type { AttendanceMonth, SheetRow } from '@xuanpai/contracts/attendance';
import { useMemo, useRef } from 'react';
import { useDay } from '../../lib/day.ts';
import type { Conflicts, Edits } from '../../lib/saving/edits.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { GridRow } from '../../ui/month-grid/grid-types.ts';
import { placeOf } from './edits.ts';
import { type RowFlags, rowFlags, type Said, sameFlags } from './row-flags.ts';
import { gridRow, secondsOf } from './sheet-rows.tsx';

interface Drawn {
  row: SheetRow;
  /** The row's own edits and conflicts, in one line. */
  typed: string;
  flags: RowFlags | undefined;
  text: Dictionary['attendance'];
  grid: GridRow;
}

/** The rows as the grid takes them; one that says the same stays the same object. */
export function useRows(
  sheet: AttendanceMonth,
  edits: Edits,
  conflicts: Conflicts,
  said: readonly Said[],
): readonly GridRow[] {
  const text = useText().attendance;
  const { today } = useDay();
  const drawn = useRef(new Map<string, Drawn>());
  const { rows, days, daysBefore } = sheet;
  const flags = useMemo(() => rowFlags(said, rows, today), [said, rows, today]);
  return useMemo(() => {
    const typed = typedByRow(edits, conflicts);
    const seconds = secondsOf({ rows });
    const next = new Map<string, Drawn>();
    for (const row of rows) {
      const id = row.assignmentId;
      const known = drawn.current.get(id);
      const own = typed.get(id) ?? '';
      const same =
        known &&
        known.row === row &&
        known.typed === own &&
        known.text === text &&
        sameFlags(known.flags, flags.get(id));
      next.set(
        id,
        same
          ? known
          : {
              row,
              typed: own,
              flags: flags.get(id),
              text,
              grid: gridRow({
                row,
                days,
                daysBefore,
                second: seconds.has(id),
                edits,
                conflicts,
                flags: flags.get(id),
                text,
              }),
            },
      );
    }
    drawn.current = next;
    return rows.map(({ assignmentId }) => (next.get(assignmentId) as Drawn).grid);
  }, [rows, days, daysBefore, edits, conflicts, flags, text]);
}

function typedByRow(edits: Edits, conflicts: Conflicts): ReadonlyMap<string, string> {
  const typed = new Map<string, string>();
  const add = (name: string, words: string) => {
    const { assignmentId } = placeOf(name);
    typed.set(assignmentId, `${typed.get(assignmentId) ?? ''}${name}${words};`);
  };
  for (const [name, { is }] of edits) add(name, `=${is}`);
  for (const [name, { theirs }] of conflicts) add(name, `≠${theirs}`);
  return typed;
}
