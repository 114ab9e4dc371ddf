import { useQueryClient } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import { setWeights } from '@xuanpai/contracts/plan-variants';
import { getPlan, type Plan, type WeightChanges } from '@xuanpai/contracts/plans';
import { changePolicy, type PolicyParameter } from '@xuanpai/contracts/policy';
import type { Basis } from '@xuanpai/contracts/problems';
import { Form, Input } from 'antd';
import { call } from '../../../lib/api.ts';
import { useFormAct } from '../../../lib/form-act.ts';
import { formatNumber } from '../../../lib/format.ts';
import { showDone } from '../../../lib/undo.ts';
import { useText } from '../../../locales/use-text.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { formLayout } from '../../../ui/form-layout.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Select } from '../../../ui/select.tsx';
import { PanelPart, SidePanel } from '../../../ui/side-panel.tsx';

interface AdoptPanelProps {
  plan: Plan;
  batch: Batch;
  /** Of the batch. */
  version: number;
  weights: readonly PolicyParameter[];
  tried: WeightChanges;
  onAdopted: () => void;
  onClose: () => void;
}

interface Values {
  reason: string;
  kind: Basis['kind'];
  source: string;
}

const kinds = ['notice', 'national', 'reading', 'local'] as const;

/** Takes the weights tried into the batch's policy, as its page does: from a day, why, on what basis. */
export function AdoptPanel(props: AdoptPanelProps) {
  const { plan, batch, version, weights, tried, onAdopted, onClose } = props;
  const { whatIf: text, problems } = useText();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const changed = weights.filter(({ key }) => tried[key] !== undefined);
  const act = useFormAct(form, {
    send: async ({ reason, kind, source }: Values) => {
      const basis = { kind, source };
      const changes = changed.map(({ key }) => ({ key, value: tried[key] ?? null, basis }));
      const body = { effectiveFrom: batch.date, reason, changes, version };
      await call(changePolicy, { params: { id: batch.id }, body });
      await backToPolicy(plan.id);
    },
    onDone: async () => {
      onAdopted();
      showDone(text.adopted(changed.length));
      onClose();
      await client.invalidateQueries();
    },
  });
  const first = changed[0]?.basis;
  return (
    <SidePanel title={text.adoptTitle} note={text.adoptNote(batch.date)} onClose={onClose}>
      <PanelPart>
        <PlainTable
          label={text.adoptTitle}
          headless
          rows={changed}
          rowKey={({ key }) => key}
          columns={[
            { key: 'label', title: text.weight, cell: ({ label }) => label },
            {
              key: 'change',
              title: text.change,
              align: 'end',
              width: 130,
              cell: ({ key, value, kind }) =>
                kind === 'number'
                  ? text.from(formatNumber(Number(value), 1), formatNumber(Number(tried[key]), 1))
                  : text.tableTried,
            },
          ]}
        />
      </PanelPart>
      <PanelPart>
        <Form
          {...formLayout}
          form={form}
          initialValues={{
            reason: '',
            kind: first?.kind ?? 'reading',
            source: first?.source ?? '',
          }}
          onFinish={act.submit}
        >
          <Form.Item
            name="reason"
            label={text.reason}
            rules={[{ required: true, whitespace: true, message: text.required }]}
          >
            <Input maxLength={200} placeholder={text.reasonExample} />
          </Form.Item>
          <Form.Item name="kind" label={text.basisKind}>
            <Select
              options={kinds.map((value) => ({ value, label: problems.basisKinds[value] }))}
            />
          </Form.Item>
          <Form.Item
            name="source"
            label={text.basisSource}
            rules={[{ required: true, whitespace: true, message: text.required }]}
          >
            <Input maxLength={200} />
          </Form.Item>
          {act.problem && <ProblemAlert error={act.problem} />}
          <ActButton kind="primary" submits busy={act.busy}>
            {text.adoptAct(changed.length)}
          </ActButton>
        </Form>
      </PanelPart>
    </SidePanel>
  );
}

/** The policy has them now: a plan that was on trial has no weights of its own any more. */
async function backToPolicy(id: string) {
  const { weightChanges, version, status } = await call(getPlan, { params: { id } });
  if (weightChanges === null || status === 'issued' || status === 'dropped') return;
  await call(setWeights, { params: { id }, body: { weightChanges: {}, version } });
}
