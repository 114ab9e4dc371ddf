import { useQueryClient } from '@tanstack/react-query';
import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useDay } from '../../lib/day.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { formatYuan } from '../../lib/format.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { MoneyField, positiveMoneyRule } from '../../ui/money-field.tsx';
import { Select } from '../../ui/select.tsx';
import { forgetBenefits } from './queries.ts';

interface LineFormProps<Values> {
  /** Whom it may be of. */
  people: readonly { cadreId: string; cadreName: string; villageName: string }[];
  act: string;
  /** The day of the line: its field, and its words. */
  day: { name: string; label: string };
  initial: Partial<Values>;
  send: (values: Values) => Promise<unknown>;
  saved: (money: string) => string;
  onDone?: () => void;
  /** What this kind of line has beside a person, an amount and a day. */
  children: ReactNode;
}

/** A line of money: of whom, how much, when, and what its kind has more. */
export function LineForm<Values extends { amount: string }>(props: LineFormProps<Values>) {
  const { people, act, day, initial, saved } = props;
  const { benefits: text, ui } = useText();
  const client = useQueryClient();
  const { today } = useDay();
  const [form] = Form.useForm<Values>();
  const sent = useFormAct(form, {
    send: async (values: Values) => {
      await props.send(values);
      return values;
    },
    onDone: async ({ amount }) => {
      await forgetBenefits(client);
      showDone(saved(formatYuan(amount)));
      props.onDone?.();
    },
  });
  const required = { required: true, message: text.missing };
  return (
    <Form
      {...formLayout}
      form={form}
      initialValues={{ [day.name]: today, ...initial }}
      onFinish={sent.submit}
      aria-label={act}
    >
      <Form.Item name="cadreId" label={text.person} rules={[required]}>
        <Select
          aria-label={text.person}
          searchable
          options={people.map(({ cadreId, cadreName, villageName }) => ({
            value: cadreId,
            label: `${cadreName} ${villageName}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="amount" label={text.amount} rules={[required, positiveMoneyRule(ui)]}>
        <MoneyField />
      </Form.Item>
      <Form.Item name={day.name} label={day.label} rules={[required, dateRule('day', ui)]}>
        <DateField />
      </Form.Item>
      {props.children}
      <FormEnd sent={sent}>{act}</FormEnd>
    </Form>
  );
}
