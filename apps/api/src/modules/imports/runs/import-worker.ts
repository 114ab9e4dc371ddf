import { parentPort, workerData } from 'node:worker_threads';
import { createDatabase } from '@xuanpai/database/client';
import { Keyring } from '../../../lib/keyring.ts';
import { carryOut } from './carry-out.ts';
import { failureOf } from './failure.ts';
import { RunCancelled, type Steps } from './steps.ts';
import type { Outcome, ThreadData, ThreadMessage, ThreadTask } from './thread-messages.ts';

/** The thread that reads and writes imports, with connections of its own, so that requests go on. */
const { databaseUrl, keys, workers, cancel } = workerData as ThreadData;
const db = createDatabase(databaseUrl, { connections: 2 });
const keyring = new Keyring(keys.dataKeys, keys.hmacKeys);
const cancelled = new Int32Array(cancel);

const tell = (message: ThreadMessage) => parentPort?.postMessage(message);

const steps: Steps = {
  at(step, done, total) {
    if (Atomics.load(cancelled, 0) === 1) throw new RunCancelled();
    tell({ type: 'step', progress: { step, done, total } });
  },
};

async function outcomeOf({ run, today }: ThreadTask): Promise<Outcome> {
  const deps = { db, keys: keyring, today: () => today, settings: { workers } };
  try {
    await carryOut(deps, run, steps);
    return { type: 'done' };
  } catch (error) {
    if (error instanceof RunCancelled) return { type: 'cancelled' };
    return { type: 'failed', failure: failureOf(error) };
  }
}

parentPort?.on('message', async (task: ThreadTask) => tell(await outcomeOf(task)));
