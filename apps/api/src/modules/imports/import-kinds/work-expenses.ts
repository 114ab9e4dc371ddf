import { payeeKindWords } from '@xuanpai/contracts/benefit-words';
import type { GivenPayment } from '@xuanpai/contracts/work-expenses';
import type { Tx } from '@xuanpai/database/transaction';
import { earliestPayment } from '@xuanpai/domain/benefits/earliest';
import { doublesOf } from '@xuanpai/domain/imports/doubles';
import {
  type ExpenseLine,
  expenseColumns,
  readExpenseRow,
} from '@xuanpai/domain/imports/expense-row';
import { rowProblem } from '@xuanpai/domain/imports/row-problem';
import { dayFaults } from '@xuanpai/domain/office/day-bounds';
import { type Ledger, readLedger } from '../../../lib/benefits/ledger.ts';
import { payeeFaults, writePayment } from '../../../lib/benefits/pay.ts';
import { readBatch } from '../../../lib/records/batch.ts';
import { runnerOf } from '../../../lib/sql.ts';
import { examinedAtOnce } from '../examined-at-once.ts';
import { examinedRow } from '../examined-row.ts';
import type {
  Examined,
  ImportContext,
  ImportKindOf,
  RowToWrite,
  TableRow,
  Values,
} from '../import-kind.ts';

/** A payment with the unit whose account it is of. */
interface StagedPayment {
  unitId: string;
  payment: GivenPayment;
}

/** The finance office's sheet (B4): a line for each payment. What is on record already stays as it is. */
export const workExpensesKind: ImportKindOf<StagedPayment> = {
  kind: 'workExpenses',
  columns: expenseColumns,
  registers: ['units', 'cadres'],
  together: true,
  open: examinedAtOnce(examine),
  apply,
};

async function examine(context: ImportContext, rows: TableRow[]): Promise<Examined<StagedPayment>> {
  const { client, batch, today, dateSystem } = context;
  if (!batch) return { rows: [], problems: [noBatch], notices: [] };
  const reader = { prisma: client, pool: runnerOf(client) };
  const ledger = await readLedger(reader, await readBatch(client, batch.id), today, 'all');
  const known = await client.workExpensePayment.findMany({ where: { batchId: batch.id } });
  const seen = new Map(known.map((one) => [keyOf(one), one.amount.toFixed(2)]));
  const read = rows.map((row) => ({ row, ...readExpenseRow(row.cells, dateSystem) }));
  const doubles = doublesOf(
    read.map(({ row, line }) => ({ row: row.row, line })),
    'voucher',
    ({ line }) => line && `${line.unit} ${line.name} ${line.voucher}`,
  );
  const examined = [];
  for (const one of read) {
    const double = doubles.get(one.row.row);
    if (double) one.reader.problems.push(double);
    examined.push(examineLine(context, ledger, seen, one));
  }
  return { rows: examined, problems: [], notices: [] };
}

type ReadLine = ReturnType<typeof readExpenseRow> & { row: TableRow };

function examineLine(
  { batch, today }: ImportContext,
  ledger: Ledger,
  seen: ReadonlyMap<string, string>,
  { row, line, reader, known: { unit, payee } }: ReadLine,
) {
  const { problems, notices } = reader;
  const none = { record: null, problems, notices, touched: [], was: null, is: {} };
  const isSending = ledger.posts.some(({ unitName }) => unitName === unit);
  if (unit && !isSending) reader.refuse('unit', 'unitUnknown', unitUnknown(unit), asRegistered);
  for (const fault of payee ? payeeFaults(payee) : []) {
    const { code, message, remedy = null, basis = null } = fault;
    reader.refuse('payee', code, message, remedy, basis);
  }
  if (!line || !batch) return examinedRow<StagedPayment>(row, none);
  const found = placeOf(ledger, line);
  if (!found && isSending) reader.refuse('name', 'notInPost', notInPost(line));
  for (const fault of dayFaults('paidOn', line.paidOn, today, earliestPayment(ledger.batch))) {
    reader.refuse('paidOn', fault.code, fault.message, fault.remedy);
  }
  if (found?.closed) reader.refuse(null, 'yearClosed', yearClosed, reopenFirst);
  if (!found) return examinedRow<StagedPayment>(row, { ...none, is: valuesOf(line) });
  const { unit: _, name: __, ...rest } = line;
  const { unitId, year, cadreId } = found;
  const payment = { ...rest, batchId: batch.id, year, cadreId };
  const before = seen.get(keyOf({ ...payment, unitId }));
  if (before !== undefined && before !== line.amount) {
    reader.refuse('amount', 'otherAmount', otherAmount(before), removeFirst);
  }
  return examinedRow<StagedPayment>(row, {
    ...{ record: { unitId, payment }, problems, notices, touched: [] },
    was: before === undefined ? null : valuesOf(line),
    is: valuesOf(line),
  });
}

const keyOf = (one: { unitId: string; year: number; cadreId: string; voucher: string }) =>
  `${one.unitId} ${one.year} ${one.cadreId} ${one.voucher}`;

/** Whose account a line is of: somebody of the unit in the year of the posts that the day lies in. */
function placeOf(ledger: Ledger, { unit, name, paidOn }: ExpenseLine) {
  const year =
    ledger.years.find(({ startsOn, endsOn }) => startsOn <= paidOn && paidOn <= endsOn) ??
    (ledger.years[0] && paidOn < ledger.years[0].startsOn ? ledger.years[0] : undefined);
  if (!year) return null;
  const account = ledger.accounts(year).find(({ unitName }) => unitName === unit);
  const people = account?.people.filter(({ cadreName }) => cadreName === name) ?? [];
  const [person, ...others] = people;
  if (!account || !person || others.length > 0) return null;
  const { unitId, closedAt } = account;
  return { unitId, year: year.year, cadreId: person.cadreId, closed: closedAt !== null };
}

function valuesOf({ payeeKind, note, ...line }: ExpenseLine): Values {
  return { ...line, payeeKind: payeeKindWords[payeeKind].zh, note: note ?? '' };
}

async function apply(tx: Tx, { actor }: ImportContext, rows: RowToWrite<StagedPayment>[]) {
  const changes = [];
  for (const { record } of rows) {
    changes.push(await writePayment(tx, actor, record.unitId, record.payment));
  }
  return changes;
}

const noBatch = rowProblem(null, 'batchMissing', {
  zh: '还没有批次。',
  en: 'There is no batch yet.',
});
const unitUnknown = (unit: string) => ({
  zh: `${unit}不是本批次的区直派出单位。`,
  en: `${unit} isn’t a district unit of this batch.`,
});
const asRegistered = {
  zh: '请按单位名册的全称填写。',
  en: 'Write the name as the register has it.',
};
const notInPost = ({ unit, name }: ExpenseLine) => ({
  zh: `这一天所在的任职年，${unit}没有名叫${name}的选派干部（或有重名）。`,
  en: `In that year ${unit} has nobody in post of the name ${name}, or more than one.`,
});
const yearClosed = { zh: '该单位这一任职年已办结。', en: 'The unit’s year is closed.' };
const reopenFirst = { zh: '要补登请先重新打开。', en: 'Reopen it first.' };
const otherAmount = (amount: string) => ({
  zh: `同一凭证号已登记${amount}元。`,
  en: `A payment of ${amount} yuan is on record with this voucher.`,
});
const removeFirst = { zh: '有误的先在台账里删除再导入。', en: 'Remove the wrong one first.' };
