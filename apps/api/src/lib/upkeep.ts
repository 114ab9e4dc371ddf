import { setTimeout as delay } from 'node:timers/promises';
import { type Tx, write } from '@xuanpai/database/transaction';
import type { Background, Deps } from './deps.ts';
import { rows, sql } from './sql.ts';

/** Removes what nobody needs any more, in a transaction of its own. */
export interface Sweep {
  name: string;
  run(tx: Tx): Promise<void>;
}

/** Milliseconds: a start has more urgent things to do. */
const afterStart = 60_000;
const betweenLooks = 600_000;
const key = 'upkeep';

/**
 * Sweeps once an hour, by whichever process on the database finds it due first: the others see that
 * it was done. A sweep that fails doesn't keep the others from their turn.
 */
export function upkeep(deps: Pick<Deps, 'db' | 'log'>, sweeps: readonly Sweep[]): Background {
  const closing = new AbortController();
  let work = Promise.resolve();

  async function goOn() {
    let pause = afterStart;
    while (await passed(pause)) {
      await sweepWhenDue(deps, sweeps).catch((error: unknown) => {
        deps.log.warn({ err: error }, 'upkeep');
      });
      pause = betweenLooks;
    }
  }

  /** False when the application closes first. */
  function passed(milliseconds: number): Promise<boolean> {
    const { signal } = closing;
    return delay(milliseconds, true, { signal }).catch(() => false);
  }

  return {
    start() {
      work = goOn();
    },
    async stop() {
      closing.abort();
      await work;
    },
  };
}

/** Gives whether it was this process's turn. */
export async function sweepWhenDue(
  deps: Pick<Deps, 'db' | 'log'>,
  sweeps: readonly Sweep[],
): Promise<boolean> {
  if (!(await takeTurn(deps))) return false;
  for (const { name, run } of sweeps) {
    try {
      await write(deps.db.prisma, null, run);
    } catch (error) {
      deps.log.warn({ err: error, sweep: name }, 'sweep failed');
    }
  }
  return true;
}

/** One statement: of two processes the second waits for the row, and then finds it done. */
async function takeTurn({ db }: Pick<Deps, 'db'>): Promise<boolean> {
  const taken = await rows(
    db.pool,
    sql`INSERT INTO setting AS s (key, value) VALUES (${key}, to_jsonb(now()))
      ON CONFLICT (key) DO UPDATE SET value = excluded.value
        WHERE (s.value #>> '{}')::timestamptz < now() - interval '1 hour'
      RETURNING 1`,
  );
  return taken.length > 0;
}
