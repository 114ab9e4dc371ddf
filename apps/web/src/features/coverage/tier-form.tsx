import { useQueryClient } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import { type BatchVillage, overrideTier } from '@xuanpai/contracts/coverage';
import type { Tier, VillageKind } from '@xuanpai/contracts/values';
import { tierWords, villageKindWords } from '@xuanpai/contracts/words';
import { Checkbox, Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word, wordOptions } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Select } from '../../ui/select.tsx';

interface Values {
  /** '' follows the proposal. */
  tier: Tier | '';
  kinds: VillageKind[];
  cityDispatched: boolean;
  reason: string;
}

/** Sets tier, kinds and the city's part, with the reason; what isn't changed isn't sent. */
export function TierForm({ batch, village }: { batch: Batch; village: BatchVillage }) {
  const words = useText();
  const text = words.coverage;
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const draft = useDraft(`tier.${batch.id}.${village.villageId}`, form);
  const byHand = village.tier !== village.proposedTier;
  const initial: Values = {
    tier: byHand ? (village.tier ?? '') : '',
    kinds: village.kinds,
    cityDispatched: village.cityDispatched,
    reason: '',
  };
  const act = useFormAct(form, {
    send: (values: Values) =>
      call(overrideTier, {
        params: { id: batch.id, villageId: village.villageId },
        body: changesOf(values, initial, village.version),
      }),
    onDone: async (saved) => {
      draft.clear();
      showDone(text.adjusted(saved.name, saved.tier ? word(tierWords[saved.tier]) : text.open));
      await client.invalidateQueries();
    },
  });
  const reload = () => client.invalidateQueries({ queryKey: ['coverage'] });
  return (
    <Form
      {...formLayout}
      form={form}
      initialValues={initial}
      onValuesChange={draft.onValuesChange}
      onFinish={act.submit}
    >
      <Form.Item name="tier" label={text.tier}>
        <Select
          options={[
            { value: '', label: text.followProposal(tierName(village.proposedTier)) },
            ...wordOptions(tierWords),
          ]}
        />
      </Form.Item>
      <Form.Item name="kinds" label={text.kind}>
        <Select mode="multiple" allowClear options={wordOptions(villageKindWords)} />
      </Form.Item>
      <Form.Item name="cityDispatched" label={word(tierWords.city)} valuePropName="checked">
        <Checkbox>{text.cityDispatched}</Checkbox>
      </Form.Item>
      <Form.Item
        name="reason"
        label={text.why}
        rules={[{ required: true, whitespace: true, message: text.reasonMissing }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
      </Form.Item>
      {act.problem && (
        <Form.Item>
          <ProblemAlert
            error={act.problem}
            {...(act.problem.code === 'staleVersion' ? { onUseCurrent: () => void reload() } : {})}
          />
        </Form.Item>
      )}
      <ActButton
        kind="primary"
        submits
        busy={act.busy}
        blocked={batch.issuedPlanId ? text.issuedBlocks(batch.documentNumber ?? '') : null}
      >
        {text.adjustAct}
      </ActButton>
    </Form>
  );

  function tierName(tier: Tier | null) {
    return tier === null ? text.open : word(tierWords[tier]);
  }
}

function changesOf(
  { tier, kinds, cityDispatched, reason }: Values,
  before: Values,
  version: number,
) {
  return {
    version,
    reason,
    ...(tier === before.tier ? {} : { tier: tier === '' ? null : tier }),
    ...(kinds.join() === before.kinds.join() ? {} : { kinds }),
    ...(cityDispatched === before.cityDispatched ? {} : { cityDispatched }),
  };
}
