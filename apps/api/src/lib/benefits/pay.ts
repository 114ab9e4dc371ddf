import type { Basis } from '@xuanpai/contracts/problems';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { GivenPayment } from '@xuanpai/contracts/work-expenses';
import { toDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { earliestPayment, earliestUse } from '@xuanpai/domain/benefits/earliest';
import type { PostYear } from '@xuanpai/domain/benefits/expenses';
import { isPersonalPayee } from '@xuanpai/domain/benefits/payee';
import { dayFaults } from '@xuanpai/domain/office/day-bounds';
import type { Actor } from '../actor.ts';
import type { Fault } from '../api-error.ts';
import type { AuditChange } from '../audit.ts';
import type { Ledger } from './ledger.ts';

const notPersonal: Basis = { kind: 'reading', source: '按本办理解：不付个人账户' };

/** Whoever the line is about, and when. */
export interface LineOf {
  unitId: string;
  year: number;
  cadreId: string;
  /** When it was paid or used. */
  on: PlainDate;
}

/** What is wrong with a line of an account: nobody of the unit in that year, or a day that can't be. */
export function lineFaults(
  ledger: Ledger,
  today: PlainDate,
  line: LineOf,
  field: 'paidOn' | 'usedOn',
): Fault[] {
  const year = ledger.years.find((one) => one.year === line.year);
  const account = year && ledger.accounts(year).find(({ unitId }) => unitId === line.unitId);
  return [
    ...(account?.people.some(({ cadreId }) => cadreId === line.cadreId)
      ? []
      : [
          {
            ...{ path: 'cadreId', code: 'notInPost' },
            message: {
              zh: '此人这一年不在该单位的选派干部中。',
              en: 'Nobody of the unit’s in post in that year.',
            },
          },
        ]),
    ...dayFaults(field, line.on, today, earliestOf(ledger, year, field)),
  ];
}

function earliestOf({ batch }: Ledger, year: PostYear | undefined, field: 'paidOn' | 'usedOn') {
  if (field === 'paidOn') return earliestPayment(batch);
  return year ? earliestUse(year) : null;
}

/** B4: never to a personal account, whoever enters it; told by the name alone. */
export function payeeFaults(payee: string): Fault[] {
  if (!isPersonalPayee(payee)) return [];
  return [
    {
      ...{ path: 'payee', code: 'personalAccount', basis: notPersonal },
      message: {
        zh: `“${payee}”是个人的户名，工作经费不付个人账户。`,
        en: `“${payee}” is a person’s name: work expenses don’t go to a personal account.`,
      },
      remedy: {
        zh: '请填村集体、镇街财政或单位账户的户名，写全称。',
        en: 'Name the village’s, the township’s or the unit’s account, in full.',
      },
    },
  ];
}

/** Makes the account where it isn't there yet; its sums are kept by the database. */
export async function ensureAccount(
  tx: Tx,
  { batchId, unitId, year }: { batchId: string; unitId: string; year: number },
): Promise<void> {
  await tx.$executeRaw`INSERT INTO work_expense_account (batch_id, unit_id, year)
    VALUES (${batchId}::uuid, ${unitId}::uuid, ${year}) ON CONFLICT DO NOTHING`;
}

/** Writes a payment that was checked; gives what the log keeps, the account's number masked. */
export async function writePayment(
  tx: Tx,
  actor: Actor,
  unitId: string,
  given: GivenPayment,
): Promise<AuditChange> {
  const { batchId, year, cadreId, paidOn, amount, payeeKind, payee, account, voucher } = given;
  await ensureAccount(tx, { batchId, unitId, year });
  const { id } = await tx.workExpensePayment.create({
    data: {
      ...{ batchId, unitId, year, cadreId, paidOn: toDate(paidOn), amount },
      ...{ payeeKind, payee, account, voucher, note: given.note || null },
      ...{ enteredById: actor.userId, enteredByName: actor.name },
    },
    select: { id: true },
  });
  return {
    ...{ entity: 'expensePayment', entityId: id, versionAfter: 1, before: null },
    after: { cadreId, year, paidOn, amount, payeeKind, payee, account: ended(account), voucher },
  };
}

const ended = (account: string) => `…${account.slice(-4)}`;
