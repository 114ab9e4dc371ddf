import { useQueryClient } from '@tanstack/react-query';
import { recordMembership } from '@xuanpai/contracts/assignment-acts';
import type { TermEnd } from '@xuanpai/contracts/term-ends';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { DayField, TextField } from '../../ui/act-dialog.tsx';
import { AskedAct } from '../../ui/asked-act.tsx';
import { forgetTermEnds } from './queries.ts';
import styles from './term-end.module.css';

/** M3: the Party membership is moved back at the end of the term, by the receipt. */
export function Membership({ end }: { end: TermEnd }) {
  const text = useText().termEnds;
  const client = useQueryClient();
  const { today } = useDay();
  const [date, setDate] = useState<string | null>(today);
  const [documentNumber, setDocument] = useState('');
  const { assignmentId: id, assignmentVersion: version, membershipReturnedOn, acts } = end;
  async function run() {
    const body = { direction: 'returned', date: date ?? '', documentNumber, version } as const;
    await call(recordMembership, { params: { id }, body });
    await forgetTermEnds(client);
    showDone(text.membershipReturned);
  }
  if (membershipReturnedOn) return <p>{`${text.membershipBack} ${membershipReturnedOn}`}</p>;
  if (!acts.includes('membership')) return <p className={styles.quiet}>{text.membershipNotBack}</p>;
  return (
    <AskedAct
      act={text.returnMembership}
      ready={date !== null && documentNumber.trim().length > 1}
      run={run}
    >
      <DayField label={text.returnedOn} value={date} onChange={setDate} />
      <TextField
        label={text.receipt}
        value={documentNumber}
        rows={1}
        most={80}
        onChange={setDocument}
      />
    </AskedAct>
  );
}
