import { useQueryClient } from '@tanstack/react-query';
import {
  type ExpensePurpose,
  expensePurposes,
  expensePurposeWords,
} from '@xuanpai/contracts/benefit-words';
import { type ExpenseDetail, enterExpenseUse } from '@xuanpai/contracts/work-expenses';
import { Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { formatYuan } from '../../lib/format.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { MoneyField } from '../../ui/money-field.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Select } from '../../ui/select.tsx';
import { moneyRule } from './money-rule.ts';
import { optionsOf } from './payment-form.tsx';
import { forgetBenefits } from './queries.ts';

interface Values {
  cadreId?: string;
  usedOn?: string | null;
  amount?: string | null;
  purpose?: ExpensePurpose;
  content?: string;
  voucher?: string;
}

interface SpendFormProps {
  account: ExpenseDetail;
  onDone: () => void;
}

/** What was paid was used for this. */
export function SpendForm({ account, onDone }: SpendFormProps) {
  const { benefits: text, ui } = useText();
  const client = useQueryClient();
  const { today } = useDay();
  const [form] = Form.useForm<Values>();
  const { unitId, batchId, year, people } = account;
  const sent = useFormAct(form, {
    send: (values: Values) =>
      call(enterExpenseUse, {
        params: { unitId },
        body: { ...values, batchId, year: year.year } as never,
      }),
    onDone: async () => {
      const amount = formatYuan(form.getFieldValue('amount'));
      await forgetBenefits(client);
      showDone(text.spendSaved(amount));
      onDone();
    },
  });
  const required = { required: true, message: text.missing };
  return (
    <Form
      {...formLayout}
      form={form}
      initialValues={{ cadreId: people[0]?.cadreId, usedOn: today, purpose: 'travel' }}
      onFinish={sent.submit}
      aria-label={text.enterUse}
    >
      <Form.Item name="cadreId" label={text.person} rules={[required]}>
        <Select aria-label={text.person} options={optionsOf(account)} />
      </Form.Item>
      <Form.Item name="amount" label={text.amount} rules={[required, moneyRule(text)]}>
        <MoneyField />
      </Form.Item>
      <Form.Item name="usedOn" label={text.usedOn} rules={[required, dateRule('day', ui)]}>
        <DateField />
      </Form.Item>
      <Form.Item name="purpose" label={text.purpose} rules={[required]}>
        <Select
          aria-label={text.purpose}
          options={expensePurposes.map((value) => ({
            value,
            label: word(expensePurposeWords[value]),
          }))}
        />
      </Form.Item>
      <Form.Item name="content" label={text.content} rules={[required]}>
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <Form.Item name="voucher" label={text.voucher} rules={[required]}>
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      {sent.problem && (
        <Form.Item>
          <ProblemAlert error={sent.problem} />
        </Form.Item>
      )}
      <ActButton kind="primary" submits busy={sent.busy}>
        {text.enterUse}
      </ActButton>
    </Form>
  );
}
