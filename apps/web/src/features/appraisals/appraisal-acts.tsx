import { useQueryClient } from '@tanstack/react-query';
import {
  type AppraisalRow,
  correctAppraisal,
  discardAppraisal,
  returnAppraisal,
  submitAppraisals,
  withdrawAppraisal,
} from '@xuanpai/contracts/appraisals';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { problemOf } from '../../lib/api-problem.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { ActDialog, TextField } from '../../ui/act-dialog.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { PanelPart } from '../../ui/side-panel.tsx';
import styles from './appraisals.module.css';
import { itemsOf, SignDialog } from './bulk-acts.tsx';
import { forgetAppraisals } from './queries.ts';

interface AppraisalActsProps {
  row: AppraisalRow;
  /** What was typed goes first; null where it couldn't be saved. */
  save: () => Promise<AppraisalRow | null>;
}

/** What can be done with one opinion as it stands. */
export function AppraisalActs({ row, save }: AppraisalActsProps) {
  const text = useText().appraisals;
  const client = useQueryClient();
  const [asking, setAsking] = useState<'sign' | 'return' | 'correct' | null>(null);
  const { acts, newest, cadreName } = row;
  if (!newest || acts.every((act) => act === 'write')) return null;
  const { id, version } = newest;
  return (
    <PanelPart title={text.acts}>
      <div className={styles.acts}>
        {acts.includes('submit') && (
          <ActButton kind="primary" onClick={() => void submit()}>
            {text.submit}
          </ActButton>
        )}
        {acts.includes('sign') && (
          <ActButton kind="primary" onClick={() => setAsking('sign')}>
            {text.sign}
          </ActButton>
        )}
        {acts.includes('return') && (
          <ActButton onClick={() => setAsking('return')}>{text.return}</ActButton>
        )}
        {acts.includes('withdraw') && (
          <ActButton onClick={() => void withdraw()}>{text.withdraw}</ActButton>
        )}
        {acts.includes('correct') && (
          <ActButton onClick={() => setAsking('correct')}>{text.correct}</ActButton>
        )}
        {acts.includes('discard') && (
          <ActButton onClick={() => void discard()}>{text.discard}</ActButton>
        )}
      </div>
      {acts.includes('return') && !acts.includes('sign') && (
        <p className={styles.muted}>{text.notToSignYet}</p>
      )}
      {asking === 'sign' && <SignDialog rows={[row]} onClose={() => setAsking(null)} />}
      {asking === 'return' && (
        <Reasoned
          title={text.returnTitle(cadreName)}
          act={text.return}
          run={(reason) => call(returnAppraisal, { params: { id }, body: { version, reason } })}
          done={text.returned(cadreName)}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'correct' && (
        <Reasoned
          title={text.correctTitle(cadreName)}
          body={text.correctBody}
          act={text.correct}
          run={(reason) => call(correctAppraisal, { params: { id }, body: { version, reason } })}
          done={text.corrected(cadreName)}
          onClose={() => setAsking(null)}
        />
      )}
    </PanelPart>
  );

  async function submit() {
    const saved = await save();
    if (!saved) return;
    await quietly(async () => {
      await call(submitAppraisals, { body: { items: itemsOf([saved]) } });
      showDone(text.submitted(1));
    });
  }

  async function withdraw() {
    await quietly(async () => {
      await call(withdrawAppraisal, { params: { id }, body: { version } });
      showDone(text.withdrawn(cadreName));
    });
  }

  async function discard() {
    const done = await confirm({
      title: text.discardTitle(cadreName),
      body: text.discardBody,
      act: text.discard,
      danger: true,
      run: () => call(discardAppraisal, { params: { id }, query: { version } }),
    });
    if (done) await forgetAppraisals(client);
  }

  async function quietly(act: () => Promise<void>) {
    try {
      await act();
    } catch (error) {
      const { detail, title } = problemOf(error);
      showDone(detail || title);
    }
    await forgetAppraisals(client);
  }
}

interface ReasonedProps {
  title: string;
  body?: string;
  act: string;
  done: string;
  run: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

function Reasoned({ title, body, act, done, run, onClose }: ReasonedProps) {
  const text = useText().appraisals;
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      title={title}
      body={body}
      act={act}
      ready={reason.trim().length > 1}
      run={async () => {
        await run(reason.trim());
        await forgetAppraisals(client);
        showDone(done);
      }}
      onClose={onClose}
    >
      <TextField label={text.reason} value={reason} most={300} onChange={setReason} />
    </ActDialog>
  );
}
