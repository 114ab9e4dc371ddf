import { useQueryClient } from '@tanstack/react-query';
import {
  confirmTargets,
  reopenTargets,
  returnTargets,
  submitTargets,
  type TargetSheet,
  withdrawTargets,
} from '@xuanpai/contracts/target-reports';
import type { TargetAct } from '@xuanpai/contracts/target-values';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { formatPeriod } from '../../lib/format.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { TextField } from '../../ui/act-dialog.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { forgetTargets } from './queries.ts';
import styles from './targets.module.css';

interface SheetActsProps {
  sheets: readonly TargetSheet[];
  townshipId: string;
  period: string;
  batchId: string;
  /** What was typed goes first; false where it couldn't be saved. */
  before?: () => Promise<boolean>;
  /** The first act is the page's one. */
  primary?: boolean;
}

const order: readonly TargetAct[] = ['submit', 'confirm', 'return', 'withdraw', 'reopen'];
const reasoned: readonly TargetAct[] = ['return', 'reopen'];

/** The acts that the reports of a period allow, for those that they fit; a refusal is told below. */
export function SheetActs(props: SheetActsProps) {
  const { sheets, townshipId, period, batchId, before, primary = false } = props;
  const text = useText().targets;
  const client = useQueryClient();
  const [asking, setAsking] = useState<TargetAct | null>(null);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState<TargetAct | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const possible = order.filter((act) => sheets.some(({ acts }) => acts.includes(act)));
  if (possible.length === 0) return null;
  return (
    <div className={styles.sheetActs}>
      <div className={styles.actLine}>
        {possible.map((act, at) => (
          <ActButton
            key={act}
            kind={primary && at === 0 ? 'primary' : 'secondary'}
            busy={busy === act}
            onClick={() => (reasoned.includes(act) ? ask(act) : void run(act))}
          >
            {text.acts[act](fitting(act).length, sheets.length > 1)}
          </ActButton>
        ))}
      </div>
      {asking && (
        <div className={styles.reasonBox}>
          <TextField label={text.reasonFor[asking]} value={reason} onChange={setReason} />
          <ActButton
            kind="primary"
            busy={busy === asking}
            blocked={reason.trim().length < 2 ? text.reasonMissing : null}
            onClick={() => void run(asking)}
          >
            {text.acts[asking](fitting(asking).length, sheets.length > 1)}
          </ActButton>
        </div>
      )}
      {problem !== null && <ProblemAlert error={problem} />}
    </div>
  );

  function ask(act: TargetAct) {
    setAsking((now) => (now === act ? null : act));
  }

  function fitting(act: TargetAct) {
    return sheets.filter(({ acts }) => acts.includes(act));
  }

  async function run(act: TargetAct) {
    setBusy(act);
    try {
      if (before && !(await before())) return;
      await send(act);
      setProblem(null);
      setAsking(null);
      setReason('');
      showDone(text.done[act](formatPeriod(period), fitting(act).length));
      await forgetTargets(client);
    } catch (error) {
      setProblem(error);
      await forgetTargets(client);
    } finally {
      setBusy(null);
    }
  }

  function send(act: TargetAct) {
    // A save a moment ago made another version; the cache has it.
    const fresh = client.getQueryData<{ sheets: TargetSheet[] }>([
      ...['targets', 'sheets', townshipId, period, batchId],
    ]);
    const versions = new Map(fresh?.sheets.map(({ villageId, version }) => [villageId, version]));
    const villages = fitting(act).map(({ villageId, version }) => ({
      villageId,
      version: versions.get(villageId) ?? version,
    }));
    const params = { townshipId, period };
    const body = { batchId, villages };
    if (act === 'submit') return call(submitTargets, { params, body });
    if (act === 'confirm') return call(confirmTargets, { params, body });
    if (act === 'withdraw') return call(withdrawTargets, { params, body });
    const withReason = { ...body, reason: reason.trim() };
    if (act === 'return') return call(returnTargets, { params, body: withReason });
    return call(reopenTargets, { params, body: withReason });
  }
}
