import { useQuery, useQueryClient } from '@tanstack/react-query';
import { chooseTargetsOfMany } from '@xuanpai/contracts/target-decisions';
import type { PlainDate } from '@xuanpai/contracts/values';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/api.ts';
import { useDay } from '../../../lib/day.ts';
import { showDone } from '../../../lib/undo.ts';
import { useText } from '../../../locales/use-text.ts';
import { ActDialog, DayField, TextField } from '../../../ui/act-dialog.tsx';
import { forgetTargets, targetTemplatesQuery } from '../queries.ts';

interface ChooseDialogProps {
  villages: readonly { villageId: string; villageName: string; families: readonly string[] }[];
  batchId: string;
  onDone?: () => void;
  onClose: () => void;
}

/** The templates of villages that have none by their kinds, or other ones than these. */
export function ChooseDialog({ villages, batchId, onDone, onClose }: ChooseDialogProps) {
  const text = useText().targets;
  const client = useQueryClient();
  const templates = useQuery(targetTemplatesQuery).data?.items ?? [];
  const used = templates.filter(({ uses }) => uses.some((use) => use.batchId === batchId));
  const byFamily = [...new Map(used.map(({ family, name }) => [family, name]))];
  const [families, setFamilies] = useState<string[]>([...(villages[0]?.families ?? [])]);
  const { today } = useDay();
  const [from, setFrom] = useState<string | null>(today);
  const [reason, setReason] = useState('');
  const names = text.namesOf(villages.map(({ villageName }) => villageName));
  return (
    <ActDialog
      title={text.chooseTitle(names)}
      body={text.chooseBody}
      act={text.chooseFamilies}
      ready={reason.trim().length > 1 && from !== null && /^\d{4}-\d{2}-\d{2}$/.test(from)}
      run={async () => {
        const villageIds = villages.map(({ villageId }) => villageId);
        await call(chooseTargetsOfMany, {
          body: {
            ...{ batchId, villageIds, families, reason: reason.trim() },
            effectiveFrom: from as PlainDate,
          },
        });
        onDone?.();
        await forgetTargets(client);
        showDone(text.chosen(names));
      }}
      onClose={onClose}
    >
      <Checkbox.Group
        value={families}
        options={byFamily.map(([value, label]) => ({ value, label }))}
        onChange={(values) => setFamilies(values as string[])}
      />
      <DayField label={text.askedFrom} value={from} onChange={setFrom} />
      <TextField label={text.reason} value={reason} onChange={setReason} />
    </ActDialog>
  );
}
