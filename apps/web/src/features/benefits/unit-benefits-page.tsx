import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import type { Benefit } from '@xuanpai/contracts/benefits';
import type { ExpenseAccount, ExpenseYear } from '@xuanpai/contracts/work-expenses';
import { useParams } from 'react-router';
import { formatYuan } from '../../lib/format.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useUnitTabs } from '../../lib/use-unit-tabs.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty } from '../../ui/table-states.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithBatch } from '../../ui/with-batch.tsx';
import { AccountState, outstandingWords } from './account-state.tsx';
import { BenefitPanel } from './benefit-panel.tsx';
import styles from './benefits.module.css';
import { benefitListQuery, expenseListQuery, unitNameQuery } from './queries.ts';
import { gradesOf, Standing } from './standing.tsx';

/** A unit's people with what they have earned and used, and the work expenses that it owes for them. */
export function UnitBenefitsPage() {
  return <WithBatch>{(batch) => <OfUnit batch={batch} />}</WithBatch>;
}

function OfUnit({ batch }: { batch: Batch }) {
  const { benefits: text, shell } = useText();
  const { unitId = '' } = useParams();
  const [row, setRow] = useUrlValue('row');
  const of = { batchId: batch.id, unitIds: unitId };
  const unit = useQuery(unitNameQuery(unitId));
  const people = useQuery(benefitListQuery({ ...of, pageSize: 200 }));
  const expenses = useQuery(expenseListQuery(of));
  const name = unit.data?.name ?? '';
  const tabs = useUnitTabs(unitId, name);
  if (!unit.data || !people.data || !expenses.data) {
    const all = [unit, people, expenses];
    const failed = all.find(({ error }) => error !== null);
    return (
      <UnreadPage
        error={failed?.error ?? null}
        onRetry={() => void Promise.all(all.map(({ refetch }) => refetch()))}
      />
    );
  }
  const { items } = people.data;
  const { years } = expenses.data;
  const count = (fits: (one: Benefit) => boolean) => items.filter(fits).length;
  const [open, used] = [
    count(({ standing }) => standing === 'open'),
    count(({ use }) => use !== null),
  ];
  return (
    <Page
      title={items.length === 0 ? text.unitNone : text.ofUnit(name, items.length, open, used)}
      documentTitle={`${name} ${shell.tabs.cadreBenefits}`}
      tabs={tabs}
      layout="fill"
    >
      {items.length === 0 && <Empty title={text.none} note={text.noneNote} />}
      {items.length > 0 && (
        <div className={styles.stack}>
          <Section title={text.list}>
            <People items={items} onOpen={setRow} />
          </Section>
          <Section title={text.expenses}>
            {years.map((year) => (
              <YearLine key={year.year} {...{ batch, unitId, year }} />
            ))}
          </Section>
        </div>
      )}
      {row && <BenefitPanel key={row} cadreId={row} onClose={() => setRow(null)} />}
    </Page>
  );
}

function People({ items, onOpen }: { items: Benefit[]; onOpen: (id: string) => void }) {
  const text = useText().benefits;
  return (
    <PlainTable
      label={text.list}
      rowHeight={32}
      rows={items}
      rowKey={({ cadreId }) => cadreId}
      columns={[
        {
          ...{ key: 'name', title: text.name, width: 90, phone: 'title' },
          cell: ({ cadreId, cadreName }) => (
            <TextButton told onClick={() => onOpen(cadreId)}>
              {cadreName}
            </TextButton>
          ),
        },
        {
          ...{ key: 'village', title: text.village, width: 200, phone: 'note' },
          cell: ({ townshipName, villageName }) => `${townshipName} ${villageName}`,
        },
        { key: 'years', title: text.years, phone: 'note', cell: (one) => gradesOf(one, text) },
        {
          ...{ key: 'percent', title: text.percent, width: 80, align: 'end' },
          cell: ({ percent }) => (percent === null ? '–' : `${percent}%`),
        },
        {
          ...{ key: 'use', title: text.use, width: 260 },
          cell: ({ use }) => (use ? `${use.heldOn} ${use.competition}` : '–'),
        },
        {
          ...{ key: 'standing', title: text.standing, width: 130, phone: 'side' },
          cell: ({ standing }) => <Standing standing={standing} />,
        },
      ]}
    />
  );
}

interface YearLineProps {
  batch: Batch;
  unitId: string;
  year: ExpenseYear;
}

/** A year of the posts: what is due, paid, used and outstanding. */
function YearLine({ batch, unitId, year }: YearLineProps) {
  const text = useText().benefits;
  const { year: number, startsOn, endsOn } = year;
  const query = expenseListQuery({ batchId: batch.id, unitIds: unitId, year: number });
  const [account]: ExpenseAccount[] = useQuery(query).data?.items ?? [];
  if (!account) return null;
  const money = [
    ...[`${text.due}${formatYuan(account.due)}`, `${text.paid}${formatYuan(account.paid)}`],
    ...[`${text.used}${formatYuan(account.used)}`],
    `${text.outstandingMoney}${outstandingWords(account.outstanding, text)}`,
  ];
  return (
    <p className={styles.line}>
      <span>{text.yearOption(number, startsOn, endsOn)}</span>
      <span>{money.join('，')}</span>
      <AccountState account={account} />
      <Link to={linkTo.expenses({ year: String(number), row: unitId })}>{text.toLedger}</Link>
    </p>
  );
}
