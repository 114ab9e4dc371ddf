import { payeeKindWords } from '@xuanpai/contracts/benefit-words';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { DateSystem } from '../office/office-date.ts';
import type { ImportColumn, RowCells } from './import-column.ts';
import { RowReader } from './row-reader.ts';

/** The finance office's sheet of work expenses: a line for each payment (B4). */
export const expenseColumns = [
  {
    field: 'unit',
    label: { zh: '派出单位', en: 'Sending unit' },
    headings: ['派出单位', '单位', '工作单位', '拨付单位'],
    required: true,
  },
  {
    field: 'name',
    label: { zh: '姓名', en: 'Name' },
    headings: ['姓名', '人员姓名', '干部姓名'],
    required: true,
  },
  {
    field: 'paidOn',
    label: { zh: '拨付日期', en: 'Paid on' },
    headings: ['拨付日期', '日期', '付款日期'],
    required: true,
  },
  {
    field: 'amount',
    label: { zh: '金额', en: 'Amount' },
    headings: ['金额', '金额（元）', '拨付金额', '拨付金额（元）'],
    required: true,
  },
  {
    field: 'payeeKind',
    label: { zh: '收款账户', en: 'Account of' },
    headings: ['收款账户', '账户类别', '账户性质'],
  },
  {
    field: 'payee',
    label: { zh: '户名', en: 'Account holder' },
    headings: ['户名', '收款单位', '收款人', '账户名称'],
    required: true,
  },
  {
    field: 'account',
    label: { zh: '账号', en: 'Account number' },
    headings: ['账号', '银行账号', '收款账号'],
    required: true,
  },
  {
    field: 'voucher',
    label: { zh: '凭证号', en: 'Voucher' },
    headings: ['凭证号', '记账凭证号', '凭证'],
    required: true,
  },
  { field: 'note', label: { zh: '备注', en: 'Remark' }, headings: ['备注', '说明', '摘要'] },
] as const satisfies readonly ImportColumn[];

export type ExpenseField = (typeof expenseColumns)[number]['field'];

/** What a line says; whose account and which year it is, the register knows. */
export function readExpenseRow(cells: RowCells<ExpenseField>, dateSystem: DateSystem) {
  const reader = new RowReader(cells);
  const unit = reader.text('unit', 80);
  const name = reader.personName('name', 40);
  const paid = reader.date('paidOn', dateSystem);
  const amount = reader.money('amount', 'yuan');
  const payee = reader.text('payee', 80);
  const voucher = reader.text('voucher', 60);
  const account = (reader.text('account', 60) ?? '').replace(/[\s-]/g, '');
  for (const { field, label } of expenseColumns) {
    const values: Partial<Record<ExpenseField, unknown>> = {
      ...{ unit, name, paidOn: paid, amount, payee, voucher, account },
    };
    if (field in values && !values[field]) reader.require(field, label);
  }
  if (amount && !/^(?!0+\.00$)\d{1,7}\./.test(amount)) {
    reader.refuse('amount', 'notPositive', {
      zh: '金额应大于0，不到一千万元。',
      en: 'An amount is more than nothing and less than ten million.',
    });
  }
  if (account !== '' && !/^[0-9]{8,30}$/.test(account)) {
    reader.refuse('account', 'accountMalformed', {
      zh: '账号为8至30位数字。',
      en: 'An account number has 8 to 30 digits.',
    });
  }
  if (paid?.precision === 'month') {
    reader.refuse('paidOn', 'dayMissing', { zh: '请写到日。', en: 'Write the day as well.' });
  }
  const line = unit && name && paid && amount && payee && voucher ? { unit, name, amount } : null;
  return {
    reader,
    /** What can be looked up even where the rest can't be read. */
    known: { unit, payee },
    line: line && {
      ...{ ...line, paidOn: (paid?.date ?? '') as PlainDate, payee: payee ?? '', account },
      voucher: voucher ?? '',
      payeeKind: reader.word('payeeKind', payeeKindWords) ?? ('village' as const),
      note: reader.text('note', 200) ?? null,
    },
  };
}

export type ExpenseLine = NonNullable<ReturnType<typeof readExpenseRow>['line']>;
