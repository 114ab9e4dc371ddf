import type { SheetRemark } from '@xuanpai/contracts/attendance';
import { useCallback, useState } from 'react';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import type { OpenSheet } from './use-sheet.ts';

export type Remarks = ReturnType<typeof useRemarks>;

/** Cells and rows that whoever confirms a month points at, for its return. */
export function useRemarks({ sheet }: OpenSheet) {
  const decides = useCan('attendance.confirm');
  const { readOnly } = useDay();
  const [remarks, setRemarks] = useState<readonly SheetRemark[]>([]);
  const pointAt = useCallback(
    (assignmentId: string, day: string | null) =>
      setRemarks((before) =>
        before.some((one) => one.assignmentId === assignmentId && one.day === day)
          ? before
          : [...before, { assignmentId, day, reason: '' }],
      ),
    [],
  );
  const mayReturn = decides && !readOnly && sheet.acts.includes('return');
  return { remarks, setRemarks, pointAt: mayReturn ? pointAt : undefined };
}
