import type { Deps } from '../lib/deps.ts';
import type { Sweep } from '../lib/upkeep.ts';

const minute = 60_000;
const betweenExchanges = 1_000;
/** Of a limit, what a process counts before it tells the others: who stays below costs no statement. */
const untold = 0.1;

interface Count {
  own: number;
  /** Of the own ones, those that the database has. */
  told: number;
  /** What other processes had told at the last exchange. */
  others: number;
  max: number;
}

/**
 * Requests of a minute by key, counted here; once a second the sums of those who ask for much are
 * exchanged with the other processes on the database. Each further process lets through a tenth of a
 * limit more at most, and what is asked for within a second.
 */
export class RequestCounts {
  #minute = 0;
  #counts = new Map<string, Count>();
  #timer: NodeJS.Timeout | undefined;
  #exchange: Promise<void> = Promise.resolve();
  readonly #deps: Pick<Deps, 'db' | 'log'>;

  constructor(deps: Pick<Deps, 'db' | 'log'>) {
    this.#deps = deps;
  }

  /** Counts one; gives the requests of this minute and the milliseconds that are left of it. */
  take(key: string, max: number): { current: number; ttl: number } {
    const now = Date.now();
    const current = Math.floor(now / minute);
    if (current !== this.#minute) {
      this.#minute = current;
      this.#counts = new Map();
    }
    const count = this.#counts.get(key) ?? { own: 0, told: 0, others: 0, max };
    count.own += 1;
    this.#counts.set(key, count);
    return { current: count.own + count.others, ttl: (current + 1) * minute - now };
  }

  /** Tells what was counted since, and learns what the others told. */
  async exchange(): Promise<void> {
    const due = [...this.#counts]
      .filter(([, { own, max }]) => own > max * untold)
      .map(([key, count]) => ({ key, count, more: count.own - count.told }))
      // Processes that tell of the same keys wait for each other in one order.
      .toSorted((a, b) => (a.key < b.key ? -1 : 1));
    if (due.length === 0) return;
    const { rows } = await this.#deps.db.pool.query<{ key: string; count: number }>(
      `INSERT INTO request_count AS c (minute, key, count)
       SELECT $1, * FROM unnest($2::text[], $3::int[])
       ON CONFLICT (minute, key) DO UPDATE SET count = c.count + EXCLUDED.count
       RETURNING key, count`,
      [this.#minute, due.map(({ key }) => key), due.map(({ more }) => more)],
    );
    const sums = new Map(rows.map(({ key, count }) => [key, count]));
    for (const { key, count, more } of due) {
      count.told += more;
      count.others = (sums.get(key) ?? count.told) - count.told;
    }
  }

  start(): void {
    let busy = false;
    this.#timer = setInterval(() => {
      if (busy) return;
      busy = true;
      this.#exchange = this.exchange()
        // Away or slow, the database keeps nobody from being counted here.
        .catch((error: unknown) => this.#deps.log.warn({ err: error }, 'request counts'))
        .finally(() => {
          busy = false;
        });
    }, betweenExchanges).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#exchange;
  }
}

/** Minutes that are over. */
export const requestCountSweep: Sweep = {
  name: 'request counts',
  async run(tx) {
    await tx.$executeRaw`DELETE FROM request_count
      WHERE minute < extract(epoch FROM now())::bigint / 60 - 1`;
  },
};
