import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { enterExpenseUse, payWorkExpense } from '@xuanpai/contracts/work-expenses';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { WorkExpensePayment } from '@xuanpai/database/generated/client';
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
    const { voucher, paidOn } = line ?? missing();
    return takeAway(tx, actor, line ?? missing(), seen, {
      ...{ entity: 'expensePayment', action: 'expense.removePayment', said: { voucher } },
      before: { paidOn: toPlainDate(paidOn), voucher },
      remove: () => tx.workExpensePayment.delete({ where: { id } }),
    });
  });
}

export function removeUse(deps: Deps, actor: Actor, id: string, seen: number): Promise<AccountOf> {
  return writeAs(deps, actor, async (tx) => {
    const line = await tx.workExpenseUse.findUnique({ where: { id } });
    const { content, usedOn } = line ?? missing();
    return takeAway(tx, actor, line ?? missing(), seen, {
      ...{ entity: 'expenseUse', action: 'expense.removeUse', said: { content } },
      before: { usedOn: toPlainDate(usedOn), content },
      remove: () => tx.workExpenseUse.delete({ where: { id } }),
    });
  });
}

function missing(): never {
  throw notFound();
}

type Line = AccountOf & Pick<WorkExpensePayment, 'id' | 'version' | 'amount'>;

interface Removal {
  entity: 'expensePayment' | 'expenseUse';
  action: string;
  /** What tells the line from others, in the log. */
  said: Record<string, string>;
  before: Record<string, string>;
  remove: () => Promise<unknown>;
}

/** Takes a line of an account away, in the version that was seen; gives the account. */
async function takeAway(
  tx: Tx,
  actor: Actor,
  line: Line,
  seen: number,
  { entity, action, said, before, remove }: Removal,
): Promise<AccountOf> {
  const { id, batchId, unitId, year, version } = line;
  const name = await checkUnit(tx, actor, unitId);
  const amount = line.amount.toFixed(2);
  await checkVersion(tx, { entity, id, version, current: { id, version, amount } }, seen);
  await remove();
  record(tx, {
    ...{ action, entity, entityId: id, params: { name, amount, ...said } },
    changes: [{ entity, entityId: id, before: { year, amount, ...before }, after: null }],
  });
  return { batchId, unitId, year };
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
