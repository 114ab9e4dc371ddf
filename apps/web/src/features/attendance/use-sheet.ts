import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AttendanceMonth, Month } from '@xuanpai/contracts/attendance';
import { saveAttendanceMonth } from '@xuanpai/contracts/attendance-entry';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { useEffect, useMemo } from 'react';
import { call } from '../../lib/api.ts';
import { ApiProblem } from '../../lib/api-problem.ts';
import { dropDraft, keepDraft, keptDraft } from '../../lib/drafts.ts';
import { session, useUser } from '../../lib/session.ts';
import { useStore } from '../../lib/store.ts';
import { holdPage } from '../../lib/unsaved.ts';
import { bodyOf, type Edits, withReply } from './edits.ts';
import { sheetQuery, versionQuery } from './queries.ts';
import { type Kept, type SheetSaver, sheetSaver, shownEdits, type Unsaved } from './sheet-saver.ts';

export interface OpenSheet {
  township: string;
  month: string;
  /** As the server has it; what was typed since is in `edits`. */
  sheet: AttendanceMonth;
  edits: Edits;
  unsaved: Unsaved;
  saver: SheetSaver;
}

/** Savers outlive their pages: what was typed is sent on after leaving, and found again on return. */
const savers = new Map<string, SheetSaver>();

function saverOf(owner: string, township: string, month: string, client: QueryClient): SheetSaver {
  const name = `attendance.${township}.${month}`;
  const known = savers.get(`${owner} ${name}`);
  if (known) return known;
  const { queryKey } = sheetQuery(township, month);
  let letGo: (() => void) | null = null;
  const saver = sheetSaver<ReplyOf<typeof saveAttendanceMonth>>({
    send(edits) {
      const now = session.get();
      // Never in another person's name.
      if (now.status !== 'in' || now.user.id !== owner) {
        return Promise.reject(new ApiProblem({ code: 'notSignedIn', status: 401 }));
      }
      const params = { township, month: month as Month };
      return call(saveAttendanceMonth, { params, body: bodyOf(edits) });
    },
    onSaved(reply) {
      void client.cancelQueries({ queryKey });
      const before = client.getQueryData<AttendanceMonth>(queryKey);
      if (before) client.setQueryData(queryKey, withReply(before, reply));
      // Somebody else wrote too.
      if (before?.version !== reply.version - 1) void client.invalidateQueries({ queryKey });
    },
    onChanged: () => void client.invalidateQueries({ queryKey }),
    keep(kept) {
      if (kept) {
        keepDraft(owner, name, kept);
        letGo ??= holdPage();
        return;
      }
      dropDraft(owner, name);
      letGo?.();
      letGo = null;
    },
  });
  savers.set(`${owner} ${name}`, saver);
  const kept = keptDraft(owner, name) as Kept | null;
  if (kept) saver.restore(kept);
  return saver;
}

/** A township's month: read, kept up with what others write, and saved as it is typed. */
export function useSheet(township: string, month: string) {
  const client = useQueryClient();
  const { id: owner } = useUser();
  const query = useQuery(sheetQuery(township, month));
  const saver = useMemo(
    () => saverOf(owner, township, month, client),
    [owner, township, month, client],
  );
  const unsaved = useStore(saver.state);
  const edits = useMemo(() => shownEdits(unsaved), [unsaved]);
  const { data: sheet, refetch } = query;
  const { data: latest } = useQuery({
    ...versionQuery(township, month),
    enabled: sheet !== undefined,
  });
  const behind = sheet && latest && latest.version > sheet.version;
  const busy = unsaved.sending.size > 0;
  useEffect(() => {
    if (behind && !busy) void refetch();
  }, [behind, busy, refetch]);
  // What was held up, as by a session that had ended, is tried again with the page.
  useEffect(() => {
    if (saver.state.get().problem) saver.retry();
  }, [saver]);
  // Whoever leaves the page doesn't wait for the next batch.
  useEffect(
    () => () => {
      void saver.flush();
    },
    [saver],
  );
  return { query, saver, unsaved, edits };
}
