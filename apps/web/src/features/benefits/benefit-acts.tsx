import { useQueryClient } from '@tanstack/react-query';
import {
  type CompetitionResult,
  competitionResults,
  competitionResultWords,
} from '@xuanpai/contracts/benefit-words';
import {
  type BenefitDetail,
  type BenefitUse,
  confirmOutstanding,
  recordCompetitionResult,
  voidBenefitUse,
  withdrawOutstanding,
} from '@xuanpai/contracts/benefits';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { ActDialog, TextField } from '../../ui/act-dialog.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './benefits.module.css';
import { forgetBenefits } from './queries.ts';

/** 表现突出: confirmed with its ground, or withdrawn before it was used. */
export function OutstandingActs({ benefit }: { benefit: BenefitDetail }) {
  const text = useText().benefits;
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [ground, setGround] = useState('');
  const [documentNumber, setDocument] = useState('');
  const { cadreId, outstanding, acts } = benefit;
  const params = { cadreId };
  const confirms = acts.includes('confirm');
  if (!confirms && !acts.includes('withdraw')) return null;
  async function run() {
    if (outstanding) {
      const body = { reason: ground.trim(), version: outstanding.version };
      await call(withdrawOutstanding, { params, body });
    } else await call(confirmOutstanding, { params, body: { ground, documentNumber } });
    await forgetBenefits(client);
    showDone(outstanding ? text.withdrawnSaid : text.confirmedSaid(benefit.percents.excellent));
  }
  const act = confirms ? text.confirmOutstanding : text.withdrawOutstanding;
  return (
    <>
      <ActButton onClick={() => setOpen(true)}>{act}</ActButton>
      {open && (
        <ActDialog
          title={act}
          act={act}
          ready={ground.trim().length > 1 && (!confirms || documentNumber.trim().length > 1)}
          run={run}
          onClose={() => setOpen(false)}
        >
          <TextField
            label={confirms ? text.ground : text.reason}
            value={ground}
            most={confirms ? 500 : 300}
            onChange={setGround}
          />
          {confirms && (
            <TextField
              label={text.document}
              value={documentNumber}
              rows={1}
              most={80}
              onChange={setDocument}
            />
          )}
        </ActDialog>
      )}
    </>
  );
}

/** The result of the competition, when it is known. */
export function ResultForm({ use }: { use: BenefitUse }) {
  const text = useText().benefits;
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [result, setResult] = useState<CompetitionResult>(use.result);
  const [note, setNote] = useState(use.resultNote ?? '');
  async function run() {
    const body = { result, note: note.trim() || null, version: use.version };
    await call(recordCompetitionResult, { params: { id: use.id }, body });
    await forgetBenefits(client);
    showDone(text.resultSaved);
  }
  return (
    <span className={styles.acts}>
      <ActButton onClick={() => setOpen(true)}>{text.saveResult}</ActButton>
      {open && (
        <ActDialog
          title={text.saveResult}
          act={text.saveResult}
          ready
          run={run}
          onClose={() => setOpen(false)}
        >
          <Select
            aria-label={text.result}
            value={result}
            onChange={setResult}
            style={{ width: 200 }}
            options={competitionResults.map((value) => ({
              value,
              label: word(competitionResultWords[value]),
            }))}
          />
          <TextField label={text.remark} value={note} most={200} onChange={setNote} />
        </ActDialog>
      )}
    </span>
  );
}

/** Another person voids what was entered by mistake. */
export function VoidUse({ use }: { use: BenefitUse }) {
  const text = useText().benefits;
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  async function run() {
    const body = { reason: reason.trim(), version: use.version };
    await call(voidBenefitUse, { params: { id: use.id }, body });
    await forgetBenefits(client);
    showDone(text.voided);
  }
  return (
    <span className={styles.acts}>
      <ActButton kind="danger" onClick={() => setOpen(true)}>
        {text.voidUse}
      </ActButton>
      {open && (
        <ActDialog
          title={text.voidUse}
          body={text.voidBody}
          act={text.voidUse}
          danger
          ready={reason.trim().length > 1}
          run={run}
          onClose={() => setOpen(false)}
        >
          <TextField label={text.reason} value={reason} most={300} onChange={setReason} />
        </ActDialog>
      )}
    </span>
  );
}
