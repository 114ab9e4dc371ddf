import { useQueryClient } from '@tanstack/react-query';
import { judgeTarget } from '@xuanpai/contracts/target-decisions';
import { type JudgedRank, judgedRanks, judgedRankWords } from '@xuanpai/contracts/target-values';
import type { PlainDate } from '@xuanpai/contracts/values';
import { Radio } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/api.ts';
import { useDay } from '../../../lib/day.ts';
import { showDone } from '../../../lib/undo.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { ActDialog, DayField, TextField } from '../../../ui/act-dialog.tsx';
import { forgetTargets } from '../queries.ts';
import type { VillageMeasure } from '../values.ts';

interface JudgeDialogProps {
  measure: VillageMeasure;
  villageId: string;
  batchId: string;
  onClose: () => void;
}

/** The rank of a village's body, judged by the office with its ground; never reckoned. */
export function JudgeDialog({ measure, villageId, batchId, onClose }: JudgeDialogProps) {
  const text = useText().targets;
  const client = useQueryClient();
  const { today } = useDay();
  const [rank, setRank] = useState<JudgedRank | null>(null);
  const [on, setOn] = useState<string | null>(today);
  const [ground, setGround] = useState('');
  return (
    <ActDialog
      title={text.judgeTitle(measure.name)}
      body={text.judgeBody}
      act={text.judge}
      ready={rank !== null && ground.trim().length > 1 && /^\d{4}-\d{2}-\d{2}$/.test(on ?? '')}
      run={async () => {
        await call(judgeTarget, {
          params: { villageId },
          body: {
            ...{ batchId, measureKey: measure.key, ground: ground.trim() },
            rank: rank as JudgedRank,
            judgedOn: on as PlainDate,
          },
        });
        await forgetTargets(client);
        showDone(text.judged(measure.name));
      }}
      onClose={onClose}
    >
      <Radio.Group
        aria-label={measure.name}
        value={rank}
        options={judgedRanks.map((value) => ({ value, label: word(judgedRankWords[value]) }))}
        onChange={(event) => setRank(event.target.value as JudgedRank)}
      />
      <DayField label={text.judgedOn} value={on} onChange={setOn} />
      <TextField label={text.ground} value={ground} onChange={setGround} />
    </ActDialog>
  );
}
