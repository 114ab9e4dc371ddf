import { useQueryClient } from '@tanstack/react-query';
import { type PayeeKind, payeeKinds, payeeKindWords } from '@xuanpai/contracts/benefit-words';
import { type ExpenseDetail, payWorkExpense } from '@xuanpai/contracts/work-expenses';
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
import { forgetBenefits } from './queries.ts';

interface Values {
  cadreId?: string;
  paidOn?: string | null;
  amount?: string | null;
  payeeKind?: PayeeKind;
  payee?: string;
  account?: string;
  voucher?: string;
  note?: string;
}

interface LineFormProps {
  account: ExpenseDetail;
  onDone: () => void;
}

/** A payment to an account that is nobody's own. The last one's account is proposed again. */
export function PaymentForm({ account, onDone }: LineFormProps) {
  const { benefits: text, ui } = useText();
  const client = useQueryClient();
  const { today } = useDay();
  const [form] = Form.useForm<Values>();
  const { unitId, batchId, year, people, payments } = account;
  const owed = people.find(({ outstanding }) => Number(outstanding) > 0) ?? people[0];
  const last = payments.at(-1);
  const sent = useFormAct(form, {
    send: ({ note, ...values }: Values) =>
      call(payWorkExpense, {
        params: { unitId },
        body: { ...values, batchId, year: year.year, ...(note ? { note } : {}) } as never,
      }),
    onDone: async () => {
      const amount = formatYuan(form.getFieldValue('amount'));
      await forgetBenefits(client);
      showDone(text.paySaved(amount));
      onDone();
    },
  });
  const required = { required: true, message: text.missing };
  return (
    <Form
      {...formLayout}
      form={form}
      initialValues={{
        cadreId: owed?.cadreId,
        amount: owed && Number(owed.outstanding) > 0 ? owed.outstanding : undefined,
        paidOn: today,
        payeeKind: last?.payeeKind ?? 'village',
        ...(last ? { payee: last.payee, account: last.account } : {}),
      }}
      onFinish={sent.submit}
      aria-label={text.pay}
    >
      <Form.Item name="cadreId" label={text.person} rules={[required]}>
        <Select aria-label={text.person} options={optionsOf(account)} />
      </Form.Item>
      <Form.Item name="amount" label={text.amount} rules={[required, moneyRule(text)]}>
        <MoneyField />
      </Form.Item>
      <Form.Item name="paidOn" label={text.paidOn} rules={[required, dateRule('day', ui)]}>
        <DateField />
      </Form.Item>
      <Form.Item name="payeeKind" label={text.payeeKind} rules={[required]}>
        <Select
          aria-label={text.payeeKind}
          options={payeeKinds.map((value) => ({ value, label: word(payeeKindWords[value]) }))}
        />
      </Form.Item>
      <Form.Item name="payee" label={text.payee} rules={[required]}>
        <Input autoComplete="off" maxLength={80} />
      </Form.Item>
      <Form.Item
        name="account"
        label={text.account}
        extra={text.accountHint}
        rules={[required, { pattern: /^[0-9]{8,30}$/, message: text.notAnAccount }]}
      >
        <Input autoComplete="off" inputMode="numeric" maxLength={30} />
      </Form.Item>
      <Form.Item name="voucher" label={text.voucher} rules={[required]}>
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      <Form.Item name="note" label={text.remark}>
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      {sent.problem && (
        <Form.Item>
          <ProblemAlert error={sent.problem} />
        </Form.Item>
      )}
      <ActButton kind="primary" submits busy={sent.busy}>
        {text.pay}
      </ActButton>
    </Form>
  );
}

export function optionsOf({ people }: ExpenseDetail) {
  return people.map(({ cadreId, cadreName, villageName }) => ({
    value: cadreId,
    label: `${cadreName} ${villageName}`,
  }));
}
