import { type PayeeKind, payeeKinds, payeeKindWords } from '@xuanpai/contracts/benefit-words';
import { type ExpenseDetail, payWorkExpense } from '@xuanpai/contracts/work-expenses';
import { Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { Select } from '../../ui/select.tsx';
import { LineForm } from './line-form.tsx';

interface Values {
  cadreId: string;
  paidOn: string;
  amount: string;
  payeeKind: PayeeKind;
  payee: string;
  account: string;
  voucher: string;
  note?: string;
}

interface PaymentFormProps {
  account: ExpenseDetail;
  onDone: () => void;
}

/** A payment to an account that is nobody's own. The last one's account is proposed again. */
export function PaymentForm({ account, onDone }: PaymentFormProps) {
  const text = useText().benefits;
  const { unitId, batchId, year, people, payments } = account;
  const owed = people.find(({ outstanding }) => Number(outstanding) > 0) ?? people[0];
  const last = payments.at(-1);
  const required = { required: true, message: text.missing };
  return (
    <LineForm<Values>
      {...{ people, onDone }}
      act={text.pay}
      day={{ name: 'paidOn', label: text.paidOn }}
      initial={{
        ...(owed ? { cadreId: owed.cadreId } : {}),
        ...(owed && Number(owed.outstanding) > 0 ? { amount: owed.outstanding } : {}),
        payeeKind: last?.payeeKind ?? 'village',
        ...(last ? { payee: last.payee, account: last.account } : {}),
      }}
      send={({ note, ...values }) =>
        call(payWorkExpense, {
          params: { unitId },
          body: { ...values, batchId, year: year.year, ...(note ? { note } : {}) },
        })
      }
      saved={text.paySaved}
    >
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
    </LineForm>
  );
}
