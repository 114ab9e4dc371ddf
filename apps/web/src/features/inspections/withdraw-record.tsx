import { useQueryClient } from '@tanstack/react-query';
import { type VillageRecordKind, withdrawVillageRecord } from '@xuanpai/contracts/village-state';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActDialog, TextField } from '../../ui/act-dialog.tsx';
import { TextButton } from '../../ui/text-button.tsx';
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
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  if (readOnly) return null;
  const { id, version } = record;
  async function run() {
    await call(withdrawVillageRecord, {
      params: { kind, id },
      body: { reason: reason.trim(), version },
    });
    await forgetInspections(client);
    showDone(text.recordWithdrawn);
    onDone?.();
  }
  return (
    <>
      <TextButton onClick={() => setOpen(true)}>{text.withdrawRecord}</TextButton>
      {open && (
        <ActDialog
          title={`${text.withdrawRecord}：${what}`}
          body={text.withdrawRecordBody}
          act={text.withdrawRecord}
          danger
          ready={reason.trim().length > 1}
          run={run}
          onClose={() => setOpen(false)}
        >
          <TextField label={text.withdrawReason} value={reason} most={300} onChange={setReason} />
        </ActDialog>
      )}
    </>
  );
}
