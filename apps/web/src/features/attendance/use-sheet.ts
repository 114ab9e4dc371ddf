import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AttendanceMonth, Month } from '@xuanpai/contracts/attendance';
import { saveAttendanceMonth } from '@xuanpai/contracts/attendance-entry';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { useEffect } from 'react';
import { call } from '../../lib/api.ts';
import { type Saving, useSaver } from '../../lib/saving/use-saver.ts';
import { bodyOf, firstOf, withReply } from './edits.ts';
import { sheetQuery, versionQuery } from './queries.ts';

export interface OpenSheet extends Saving {
  township: string;
  month: string;
  /** As the server has it; what was typed since is in `edits`. */
  sheet: AttendanceMonth;
}

/** A township's month: read, kept up with what others write, and saved as it is typed. */
export function useSheet(township: string, month: string) {
  const client = useQueryClient();
  const query = useQuery(sheetQuery(township, month));
  const saving = useSaver(`attendance.${township}.${month}`, () => {
    const { queryKey } = sheetQuery(township, month);
    return {
      firstOf,
      send: (edits) =>
        call(saveAttendanceMonth, {
          params: { township, month: month as Month },
          body: bodyOf(edits),
        }),
      onSaved(reply: ReplyOf<typeof saveAttendanceMonth>) {
        void client.cancelQueries({ queryKey });
        const before = client.getQueryData<AttendanceMonth>(queryKey);
        if (before) client.setQueryData(queryKey, withReply(before, reply));
        // Somebody else wrote too.
        if (before?.version !== reply.version - 1) void client.invalidateQueries({ queryKey });
      },
      onChanged: () => void client.invalidateQueries({ queryKey }),
    };
  });
  const { data: sheet, refetch } = query;
  const { data: latest } = useQuery({
    ...versionQuery(township, month),
    enabled: sheet !== undefined,
  });
  const behind = sheet && latest && latest.version > sheet.version;
  const busy = saving.unsaved.sending.size > 0;
  useEffect(() => {
    if (behind && !busy) void refetch();
  }, [behind, busy, refetch]);
  return { query, ...saving };
}
