import { useQuery, useQueryClient } from '@tanstack/react-query';
import { chooseTargets } from '@xuanpai/contracts/targets';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/api.ts';
import { showDone } from '../../../lib/undo.ts';
import { useText } from '../../../locales/use-text.ts';
import { ActDialog, TextField } from '../../../ui/act-dialog.tsx';
import { forgetTargets, targetTemplatesQuery } from '../queries.ts';

interface ChooseDialogProps {
  village: { villageId: string; villageName: string; families: readonly string[] };
  batchId: string;
  onClose: () => void;
}

/** The templates of a village that has none by its kinds, or other ones than these. */
export function ChooseDialog({ village, batchId, onClose }: ChooseDialogProps) {
  const text = useText().targets;
  const client = useQueryClient();
  const templates = useQuery(targetTemplatesQuery).data?.items ?? [];
  const used = templates.filter(({ uses }) => uses.some((use) => use.batchId === batchId));
  const byFamily = [...new Map(used.map(({ family, name }) => [family, name]))];
  const [families, setFamilies] = useState<string[]>([...village.families]);
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      title={text.chooseTitle(village.villageName)}
      body={text.chooseBody}
      act={text.chooseFamilies}
      ready={reason.trim().length > 1}
      run={async () => {
        await call(chooseTargets, {
          params: { villageId: village.villageId },
          body: { batchId, families, reason: reason.trim() },
        });
        await forgetTargets(client);
        showDone(text.chosen(village.villageName));
      }}
      onClose={onClose}
    >
      <Checkbox.Group
        value={families}
        options={byFamily.map(([value, label]) => ({ value, label }))}
        onChange={(values) => setFamilies(values as string[])}
      />
      <TextField label={text.reason} value={reason} onChange={setReason} />
    </ActDialog>
  );
}
