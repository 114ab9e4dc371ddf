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
import { TextField } from '../../ui/act-dialog.tsx';
import { AskedAct, WordedAct } from '../../ui/asked-act.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './benefits.module.css';
import { forgetBenefits } from './queries.ts';

/** 表现突出: confirmed with its ground, or withdrawn before it was used. */
export function OutstandingActs({ benefit }: { benefit: BenefitDetail }) {
  const text = useText().benefits;
  const client = useQueryClient();
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
  return (
    <AskedAct
      act={confirms ? text.confirmOutstanding : text.withdrawOutstanding}
      ready={ground.trim().length > 1 && (!confirms || documentNumber.trim().length > 1)}
      run={run}
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
    </AskedAct>
  );
}

/** The result of the competition, when it is known. */
export function ResultForm({ use }: { use: BenefitUse }) {
  const text = useText().benefits;
  const client = useQueryClient();
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
      <AskedAct act={text.saveResult} ready run={run}>
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
      </AskedAct>
    </span>
  );
}

/** Another person voids what was entered by mistake. */
export function VoidUse({ use }: { use: BenefitUse }) {
  const text = useText().benefits;
  const client = useQueryClient();
  return (
    <span className={styles.acts}>
      <WordedAct
        act={text.voidUse}
        body={text.voidBody}
        kind="danger"
        field={{ label: text.reason, most: 300 }}
        run={async (reason) => {
          await call(voidBenefitUse, {
            params: { id: use.id },
            body: { reason, version: use.version },
          });
          await forgetBenefits(client);
          showDone(text.voided);
        }}
      />
    </span>
  );
}
