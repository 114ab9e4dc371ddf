import { setTimeout as wait } from 'node:timers/promises';
import type { Postmaster } from './postmaster.ts';
import { isAlive } from './processes.ts';

/** Fast shutdown: open transactions roll back, the data is written. After 20 s at once, to recover later. */
export async function stopPostmaster({ pid }: Postmaster) {
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    if (!isAlive(pid)) return;
    signalTo(pid, signal);
    const deadline = Date.now() + patience;
    while (isAlive(pid) && Date.now() < deadline) await wait(10);
  }
}

function signalTo(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
