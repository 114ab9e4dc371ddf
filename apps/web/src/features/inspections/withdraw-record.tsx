import { useQueryClient } from '@tanstack/react-query';
import { type VillageRecordKind, withdrawVillageRecord } from '@xuanpai/contracts/village-state';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { WordedAct } from '../../ui/asked-act.tsx';
import { forgetInspections } from './queries.ts';

interface WithdrawRecordProps {
  kind: VillageRecordKind;
  record: { id: string; version: number };
  /** What it says, so that the right one is taken back. */
  what: string;
  onDone?: () => void;
}

/** Takes back what was entered by mistake, with the reason; what came to its end is changed instead. */
export function WithdrawRecord({ kind, record, what, onDone }: WithdrawRecordProps) {
  const text = useText().inspections;
  const client = useQueryClient();
  const { readOnly } = useDay();
  if (readOnly) return null;
  const { id, version } = record;
  return (
    <WordedAct
      act={text.withdrawRecord}
      title={`${text.withdrawRecord}：${what}`}
      body={text.withdrawRecordBody}
      kind="text"
      field={{ label: text.withdrawReason, most: 300 }}
      run={async (reason) => {
        await call(withdrawVillageRecord, { params: { kind, id }, body: { reason, version } });
        await forgetInspections(client);
        showDone(text.recordWithdrawn);
        onDone?.();
      }}
    />
  );
}
