import { setTimeout as delay } from 'node:timers/promises';
import { isConnectionProblem } from '@xuanpai/database/errors';

/** Milliseconds: a server that restarts after a crash may replay its log for a while. */
const patience = 120_000;
const betweenTries = 500;

/**
 * Does work that may be done twice, again and again while the database is away. Throws what else goes
 * wrong, and the database's absence when it lasts.
 */
export async function whenReachable<Result>(work: () => Promise<Result>): Promise<Result> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isConnectionProblem(error) || Date.now() > deadline) throw error;
      await delay(betweenTries);
    }
  }
}
