import { useQueryClient } from '@tanstack/react-query';
import {
  closeWorkExpenses,
  type ExpenseDetail,
  reopenWorkExpenses,
} from '@xuanpai/contracts/work-expenses';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { formatYuan } from '../../lib/format.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { ActDialog, TextField } from '../../ui/act-dialog.tsx';
import { forgetBenefits } from './queries.ts';

type Props = { account: ExpenseDetail };

/** Closes a year that is over; a difference needs words. */
export function CloseYear({ account }: Props) {
  const text = useText().benefits;
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const { unitId, unitName, batchId, year, due, paid, outstanding } = account;
  const differs = Number(outstanding) !== 0;
  async function run() {
    const said = note.trim() === '' ? {} : { note: note.trim() };
    const body = { batchId, year: year.year, ...said };
    await call(closeWorkExpenses, { params: { unitId }, body });
    await forgetBenefits(client);
    showDone(text.closed);
  }
  return (
    <>
      <ActButton onClick={() => setOpen(true)}>{text.close}</ActButton>
      {open && (
        <ActDialog
          title={text.closeTitle(unitName)}
          body={text.closeBody(formatYuan(due), formatYuan(paid))}
          act={text.close}
          ready={!differs || note.trim().length > 1}
          run={run}
          onClose={() => setOpen(false)}
        >
          {differs && (
            <TextField label={text.closeNote} value={note} most={300} onChange={setNote} />
          )}
        </ActDialog>
      )}
    </>
  );
}

export function ReopenYear({ account }: Props) {
  const text = useText().benefits;
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { unitId, batchId, year } = account;
  async function run() {
    const body = { batchId, year: year.year, reason: reason.trim() };
    await call(reopenWorkExpenses, { params: { unitId }, body });
    await forgetBenefits(client);
    showDone(text.reopened);
  }
  return (
    <>
      <ActButton onClick={() => setOpen(true)}>{text.reopen}</ActButton>
      {open && (
        <ActDialog
          title={text.reopen}
          act={text.reopen}
          ready={reason.trim().length > 1}
          run={run}
          onClose={() => setOpen(false)}
        >
          <TextField label={text.reason} value={reason} most={300} onChange={setReason} />
        </ActDialog>
      )}
    </>
  );
}
