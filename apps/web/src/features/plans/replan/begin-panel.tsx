import { useQueryClient } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import { createPlan } from '@xuanpai/contracts/plans';
import type { PlainDate } from '@xuanpai/contracts/values';
import { Form } from 'antd';
import { call } from '../../../lib/api.ts';
import { useDay } from '../../../lib/day.ts';
import { useFormAct } from '../../../lib/form-act.ts';
import { useGo } from '../../../lib/links.ts';
import { showDone } from '../../../lib/undo.ts';
import { useText } from '../../../locales/use-text.ts';
import { linkTo } from '../../../paths.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { DateField, dateRule } from '../../../ui/date-field.tsx';
import { formLayout } from '../../../ui/form-layout.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { PanelPart, SidePanel } from '../../../ui/side-panel.tsx';
import { plansKey } from '../queries.ts';

/** 重排: from which day posts are to change. */
export function BeginReplanPanel({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const { replans: text, ui } = useText();
  const { today } = useDay();
  const client = useQueryClient();
  const go = useGo();
  const [form] = Form.useForm<{ replansOn: string }>();
  const act = useFormAct(form, {
    send: ({ replansOn }: { replansOn: string }) =>
      call(createPlan, {
        params: { id: batch.id },
        body: { replansOn: replansOn as PlainDate },
      }),
    onDone: (plan) => {
      void client.invalidateQueries({ queryKey: [...plansKey, 'of'] });
      showDone(text.begun(plan.name, plan.filled, plan.places.length));
      go(linkTo.plan(plan.id));
    },
  });
  return (
    <SidePanel title={text.beginTitle} note={text.beginNote} onClose={onClose}>
      <PanelPart>
        <Form
          {...formLayout}
          form={form}
          initialValues={{ replansOn: [today, batch.startsOn].sort().at(-1) }}
          onFinish={act.submit}
        >
          <Form.Item
            name="replansOn"
            label={text.on}
            rules={[{ required: true, message: text.onMissing }, dateRule('day', ui)]}
          >
            <DateField />
          </Form.Item>
          {act.problem && (
            <Form.Item>
              <ProblemAlert error={act.problem} />
            </Form.Item>
          )}
          <ActButton kind="primary" submits busy={act.busy}>
            {text.beginAct}
          </ActButton>
        </Form>
      </PanelPart>
    </SidePanel>
  );
}
