import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { enterExpenseUse, payWorkExpense } from '@xuanpai/contracts/work-expenses';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import { readLedger } from '../../lib/benefits/ledger.ts';
import { ensureAccount, lineFaults, payeeFaults, writePayment } from '../../lib/benefits/pay.ts';
import type { Deps } from '../../lib/deps.ts';
import { readBatch } from '../../lib/records/batch.ts';
import { refuse } from '../../lib/refuse.ts';
import { runnerOf } from '../../lib/sql.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';
import { unitsWithin } from './reach.ts';

/** Which account a line was of, so that it can be shown again. */
export interface AccountOf {
  unitId: string;
  batchId: string;
  year: number;
}

/** B4: a payment to an account that is nobody's own. */
export function pay(
  deps: Deps,
  actor: Actor,
  unitId: string,
  input: BodyOf<typeof payWorkExpense>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const name = await checkUnit(tx, actor, unitId);
    const ledger = await ledgerOf(deps, tx, input.batchId);
    const { year, cadreId, paidOn: on } = input;
    refuse([
      ...lineFaults(ledger, deps.today(), { unitId, year, cadreId, on }, 'paidOn'),
      ...payeeFaults(input.payee),
    ]);
    const change = await writePayment(tx, actor, unitId, input);
    record(tx, {
      ...{ action: 'expense.pay', entity: 'expensePayment', entityId: change.entityId },
      ...{ params: { name, amount: input.amount, voucher: input.voucher }, changes: [change] },
    });
  });
}

/** B4: what was paid was used for this; never more than was paid. */
export function enterUse(
  deps: Deps,
  actor: Actor,
  unitId: string,
  input: BodyOf<typeof enterExpenseUse>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const name = await checkUnit(tx, actor, unitId);
    const ledger = await ledgerOf(deps, tx, input.batchId);
    const { batchId, year, cadreId, usedOn, amount, purpose, content, voucher } = input;
    refuse(lineFaults(ledger, deps.today(), { unitId, year, cadreId, on: usedOn }, 'usedOn'));
    await ensureAccount(tx, { batchId, unitId, year });
    const { id } = await tx.workExpenseUse.create({
      data: {
        ...{ batchId, unitId, year, cadreId, usedOn: toDate(usedOn), amount, purpose, content },
        ...{ voucher, enteredById: actor.userId, enteredByName: actor.name },
      },
    });
    const after = { cadreId, year, usedOn, amount, purpose, content, voucher };
    record(tx, {
      ...{ action: 'expense.use', entity: 'expenseUse', entityId: id },
      params: { name, amount, content },
      changes: [{ entity: 'expenseUse', entityId: id, versionAfter: 1, before: null, after }],
    });
  });
}

export function removePayment(
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
): Promise<AccountOf> {
  return writeAs(deps, actor, async (tx) => {
    const line = await tx.workExpensePayment.findUnique({ where: { id } });
    if (!line) throw notFound();
    const name = await checkUnit(tx, actor, line.unitId);
    const { batchId, unitId, year, version, voucher } = line;
    const amount = line.amount.toFixed(2);
    const current = { id, version, amount };
    await checkVersion(tx, { entity: 'expensePayment', id, version, current }, seen);
    await tx.workExpensePayment.delete({ where: { id } });
    const before = { year, paidOn: toPlainDate(line.paidOn), amount, voucher };
    record(tx, {
      ...{ action: 'expense.removePayment', entity: 'expensePayment', entityId: id },
      params: { name, amount, voucher },
      changes: [{ entity: 'expensePayment', entityId: id, before, after: null }],
    });
    return { batchId, unitId, year };
  });
}

export function removeUse(deps: Deps, actor: Actor, id: string, seen: number): Promise<AccountOf> {
  return writeAs(deps, actor, async (tx) => {
    const line = await tx.workExpenseUse.findUnique({ where: { id } });
    if (!line) throw notFound();
    const name = await checkUnit(tx, actor, line.unitId);
    const { batchId, unitId, year, version, content } = line;
    const amount = line.amount.toFixed(2);
    const current = { id, version, amount };
    await checkVersion(tx, { entity: 'expenseUse', id, version, current }, seen);
    await tx.workExpenseUse.delete({ where: { id } });
    const before = { year, usedOn: toPlainDate(line.usedOn), amount, content };
    record(tx, {
      ...{ action: 'expense.removeUse', entity: 'expenseUse', entityId: id },
      params: { name, amount, content },
      changes: [{ entity: 'expenseUse', entityId: id, before, after: null }],
    });
    return { batchId, unitId, year };
  });
}

/** The unit's name. Throws `notFound` for one that isn't there or isn't the own one. */
async function checkUnit(tx: Tx, actor: Actor, unitId: string): Promise<string> {
  const within = unitsWithin(actor, 'expenses.write');
  const unit = await tx.unit.findUnique({ where: { id: unitId }, select: { name: true } });
  if (!unit || (within !== 'all' && !within.includes(unitId))) throw notFound();
  return unit.name;
}

async function ledgerOf({ today }: Deps, tx: Tx, batchId: string) {
  const batch = await readBatch(tx, batchId);
  return readLedger({ prisma: tx, pool: runnerOf(tx) }, batch, today(), 'all');
}
