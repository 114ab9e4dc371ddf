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
import { TextField } from '../../ui/act-dialog.tsx';
import { AskedAct, WordedAct } from '../../ui/asked-act.tsx';
import { forgetBenefits } from './queries.ts';

type Props = { account: ExpenseDetail };

/** Closes a year that is over; a difference needs words. */
export function CloseYear({ account }: Props) {
  const text = useText().benefits;
  const client = useQueryClient();
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
    <AskedAct
      act={text.close}
      title={text.closeTitle(unitName)}
      body={text.closeBody(formatYuan(due), formatYuan(paid))}
      ready={!differs || note.trim().length > 1}
      run={run}
    >
      {differs && <TextField label={text.closeNote} value={note} most={300} onChange={setNote} />}
    </AskedAct>
  );
}

export function ReopenYear({ account }: Props) {
  const text = useText().benefits;
  const client = useQueryClient();
  const { unitId, batchId, year } = account;
  return (
    <WordedAct
      act={text.reopen}
      field={{ label: text.reason, most: 300 }}
      run={async (reason) => {
        const body = { batchId, year: year.year, reason };
        await call(reopenWorkExpenses, { params: { unitId }, body });
        await forgetBenefits(client);
        showDone(text.reopened);
      }}
    />
  );
}
