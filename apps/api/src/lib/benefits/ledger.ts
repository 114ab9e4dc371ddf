import type { PlainDate } from '@xuanpai/contracts/values';
import type { ExpenseAccount, ExpensePerson } from '@xuanpai/contracts/work-expenses';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { PostYear } from '@xuanpai/domain/benefits/expenses';
import { fenOf, moneyText } from '@xuanpai/domain/office/money';
import { readSettings } from '../policy.ts';
import type { BatchRecord } from '../records/batch.ts';
import { type rows, type Sql, sql } from '../sql.ts';
import {
  type AccountRow,
  type DuePerson,
  type DueUnit,
  dueByUnit,
  type PostRow,
  type Reckoning,
  readAccounts,
  readPosts,
  reckoningOf,
  yearsBegun,
} from './accounts.ts';

/** The database, or a transaction of it. */
export interface LedgerReader {
  prisma: PrismaClient | Tx;
  pool: Parameters<typeof rows>[0];
}

export interface Ledger {
  batch: BatchRecord;
  years: PostYear[];
  posts: PostRow[];
  reckoning(year: PostYear): Reckoning;
  /** Every unit's account of a year, by unit; of the units that the reader may see. */
  accounts(year: PostYear): LedgerAccount[];
}

export interface LedgerAccount extends ExpenseAccount {
  unitOrder: number;
  searchKey: string;
}

/**
 * A batch's work expenses up to a day. `reach` says which units may be seen; what is due is reckoned
 * from everybody's posts, for people of several units may follow each other in a place.
 */
export async function readLedger(
  { prisma, pool }: LedgerReader,
  batch: BatchRecord,
  today: PlainDate,
  reach: readonly string[] | 'all',
): Promise<Ledger> {
  const condition: Sql = reach === 'all' ? sql`true` : sql`w.unit_id = ANY(${[...reach]}::uuid[])`;
  const [posts, settings, known] = await Promise.all([
    readPosts(pool, batch.id),
    readSettings(prisma, batch.id),
    readAccounts(pool, batch.id, condition),
  ]);
  const reckoning = (year: PostYear) => reckoningOf(settings, batch, year);
  return {
    ...{ batch, posts, reckoning },
    years: yearsBegun(batch, posts, today),
    accounts: (year) =>
      dueByUnit(posts, year, reckoning(year))
        .filter(({ unitId }) => reach === 'all' || reach.includes(unitId))
        .map((unit) =>
          accountOf(
            unit,
            known.find((row) => isOf(row, unit, year)),
          ),
        ),
  };
}

const isOf = (row: AccountRow, { unitId }: DueUnit, { year }: PostYear) =>
  row.unitId === unitId && row.year === year;

function accountOf(unit: DueUnit, row: AccountRow | undefined): LedgerAccount {
  const { unitId, unitName, unitOrder, searchKey } = unit;
  const people = unit.people.map((person) => personOf(person, row));
  const due = people.reduce((sum, one) => sum + fenOf(one.due), 0);
  const paid = fenOf(row?.paid ?? '0.00');
  return {
    ...{ unitId, unitName, unitOrder, searchKey, people },
    ...sumsOf(due, paid, fenOf(row?.used ?? '0.00')),
    ...{ closedAt: row?.closedAt ?? null, closedByName: row?.closedByName ?? null },
    note: row?.note ?? null,
  };
}

function personOf(person: DuePerson, row: AccountRow | undefined): ExpensePerson {
  const own = row?.people.find(({ cadreId }) => cadreId === person.cadreId);
  // A closed year stays as it was reckoned then.
  const frozen = row?.dues?.find(({ cadreId }) => cadreId === person.cadreId)?.due;
  const due = row?.dues ? (frozen ?? 0) : person.due;
  return { ...person, ...sumsOf(due, fenOf(own?.paid ?? '0.00'), fenOf(own?.used ?? '0.00')) };
}

/** In fen; what goes out is text. */
export function sumsOf(due: number, paid: number, used: number) {
  return {
    due: moneyText(due),
    paid: moneyText(paid),
    used: moneyText(used),
    outstanding: moneyText(due - paid),
  };
}

/** The year that a day lies in, else the last one that has begun. */
export function yearAsked(years: readonly PostYear[], asked: number | undefined): PostYear | null {
  return years.find(({ year }) => year === asked) ?? (asked ? null : (years.at(-1) ?? null));
}
