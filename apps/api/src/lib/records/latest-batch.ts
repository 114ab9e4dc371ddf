import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { type BatchRecord, batchRecord, readBatch } from './batch.ts';

/** The batch asked for, else the latest; null where there is none. Throws `notFound` for an unknown one. */
export async function batchAsked(
  client: PrismaClient | Tx,
  batchId: string | undefined,
): Promise<BatchRecord | null> {
  if (batchId !== undefined) return readBatch(client, batchId);
  const latest = await client.batch.findFirst({
    orderBy: [{ date: 'desc' }, { createdAt: 'desc' }],
  });
  return latest ? batchRecord(latest) : null;
}
