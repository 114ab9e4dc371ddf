import type { Tx } from '@xuanpai/database/transaction';
import type { RunMessage } from './run-messages.ts';
import type { ClaimedRun } from './run-store.ts';

interface End {
  status: 'done' | 'cancelled' | 'failed';
  message: RunMessage | null;
  score?: number;
  bound?: number;
}

/**
 * Ends a run together with what it changed.
 *
 * @throws Error where the run isn't this process's any more: then nothing of it is kept.
 */
export async function endRun(
  tx: Tx,
  { id, workerId }: ClaimedRun,
  { status, message, score, bound }: End,
): Promise<void> {
  const { count } = await tx.planRun.updateMany({
    where: { id, workerId, status: 'running' },
    data: {
      status,
      message,
      finishedAt: new Date(),
      ...(score === undefined ? {} : { score }),
      ...(bound === undefined ? {} : { bound }),
      ...(status === 'done' ? { progress: 1 } : {}),
    },
  });
  if (count === 0) throw new Error(`run ${id} was taken away`);
}
