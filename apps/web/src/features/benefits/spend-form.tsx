import {
  type ExpensePurpose,
  expensePurposes,
  expensePurposeWords,
} from '@xuanpai/contracts/benefit-words';
import { type ExpenseDetail, enterExpenseUse } from '@xuanpai/contracts/work-expenses';
import { Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { Select } from '../../ui/select.tsx';
import { LineForm } from './line-form.tsx';

interface Values {
  cadreId: string;
  usedOn: string;
  amount: string;
  purpose: ExpensePurpose;
  content: string;
  voucher: string;
}

interface SpendFormProps {
  account: ExpenseDetail;
  onDone: () => void;
}

/** What was paid was used for this. */
export function SpendForm({ account, onDone }: SpendFormProps) {
  const text = useText().benefits;
  const { unitId, batchId, year, people } = account;
  const [first] = people;
  const required = { required: true, message: text.missing };
  return (
    <LineForm<Values>
      {...{ people, onDone }}
      act={text.enterUse}
      day={{ name: 'usedOn', label: text.usedOn }}
      initial={{ ...(first ? { cadreId: first.cadreId } : {}), purpose: 'travel' }}
      send={(values) =>
        call(enterExpenseUse, {
          params: { unitId },
          body: { ...values, batchId, year: year.year },
        })
      }
      saved={text.spendSaved}
    >
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
    </LineForm>
  );
}
