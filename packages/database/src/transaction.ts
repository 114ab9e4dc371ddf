import type { Prisma, PrismaClient } from './generated/client.ts';
import { executeAtOnce, type OpenedTransaction, opening } from './statement-line.ts';

declare const insideTransaction: unique symbol;

/** A client inside `write`. A bare PrismaClient isn't one: whatever writes takes a `Tx`. */
export type Tx = Prisma.TransactionClient & { readonly [insideTransaction]: true };

export type BeforeCommit<Context> = (tx: Tx, context: Context) => Promise<void>;

export interface WriteOptions<Context> {
  /** `request`: 10 s; `import`: 10 min, for 100,000 rows on an old server. Prisma's own limit is 5 s. */
  readonly limit?: keyof typeof limits;
  /** Run in order after the work and the deferred constraints: the audit log is written here, last. */
  readonly beforeCommit?: readonly BeforeCommit<Context>[];
  /** An effect failed after the commit: to be logged, the write itself stands. */
  readonly onEffectFailed?: (error: unknown) => void;
}

/** Milliseconds. */
const limits = { request: 10_000, import: 600_000 };

interface TransactionState {
  readonly context: unknown;
  readonly effects: (() => Promise<void> | void)[];
  readonly opened: OpenedTransaction;
}

const states = new WeakMap<Tx, TransactionState>();

/**
 * Runs `work` in one READ COMMITTED transaction and gives its result after the commit. `context` is
 * who writes and on whose behalf; `contextOf` gives it back to whatever holds the `Tx`.
 * Throws what `work` throws, or the database's error for a deferred constraint (`databaseProblem`).
 */
export async function write<Context, Result>(
  prisma: PrismaClient,
  context: Context,
  work: (tx: Tx) => Promise<Result>,
  options: WriteOptions<Context> = {},
): Promise<Result> {
  const effects: TransactionState['effects'] = [];
  const opened: OpenedTransaction = {};
  const inTransaction = async (client: Prisma.TransactionClient) => {
    const tx = client as Tx;
    states.set(tx, { context, effects, opened });
    const value = await work(tx);
    await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
    for (const hook of options.beforeCommit ?? []) await hook(tx, context);
    return value;
  };
  const result = await opening.run(opened, () =>
    prisma.$transaction(inTransaction, {
      isolationLevel: 'ReadCommitted',
      maxWait: 10_000,
      timeout: limits[options.limit ?? 'request'],
    }),
  );
  for (const effect of effects) {
    try {
      await effect();
    } catch (error) {
      (options.onEffectFailed ?? warn)(error);
    }
  }
  return result;
}

function warn(error: unknown) {
  process.emitWarning(error instanceof Error ? error : String(error));
}

/** Has `effect` run once the transaction is committed, and not at all when it isn't. */
export function afterCommit(tx: Tx, effect: () => Promise<void> | void) {
  stateOf(tx).effects.push(effect);
}

/**
 * Executes a statement whose parameters are texts of thousands of rows, without the copies that Prisma
 * makes of them. Gives the number of rows.
 */
export function executeLarge(tx: Tx, sql: string, values: readonly string[]): Promise<number> {
  return executeAtOnce(stateOf(tx).opened, sql, values);
}

/** Gives what `write` was called with. */
export function contextOf<Context>(tx: Tx): Context {
  return stateOf(tx).context as Context;
}

function stateOf(tx: Tx) {
  const state = states.get(tx);
  if (!state) throw new Error('This Tx was not opened by write()');
  return state;
}
