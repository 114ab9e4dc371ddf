import { useQueryClient } from '@tanstack/react-query';
import { type BallotVillage, finishCount, reopenCounts } from '@xuanpai/contracts/ballots';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import type { Saving } from '../../lib/saving/use-saver.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { ActDialog, TextField } from '../../ui/act-dialog.tsx';
import { confirm } from '../../ui/confirm.tsx';
import styles from './evaluation-entry.module.css';
import { forgetProgress } from './queries.ts';
import { showVillages } from './use-ballots.ts';

interface CountBarProps {
  roundId: string;
  village: BallotVillage;
  saving: Saving;
}

/** Where ballots are counted twice: who counts, and the act that hands the own count in. */
export function CountBar({ roundId, village, saving }: CountBarProps) {
  const text = useText().evaluationEntry;
  const client = useQueryClient();
  const [reopening, setReopening] = useState(false);
  const { counts, mine, acts, villageId, villageName } = village;
  const own = counts.find((one) => one.mine);
  const params = { id: roundId, villageId };
  const show = (now: BallotVillage) => {
    showVillages(client, roundId, [now]);
    forgetProgress(client, roundId);
  };
  async function finish() {
    if (!(await saving.saver.flush())) return;
    const sure = await confirm({
      ...{ title: text.finishTitle(villageName), body: text.finishBody, act: text.finish },
      run: async () => show(await call(finishCount, { params, body: {} })),
    });
    if (sure) showDone(text.finished);
  }
  const words = [1, 2].map((pass) => {
    const count = counts.find((one) => one.pass === pass);
    return count ? text.countOf(pass, count.byName, count.finished) : text.countFree(pass);
  });
  return (
    <div className={styles.bar}>
      <b>{text.twice}</b>
      <span className={styles.barNote}>
        {words.join(text.comma)}
        {text.stop}
        {own || mine === null ? '' : `${text.youCount(mine)}${text.stop}`}
        {mine === null && !own ? text.noCount : ''}
      </span>
      {own && !own.finished && (
        <ActButton
          size="small"
          blocked={acts.includes('finish') ? null : text.finishBlocked}
          onClick={() => void finish()}
        >
          {text.finish}
        </ActButton>
      )}
      {acts.includes('reopen') && (
        <ActButton size="small" onClick={() => setReopening(true)}>
          {text.reopen}
        </ActButton>
      )}
      <span className={styles.barNote}>{text.twiceNote}</span>
      {reopening && (
        <ReopenDialog
          title={text.reopenTitle(villageName)}
          run={async (reason) => {
            show(await call(reopenCounts, { params, body: { reason } }));
            showDone(text.reopened);
          }}
          onClose={() => setReopening(false)}
        />
      )}
    </div>
  );
}

interface ReopenDialogProps {
  title: string;
  run: (reason: string) => Promise<void>;
  onClose: () => void;
}

function ReopenDialog({ title, run, onClose }: ReopenDialogProps) {
  const text = useText().evaluationEntry;
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      title={title}
      body={text.reopenBody}
      act={text.reopen}
      ready={reason.trim().length > 1}
      run={() => run(reason.trim())}
      onClose={onClose}
    >
      <TextField label={text.reason} value={reason} onChange={setReason} />
    </ActDialog>
  );
}
