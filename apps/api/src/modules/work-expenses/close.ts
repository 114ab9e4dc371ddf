import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { closeWorkExpenses, reopenWorkExpenses } from '@xuanpai/contracts/work-expenses';
import { Prisma } from '@xuanpai/database/generated/client';
import { fenOf } from '@xuanpai/domain/office/money';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, type Fault, notFound } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import { readLedger } from '../../lib/benefits/ledger.ts';
import { ensureAccount } from '../../lib/benefits/pay.ts';
import type { Deps } from '../../lib/deps.ts';
import { readBatch } from '../../lib/records/batch.ts';
import { refuse } from '../../lib/refuse.ts';
import { runnerOf } from '../../lib/sql.ts';
import { writeAs } from '../../lib/write.ts';

/** Closes a unit's year: what was due is kept as it is reckoned now, and no line is added any more. */
export function close(
  deps: Deps,
  actor: Actor,
  unitId: string,
  { batchId, year, note }: BodyOf<typeof closeWorkExpenses>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const key = { batchId, unitId, year };
    if ((await tx.unit.count({ where: { id: unitId } })) === 0) throw notFound();
    await ensureAccount(tx, key);
    await tx.$queryRaw`SELECT 1 FROM work_expense_account WHERE batch_id = ${batchId}::uuid
      AND unit_id = ${unitId}::uuid AND year = ${year} FOR UPDATE`;
    const batch = await readBatch(tx, batchId);
    const ledger = await readLedger({ prisma: tx, pool: runnerOf(tx) }, batch, deps.today(), [
      unitId,
    ]);
    const of = ledger.years.find((one) => one.year === year);
    const account = of && ledger.accounts(of)[0];
    if (!of || !account) throw notFound();
    if (account.closedAt !== null) throw new ApiError('alreadyDone');
    const isOver = of.endsOn < deps.today();
    refuse([...(isOver ? [] : [notOver(of.endsOn)]), ...noteFaults(account.outstanding, note)]);
    const dues = account.people.map(({ cadreId, due }) => ({ cadreId, due: fenOf(due) }));
    await tx.workExpenseAccount.update({
      where: { batchId_unitId_year: key },
      data: {
        ...{ dues, due: account.due, note: note ?? null },
        ...{ closedByName: actor.name, closedAt: new Date(), version: { increment: 1 } },
      },
    });
    const { unitName, due, paid, used, outstanding } = account;
    const after = { due, paid, used, outstanding, note: note ?? null };
    record(tx, {
      ...{ action: 'expense.close', entity: 'expenseAccount', entityId: unitId },
      params: { name: unitName, year, due, paid },
      changes: [{ entity: 'expenseAccount', entityId: unitId, before: null, after }],
    });
  });
}

function notOver(endsOn: string): Fault {
  return {
    ...{ path: 'year', code: 'notOver' },
    message: {
      zh: `这一任职年到${endsOn}结束，之后再办结。`,
      en: `The year ends on ${endsOn}; close it afterwards.`,
    },
  };
}

function noteFaults(outstanding: string, note: string | undefined): Fault[] {
  if (fenOf(outstanding) === 0 || note) return [];
  return [
    {
      ...{ path: 'note', code: 'required' },
      message: {
        zh: `应付与已付相差${outstanding}元，请写明如何处理。`,
        en: `What is due and what was paid differ by ${outstanding} yuan; say what is done about it.`,
      },
    },
  ];
}

/** Opens a closed year again, with the reason: what is due is reckoned anew. */
export function reopen(
  deps: Deps,
  actor: Actor,
  unitId: string,
  { batchId, year, reason }: BodyOf<typeof reopenWorkExpenses>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const key = { batchId, unitId, year };
    const unit = await tx.unit.findUnique({ where: { id: unitId }, select: { name: true } });
    if (!unit) throw notFound();
    const opened = await tx.workExpenseAccount.updateMany({
      where: { ...key, closedAt: { not: null } },
      data: {
        ...{ dues: Prisma.DbNull, due: null, note: null, closedByName: null, closedAt: null },
        version: { increment: 1 },
      },
    });
    if (opened.count === 0) throw new ApiError('alreadyDone');
    record(tx, {
      ...{ action: 'expense.reopen', entity: 'expenseAccount', entityId: unitId },
      params: { name: unit.name, year, reason },
      changes: [
        {
          ...{ entity: 'expenseAccount', entityId: unitId },
          ...{ before: { closed: true }, after: { closed: false, reason } },
        },
      ],
    });
  });
}
