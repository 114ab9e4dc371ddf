import { useQueryClient } from '@tanstack/react-query';
import {
  changeTownshipBenefit,
  createTownshipBenefit,
  type TownshipBenefit,
} from '@xuanpai/contracts/township-benefits';
import { Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { useReach } from '../../lib/reach.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { forgetBenefits } from './queries.ts';

interface Values {
  title: string;
  content: string;
  documentNumber: string;
  startsOn: string;
  endsOn?: string | null;
}

interface TownshipBenefitFormProps {
  batchId: string;
  /** Null: a new one. */
  benefit: TownshipBenefit | null;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** The text of a township's benefit, with its document and its days. */
export function TownshipBenefitForm(props: TownshipBenefitFormProps) {
  const { batchId, benefit, onClose, onSaved } = props;
  const { benefits: text, ui } = useText();
  const client = useQueryClient();
  const { today } = useDay();
  const reach = useReach('townshipBenefits.write', 'sheets');
  const townshipId = typeof reach === 'string' ? '' : (reach.townshipIds[0] ?? '');
  const [form] = Form.useForm<Values>();
  const sent = useFormAct(form, {
    send: ({ endsOn = null, ...values }: Values) =>
      benefit
        ? call(changeTownshipBenefit, {
            params: { id: benefit.id },
            body: { ...values, endsOn: endsOn || null, version: benefit.version },
          })
        : call(createTownshipBenefit, {
            body: { ...values, endsOn: endsOn || null, townshipId, batchId },
          }),
    onDone: async (saved: TownshipBenefit) => {
      await forgetBenefits(client);
      showDone(text.benefitSaved(saved.title));
      onSaved(saved.id);
    },
  });
  const required = { required: true, message: text.missing };
  const title = benefit ? text.changeBenefit : text.enterBenefit;
  return (
    <SidePanel title={title} width={460} onClose={onClose}>
      <PanelPart>
        <Form
          {...formLayout}
          form={form}
          initialValues={benefit ?? { startsOn: today, endsOn: null }}
          onFinish={sent.submit}
          aria-label={title}
        >
          <Form.Item name="title" label={text.title} rules={[required]}>
            <Input autoComplete="off" maxLength={80} />
          </Form.Item>
          <Form.Item name="content" label={text.content} rules={[required]}>
            <Input.TextArea rows={4} maxLength={2000} />
          </Form.Item>
          <Form.Item name="documentNumber" label={text.document} rules={[required]}>
            <Input autoComplete="off" maxLength={80} />
          </Form.Item>
          <Form.Item name="startsOn" label={text.startsOn} rules={[required, dateRule('day', ui)]}>
            <DateField />
          </Form.Item>
          <Form.Item name="endsOn" label={text.endsOn} rules={[dateRule('day', ui)]}>
            <DateField />
          </Form.Item>
          <FormEnd sent={sent}>{benefit ? text.saveBenefit : text.enterBenefit}</FormEnd>
        </Form>
      </PanelPart>
    </SidePanel>
  );
}
