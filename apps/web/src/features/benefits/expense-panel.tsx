import { useQuery } from '@tanstack/react-query';
import { postWords } from '@xuanpai/contracts/words';
import type { ExpenseDetail, ExpensePerson } from '@xuanpai/contracts/work-expenses';
import { useState } from 'react';
import { basisText } from '../../lib/basis.ts';
import { formatInstantDay, formatYuan } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { AccountState, outstandingWords } from './account-state.tsx';
import styles from './benefits.module.css';
import { CloseYear, ReopenYear } from './close-year.tsx';
import { Payments, Uses } from './expense-lines.tsx';
import { PaymentForm } from './payment-form.tsx';
import { expenseQuery } from './queries.ts';
import { SpendForm } from './spend-form.tsx';

interface ExpensePanelProps {
  unitId: string;
  of: { batchId: string; year: number };
  onClose: () => void;
}

/** A unit's year: who is due what, what was paid to which account, what it was used for. */
export function ExpensePanel({ unitId, of, onClose }: ExpensePanelProps) {
  const text = useText().benefits;
  const query = useQuery(expenseQuery(unitId, of));
  const account = query.data;
  return (
    <SidePanel
      title={account?.unitName ?? ''}
      badge={account && <AccountState account={account} />}
      note={
        account && text.yearOption(account.year.year, account.year.startsOn, account.year.endsOn)
      }
      width={640}
      onClose={onClose}
    >
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!account && !query.error && <Skeleton />}
      {account && <Parts account={account} />}
    </SidePanel>
  );
}

function Parts({ account }: { account: ExpenseDetail }) {
  const { benefits: text, problems } = useText();
  const [entering, setEntering] = useState<'pay' | 'use' | null>(null);
  const { acts, closedByName, closedAt, note } = account;
  const close = () => setEntering(null);
  return (
    <>
      <PanelPart>
        <DescriptionList
          termWidth={72}
          items={[
            {
              term: text.howReckoned,
              value: `${text.yearly(formatYuan(account.yearly))}，${text.reckonedBy[account.reckonedBy]}`,
            },
            { term: text.basis, value: basisText(account.basis, problems) },
            ...(closedAt === null
              ? []
              : [
                  {
                    term: text.states.closed,
                    value: [text.closedBy(closedByName ?? '', formatInstantDay(closedAt)), note]
                      .filter(Boolean)
                      .join('，'),
                  },
                ]),
          ]}
        />
      </PanelPart>
      <PanelPart title={text.people}>
        <People account={account} />
      </PanelPart>
      <PanelPart title={text.payments}>
        <Payments account={account} />
        {acts.includes('pay') && entering !== 'pay' && (
          <div className={styles.acts}>
            <ActButton icon="plus" onClick={() => setEntering('pay')}>
              {text.pay}
            </ActButton>
          </div>
        )}
        {entering === 'pay' && <PaymentForm account={account} onDone={close} />}
      </PanelPart>
      <PanelPart title={text.uses}>
        <Uses account={account} />
        {acts.includes('use') && entering !== 'use' && (
          <div className={styles.acts}>
            <ActButton icon="plus" onClick={() => setEntering('use')}>
              {text.enterUse}
            </ActButton>
          </div>
        )}
        {entering === 'use' && <SpendForm account={account} onDone={close} />}
      </PanelPart>
      {(acts.includes('close') || acts.includes('reopen')) && (
        <PanelPart>
          {acts.includes('close') && <CloseYear account={account} />}
          {acts.includes('reopen') && <ReopenYear account={account} />}
        </PanelPart>
      )}
    </>
  );
}

function People({ account }: { account: ExpenseDetail }) {
  const text = useText().benefits;
  const total = account;
  return (
    <PlainTable
      label={text.people}
      rows={account.people}
      rowKey={({ cadreId }) => cadreId}
      columns={[
        {
          key: 'name',
          title: text.person,
          width: 72,
          phone: 'title',
          cell: ({ cadreName }) => cadreName,
          total: text.total,
        },
        { key: 'post', title: text.village, phone: 'note', cell: (row) => <Place person={row} /> },
        {
          key: 'due',
          title: text.due,
          width: 84,
          align: 'end',
          cell: ({ due }) => formatYuan(due),
          total: formatYuan(total.due),
        },
        {
          key: 'paid',
          title: text.paid,
          width: 84,
          align: 'end',
          cell: ({ paid }) => formatYuan(paid),
          total: formatYuan(total.paid),
        },
        {
          key: 'outstanding',
          title: text.outstandingMoney,
          width: 110,
          align: 'end',
          phone: 'side',
          cell: ({ outstanding }) => outstandingWords(outstanding, text),
          total: outstandingWords(total.outstanding, text),
        },
      ]}
    />
  );
}

function Place({ person }: { person: ExpensePerson }) {
  const text = useText().benefits;
  const { villageName, post, from, to, days, sharedWith } = person;
  const shared = sharedWith.length > 0 ? `，${text.sharedWith(sharedWith.join('、'))}` : '';
  return (
    <span title={`${text.span(from, to)}${shared}`}>
      {`${villageName} ${word(postWords[post])} ${text.dayCount(days)}`}
      <span className={styles.quiet}>{shared}</span>
    </span>
  );
}
