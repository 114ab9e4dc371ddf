import { useQueryClient } from '@tanstack/react-query';
import { saveTargetSheets } from '@xuanpai/contracts/target-reports';
import { useEffect, useMemo } from 'react';
import { call } from '../../../lib/api.ts';
import { dropDraft, keepDraft, keptDraft } from '../../../lib/drafts.ts';
import { useUser } from '../../../lib/session.ts';
import { useStore } from '../../../lib/store.ts';
import { holdPage } from '../../../lib/unsaved.ts';
import { targetSheetsQuery } from '../queries.ts';
import { changeOf } from '../report-form.ts';
import type { SheetsOfPeriod } from '../values.ts';
import { type Entry, entrySaver } from './entry-saver.ts';

interface Kept {
  entries: Entry[];
}

interface Place {
  townshipId: string;
  period: string;
  batchId: string;
  /** Whether the reports are there to compare with. */
  read: boolean;
}

/** A township's reports of a period, saved as they are typed; what isn't yet outlives a reload. */
export function useEntries({ townshipId, period, batchId, read }: Place) {
  const client = useQueryClient();
  const { id: owner } = useUser();
  const saver = useMemo(() => {
    const { queryKey } = targetSheetsQuery(townshipId, period, batchId);
    const known = () => client.getQueryData<SheetsOfPeriod>(queryKey);
    return entrySaver({
      changeOf({ villageId, measureKey, value }: Entry) {
        const data = known();
        const sheet = data?.sheets.find((one) => one.villageId === villageId);
        const measure = data?.measures.find(({ key }) => key === measureKey);
        const cell = sheet?.cells.find((one) => one.measureKey === measureKey);
        return sheet && measure && cell
          ? changeOf(sheet, measure, { value, note: cell.note })
          : null;
      },
      async send(changes) {
        const params = { townshipId, period };
        const { sheets } = await call(saveTargetSheets, { params, body: { batchId, changes } });
        void client.cancelQueries({ queryKey });
        const touched = new Map(sheets.map((sheet) => [sheet.villageId, sheet]));
        client.setQueryData<SheetsOfPeriod>(
          queryKey,
          (before) =>
            before && {
              ...before,
              sheets: before.sheets.map((sheet) => touched.get(sheet.villageId) ?? sheet),
            },
        );
      },
      refresh: () => client.refetchQueries({ queryKey }),
    });
  }, [client, townshipId, period, batchId]);
  const state = useStore(saver.state);
  const unsaved = state.waiting.size + state.sending.size > 0;
  useEffect(() => (unsaved ? holdPage() : undefined), [unsaved]);
  const draft = `targets.${batchId}.${townshipId}.${period}`;
  useEffect(() => {
    const kept = read ? (keptDraft(owner, draft) as Kept | null) : null;
    if (kept) saver.write(kept.entries);
  }, [saver, owner, draft, read]);
  const { waiting, sending } = state;
  useEffect(() => {
    const entries = [...new Map([...sending, ...waiting]).values()];
    if (entries.length > 0) keepDraft(owner, draft, { entries } satisfies Kept);
    else if (read) dropDraft(owner, draft);
  }, [waiting, sending, owner, draft, read]);
  // Whoever leaves the page doesn't wait for the next batch.
  useEffect(
    () => () => {
      void saver.flush();
    },
    [saver],
  );
  return { saver, state };
}
