import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Transaction = Awaited<ReturnType<Adapter['startTransaction']>>;

/** Where a transaction that is being opened leaves its connection for who opens it. */
export interface OpenedTransaction {
  transaction?: Transaction;
}

export const opening = new AsyncLocalStorage<OpenedTransaction>();

/**
 * Prisma on a pool, with the statements of each transaction one after the other: pg takes no second one
 * while the first is under way.
 */
export class PrismaInLine extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => {
      const transaction = inLine(await start(isolationLevel));
      const opened = opening.getStore();
      if (opened) opened.transaction ??= transaction;
      return transaction;
    };
    return adapter;
  }
}

function inLine(transaction: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  const next = <Result>(sql: string, run: () => Promise<Result>): Promise<Result> => {
    if (closed) return Promise.reject(new Error('the transaction is closed'));
    closed = /^(COMMIT|ROLLBACK)$/.test(sql);
    const mine = last.then(run);
    last = mine.catch(() => {});
    return mine;
  };
  const execute = transaction.executeRaw.bind(transaction);
  const query = transaction.queryRaw.bind(transaction);
  transaction.executeRaw = (statement) => next(statement.sql, () => execute(statement));
  transaction.queryRaw = (statement) => next(statement.sql, () => query(statement));
  return transaction;
}

/**
 * Executes a statement with text parameters beside Prisma's engine, which copies them four times and
 * keeps the last hundred statements for its debug log: for thousands of rows in one parameter.
 */
export async function executeAtOnce(
  { transaction }: OpenedTransaction,
  sql: string,
  values: readonly string[],
): Promise<number> {
  if (!transaction) throw new Error('the transaction is not open');
  const args = [...values];
  const argTypes = args.map(() => ({ scalarType: 'string', arity: 'scalar' }) as const);
  try {
    return await transaction.executeRaw({ sql, args, argTypes });
  } finally {
    // The debug log of the adapter holds the statement on.
    args.length = 0;
  }
}
