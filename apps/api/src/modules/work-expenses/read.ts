import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import { may } from '@xuanpai/contracts/permissions';
import type {
  ExpenseAccount,
  ExpenseDetail,
  ExpensePayment,
  ExpenseUse,
  listWorkExpenses,
} from '@xuanpai/contracts/work-expenses';
import type { PostYear } from '@xuanpai/domain/benefits/expenses';
import { fenOf, moneyText } from '@xuanpai/domain/office/money';
import { searchKey } from '@xuanpai/domain/office/text';
import { policyOn } from '@xuanpai/domain/policy/policy';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import {
  type Ledger,
  type LedgerAccount,
  readLedger,
  sumsOf,
  yearAsked,
} from '../../lib/benefits/ledger.ts';
import type { Deps } from '../../lib/deps.ts';
import { byKeys, paged } from '../../lib/paged.ts';
import { readSettings } from '../../lib/policy.ts';
import { batchAsked } from '../../lib/records/latest-batch.ts';
import { rows, sql } from '../../lib/sql.ts';
import { unitsWithin } from './reach.ts';

type Query = Omit<QueryOf<typeof listWorkExpenses>, 'page' | 'pageSize'>;

const nothing = { ...sumsOf(0, 0, 0), units: 0, people: 0, owing: 0, closed: 0 };

/** A year's accounts within reach, with the sums of all of them. */
export async function readWorkExpenses(
  deps: Deps,
  actor: Actor,
  query: QueryOf<typeof listWorkExpenses>,
): Promise<ReplyOf<typeof listWorkExpenses>> {
  const ledger = await ledgerAsked(deps, actor, query.batchId);
  const year = ledger && yearAsked(ledger.years, query.year);
  const batchId = ledger?.batch.id ?? null;
  const years = ledger?.years ?? [];
  const settings = batchId === null ? [] : await readSettings(deps.db.prisma, batchId);
  const policy = policyOn(settings, year?.startsOn ?? deps.today());
  const said = {
    ...{ batchId, years, yearly: policy.number('benefit.workExpenses').toFixed(2) },
    basis: policy.basis('benefit.workExpenses'),
  };
  if (!ledger || !year) return { items: [], total: 0, ...said, year: null, sums: nothing };
  const all = ledger.accounts(year);
  return { ...paged(filtered(all, query), query), ...said, year, sums: summed(all) };
}

export async function readAllWorkExpenses(deps: Deps, actor: Actor, query: Query) {
  const ledger = await ledgerAsked(deps, actor, query.batchId);
  const year = ledger && yearAsked(ledger.years, query.year);
  return { year, accounts: ledger && year ? filtered(ledger.accounts(year), query) : [] };
}

async function ledgerAsked(
  { db, today }: Deps,
  actor: Actor,
  batchId: string | undefined,
): Promise<Ledger | null> {
  const batch = await batchAsked(db.prisma, batchId);
  if (!batch) return null;
  return readLedger(db, batch, today(), unitsWithin(actor, 'expenses.read'));
}

const isOwing = ({ outstanding, closedAt }: ExpenseAccount) =>
  closedAt === null && fenOf(outstanding) > 0;

function filtered(all: readonly LedgerAccount[], query: Query): ExpenseAccount[] {
  const { q, unitIds, state, sort } = query;
  const sought = q ? searchKey(q) : '';
  const kept = all.filter(
    (one) =>
      (sought === '' || one.searchKey.includes(sought)) &&
      (!unitIds || unitIds.includes(one.unitId)) &&
      (state !== 'owing' || isOwing(one)) &&
      (state !== 'settled' || (one.closedAt === null && !isOwing(one))) &&
      (state !== 'closed' || one.closedAt !== null),
  );
  const direction = sort.startsWith('-') ? -1 : 1;
  return kept
    .sort((a, b) => direction * byKeys(keysOf(a, sort), keysOf(b, sort)))
    .map(({ unitOrder: _, searchKey: __, ...account }) => account);
}

function keysOf(account: LedgerAccount, sort: Query['sort']): number[] {
  const { unitOrder, due, outstanding } = account;
  if (sort.endsWith('due')) return [fenOf(due), unitOrder];
  if (sort.endsWith('outstanding')) return [fenOf(outstanding), unitOrder];
  return [unitOrder];
}

function summed(all: readonly ExpenseAccount[]) {
  const sum = (of: (one: ExpenseAccount) => string) =>
    all.reduce((fen, one) => fen + fenOf(of(one)), 0);
  return {
    ...sumsOf(
      sum(({ due }) => due),
      sum(({ paid }) => paid),
      sum(({ used }) => used),
    ),
    // What one unit paid too much doesn't pay for another.
    outstanding: moneyText(
      all.filter(isOwing).reduce((fen, one) => fen + fenOf(one.outstanding), 0),
    ),
    units: all.length,
    people: all.reduce((count, { people }) => count + people.length, 0),
    owing: all.filter(isOwing).length,
    closed: all.filter(({ closedAt }) => closedAt !== null).length,
  };
}

/** A unit's account of a year with its lines. Throws `notFound` where there is none, or out of reach. */
export async function readExpenseDetail(
  deps: Deps,
  actor: Actor,
  unitId: string,
  asked: { batchId?: string; year?: number },
): Promise<ExpenseDetail> {
  const ledger = await ledgerAsked(deps, actor, asked.batchId);
  const year = ledger && yearAsked(ledger.years, asked.year);
  const found = ledger && year && ledger.accounts(year).find((one) => one.unitId === unitId);
  if (!ledger || !year || !found) throw notFound();
  const { unitOrder: _, searchKey: __, ...account } = found;
  const { batch } = ledger;
  const { by, amount } = ledger.reckoning(year);
  const settings = await readSettings(deps.db.prisma, batch.id);
  const closing = await deps.db.prisma.batchClosing.findUnique({ where: { batchId: batch.id } });
  return {
    ...{ ...account, batchId: batch.id, year },
    ...(await readLines(deps, batch.id, unitId, year)),
    ...{ reckonedBy: by, yearly: moneyText(amount) },
    basis: policyOn(settings, year.startsOn).basis('benefit.workExpenses'),
    acts: closing ? [] : actsOn(actor, account, year, deps.today()),
  };
}

function actsOn(actor: Actor, account: ExpenseAccount, year: PostYear, today: string) {
  const { unitId, closedAt } = account;
  const within = unitsWithin(actor, 'expenses.write');
  const writes = within === 'all' || within.includes(unitId);
  const closes = may(actor.roles, 'expenses.close');
  if (closedAt !== null) return closes ? (['reopen'] as const).slice() : [];
  return [
    ...(writes ? (['pay', 'use'] as const) : []),
    ...(closes && year.endsOn < today ? (['close'] as const) : []),
  ];
}

async function readLines({ db }: Deps, batchId: string, unitId: string, { year }: PostYear) {
  const of = sql`l.batch_id = ${batchId}::uuid AND l.unit_id = ${unitId}::uuid AND l.year = ${year}`;
  const payments = rows<ExpensePayment>(
    db.pool,
    sql`SELECT l.id, l.cadre_id AS "cadreId", c.name AS "cadreName", l.paid_on AS "paidOn",
        l.amount::text AS amount, l.payee_kind AS "payeeKind", l.payee, l.account, l.voucher,
        l.note, l.entered_by_name AS "enteredByName", l.version
      FROM work_expense_payment l JOIN cadre c ON c.id = l.cadre_id
      WHERE ${of} ORDER BY l.paid_on, l.id`,
  );
  const uses = rows<ExpenseUse>(
    db.pool,
    sql`SELECT l.id, l.cadre_id AS "cadreId", c.name AS "cadreName", l.used_on AS "usedOn",
        l.amount::text AS amount, l.purpose, l.content, l.voucher,
        l.entered_by_name AS "enteredByName", l.version
      FROM work_expense_use l JOIN cadre c ON c.id = l.cadre_id
      WHERE ${of} ORDER BY l.used_on, l.id`,
  );
  return { payments: await payments, uses: await uses };
}
