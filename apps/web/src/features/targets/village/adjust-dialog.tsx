import { useQueryClient } from '@tanstack/react-query';
import { adjustTarget } from '@xuanpai/contracts/target-decisions';
import type { PlainDate } from '@xuanpai/contracts/values';
import { Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '../../../lib/api.ts';
import { useDay } from '../../../lib/day.ts';
import { numberText } from '../../../lib/measure-number.ts';
import { showDone } from '../../../lib/undo.ts';
import { useText } from '../../../locales/use-text.ts';
import { ActDialog, DayField, TextField } from '../../../ui/act-dialog.tsx';
import { unitText } from '../measure-words.ts';
import { forgetTargets } from '../queries.ts';
import { readTyped } from '../report-form.ts';
import styles from '../targets.module.css';
import type { VillageMeasure } from '../values.ts';

interface AdjustDialogProps {
  measure: VillageMeasure;
  villageId: string;
  batchId: string;
  onClose: () => void;
}

/** Another bar for one village, with the reason; empty goes back to the template's. */
export function AdjustDialog({ measure, villageId, batchId, onClose }: AdjustDialogProps) {
  const text = useText().targets;
  const client = useQueryClient();
  const { today } = useDay();
  const id = useId();
  const now =
    measure.standings.filter(({ threshold }) => threshold !== null).at(-1)?.threshold ?? null;
  const [typed, setTyped] = useState(now === null ? '' : numberText(now, measure));
  const [leftOut, setLeftOut] = useState(false);
  const [from, setFrom] = useState<string | null>(today);
  const [reason, setReason] = useState('');
  const threshold = readTyped(typed, measure);
  const baseline = measure.baseline.at(-1);
  return (
    <ActDialog
      title={text.adjustTitle(measure.name)}
      body={
        baseline &&
        text.adjustBody(
          baseline.year,
          numberText(baseline.value, measure) + unitText(measure, text),
        )
      }
      act={text.adjust}
      ready={
        reason.trim().length > 1 &&
        threshold !== undefined &&
        from !== null &&
        /^\d{4}-\d{2}-\d{2}$/.test(from)
      }
      run={async () => {
        await call(adjustTarget, {
          params: { villageId },
          body: {
            ...{ batchId, measureKey: measure.key, reason: reason.trim(), leftOut },
            effectiveFrom: from as PlainDate,
            threshold: leftOut ? null : (threshold ?? null),
            thresholdRank: null,
          },
        });
        await forgetTargets(client);
        showDone(text.adjustDone(measure.name));
      }}
      onClose={onClose}
    >
      <div className={styles.entry}>
        <label htmlFor={id} className={styles.muted}>
          {text.newThreshold}
        </label>
        <Input
          id={id}
          autoComplete="off"
          style={{ width: 180 }}
          suffix={unitText(measure, text)}
          disabled={leftOut}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <span className={styles.muted}>{text.newThresholdHint}</span>
      </div>
      <Checkbox checked={leftOut} onChange={(event) => setLeftOut(event.target.checked)}>
        {text.leaveOut}
      </Checkbox>
      <DayField label={text.effectiveFrom} value={from} onChange={setFrom} />
      <TextField label={text.reason} value={reason} onChange={setReason} />
    </ActDialog>
  );
}
