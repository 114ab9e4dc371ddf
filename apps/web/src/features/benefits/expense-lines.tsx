import { useQueryClient } from '@tanstack/react-query';
import { expensePurposeWords, payeeKindWords } from '@xuanpai/contracts/benefit-words';
import {
  type ExpenseDetail,
  removeExpensePayment,
  removeExpenseUse,
} from '@xuanpai/contracts/work-expenses';
import { call } from '../../lib/api.ts';
import { formatYuan } from '../../lib/format.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { confirm } from '../../ui/confirm.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import type { Column } from '../../ui/table-column.ts';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './benefits.module.css';
import { forgetBenefits } from './queries.ts';

type Account = { account: ExpenseDetail };

/** What was paid, in its order: to which account, by which voucher. */
export function Payments({ account }: Account) {
  const text = useText().benefits;
  const remove = useRemove();
  const { payments, acts } = account;
  if (payments.length === 0) return <p className={styles.quiet}>{text.noPayments}</p>;
  const act = (id: string, version: number) => () =>
    call(removeExpensePayment, { params: { id }, query: { version } });
  return (
    <PlainTable
      label={text.payments}
      rows={payments}
      rowKey={({ id }) => id}
      columns={[
        { key: 'day', title: text.paidOn, width: 88, phone: 'note', cell: ({ paidOn }) => paidOn },
        {
          key: 'name',
          title: text.person,
          width: 64,
          phone: 'title',
          cell: (row) => row.cadreName,
        },
        {
          key: 'amount',
          title: text.amount,
          width: 88,
          align: 'end',
          phone: 'side',
          cell: ({ amount }) => formatYuan(amount),
        },
        {
          key: 'payee',
          title: text.payee,
          phone: 'note',
          cell: ({ payeeKind, payee, account: number, voucher, note }) => (
            <span title={[word(payeeKindWords[payeeKind]), number, note].filter(Boolean).join(' ')}>
              {`${payee} …${number.slice(-4)}，${voucher}`}
            </span>
          ),
        },
        ...removal(acts.includes('pay'), text.remove, (row) =>
          remove(row.amount, act(row.id, row.version)),
        ),
      ]}
    />
  );
}

/** What it was used for, in its order. */
export function Uses({ account }: Account) {
  const text = useText().benefits;
  const remove = useRemove();
  const { uses, acts } = account;
  if (uses.length === 0) return <p className={styles.quiet}>{text.noUses}</p>;
  const act = (id: string, version: number) => () =>
    call(removeExpenseUse, { params: { id }, query: { version } });
  return (
    <PlainTable
      label={text.uses}
      rows={uses}
      rowKey={({ id }) => id}
      columns={[
        { key: 'day', title: text.usedOn, width: 88, phone: 'note', cell: ({ usedOn }) => usedOn },
        {
          key: 'name',
          title: text.person,
          width: 64,
          phone: 'title',
          cell: (row) => row.cadreName,
        },
        {
          key: 'amount',
          title: text.amount,
          width: 88,
          align: 'end',
          phone: 'side',
          cell: ({ amount }) => formatYuan(amount),
        },
        {
          key: 'content',
          title: text.content,
          phone: 'note',
          cell: ({ purpose, content, voucher }) =>
            `${word(expensePurposeWords[purpose])}：${content}（${voucher}）`,
        },
        ...removal(acts.includes('use'), text.remove, (row) =>
          remove(row.amount, act(row.id, row.version)),
        ),
      ]}
    />
  );
}

type Line = { id: string; amount: string; version: number };

function removal<Row extends Line>(
  may: boolean,
  label: string,
  run: (row: Row) => Promise<void>,
): Column<Row>[] {
  if (!may) return [];
  return [
    {
      key: 'remove',
      title: label,
      untitled: true,
      width: 44,
      phone: 'note',
      cell: (row) => <TextButton onClick={() => void run(row)}>{label}</TextButton>,
    },
  ];
}

function useRemove() {
  const text = useText().benefits;
  const client = useQueryClient();
  return async (amount: string, run: () => Promise<unknown>) => {
    const done = await confirm({
      title: text.removeTitle(formatYuan(amount)),
      body: text.removeBody,
      act: text.remove,
      danger: true,
      run,
    });
    if (!done) return;
    await forgetBenefits(client);
    showDone(text.removed);
  };
}
