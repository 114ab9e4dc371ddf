import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { notFound } from '../../../lib/api-error.ts';

/** A run of this plan. Throws `notFound`. */
export async function readRunRow(client: PrismaClient | Tx, planId: string, runId: string) {
  const run = await client.planRun.findFirst({ where: { id: runId, planId } });
  if (!run) throw notFound();
  return run;
}

export type RunRow = Awaited<ReturnType<typeof readRunRow>>;

/** Whether a run has come to its end. */
export function isOver({ status }: Pick<RunRow, 'status'>): boolean {
  return status !== 'queued' && status !== 'running';
}
