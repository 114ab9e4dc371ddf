import { useQueryClient } from '@tanstack/react-query';
import { addPayment, type ProjectDetail } from '@xuanpai/contracts/projects';
import { type PaymentKind, paymentKindWords } from '@xuanpai/contracts/support-words';
import { Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { formatYuan } from '../../lib/format.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { MoneyField, positiveMoneyRule } from '../../ui/money-field.tsx';
import { Select } from '../../ui/select.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { sourceName } from './project-money.tsx';
import { forgetSupport } from './queries.ts';

interface PaymentValues {
  sourceId?: string;
  paidOn: string;
  amount: string;
  voucher: string;
  note?: string;
}

interface PaymentPanelProps {
  project: ProjectDetail;
  kind: PaymentKind;
  onClose: () => void;
}

/** Money that came in from a source, or was spent, to the cent and with its voucher. */
export function PaymentPanel({ project, kind, onClose }: PaymentPanelProps) {
  const { support: text, ui } = useText();
  const client = useQueryClient();
  const { today } = useDay();
  const [form] = Form.useForm<PaymentValues>();
  const { id, version, sources, name } = project;
  const title = kind === 'received' ? text.addReceived : text.addSpent;
  const sent = useFormAct(form, {
    send: ({ note, ...values }: PaymentValues) =>
      call(addPayment, {
        params: { id },
        body: { version, kind, ...values, ...(note ? { note } : {}) },
      }),
    onDone: async (_: ProjectDetail) => {
      const amount = formatYuan(form.getFieldValue('amount'));
      await forgetSupport(client);
      showDone(text.paymentSaved(word(paymentKindWords[kind]), amount));
    },
  });
  const required = { required: true, message: text.missing };
  return (
    <SidePanel title={title} note={name} onClose={onClose}>
      <PanelPart>
        <Form
          {...formLayout}
          form={form}
          initialValues={{
            paidOn: today,
            ...(kind === 'received' && sources[0] ? { sourceId: sources[0].id } : {}),
          }}
          onFinish={sent.submit}
          aria-label={title}
        >
          {kind === 'received' && (
            <Form.Item name="sourceId" label={text.source} rules={[required]}>
              <Select
                aria-label={text.source}
                options={sources.map((source) => ({
                  value: source.id,
                  label: sourceName(source),
                }))}
              />
            </Form.Item>
          )}
          <Form.Item name="paidOn" label={text.paidOn} rules={[required, dateRule('day', ui)]}>
            <DateField />
          </Form.Item>
          <Form.Item name="amount" label={text.amount} rules={[required, positiveMoneyRule(ui)]}>
            <MoneyField />
          </Form.Item>
          <Form.Item name="voucher" label={text.voucher} rules={[required]}>
            <Input autoComplete="off" maxLength={60} />
          </Form.Item>
          <Form.Item name="note" label={text.note}>
            <Input autoComplete="off" maxLength={200} />
          </Form.Item>
          <FormEnd sent={sent}>{title}</FormEnd>
        </Form>
      </PanelPart>
    </SidePanel>
  );
}
