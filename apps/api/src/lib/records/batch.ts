import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Batch as BatchRow, PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { ApiError, notFound } from '../api-error.ts';
import { lockRow } from '../lock.ts';
import { checkVersion } from '../versions.ts';

/** A batch with its days as days. */
export interface BatchRecord {
  id: string;
  name: string;
  date: PlainDate;
  startsOn: PlainDate;
  endsOn: PlainDate;
  version: number;
}

export function batchRecord({ id, name, date, startsOn, endsOn, version }: BatchRow): BatchRecord {
  return {
    id,
    name,
    date: toPlainDate(date),
    startsOn: toPlainDate(startsOn),
    endsOn: toPlainDate(endsOn),
    version,
  };
}

/** Throws `notFound` for an unknown batch. */
export async function readBatch(client: PrismaClient | Tx, id: string): Promise<BatchRecord> {
  const row = await client.batch.findUnique({ where: { id } });
  if (!row) throw notFound();
  return batchRecord(row);
}

/** The batch, held for this transaction, in the version that the writer saw. */
export async function holdBatch(tx: Tx, id: string, seen: number): Promise<BatchRecord> {
  await lockRow(tx, 'batch', id);
  const batch = await readBatch(tx, id);
  const { version } = batch;
  await checkVersion(tx, { entity: 'batch', id, version, current: { ...batch } }, seen);
  return batch;
}

/**
 * Keeps the issue of a plan and a change of what it was made from apart: holds the batch and its
 * plans, so that an issue under way is waited for, and a later one finds the change. Gives the
 * document number of the issue where there is one.
 */
export async function holdPlans(tx: Tx, batchId: string): Promise<string | null> {
  await tx.$queryRaw`SELECT 1 FROM batch WHERE id = ${batchId}::uuid FOR SHARE`;
  const plans = await tx.$queryRaw<{ status: string; number: string | null }[]>`
    SELECT status::text, document_number AS number FROM plan
    WHERE replans_on IS NULL AND batch_id = ${batchId}::uuid ORDER BY id FOR SHARE`;
  const issued = plans.find(({ status }) => status === 'issued');
  return issued ? (issued.number ?? '') : null;
}

/** Holds the batch's plans. Throws `alreadyDone` where one is issued. */
export async function holdUnissued(tx: Tx, batchId: string): Promise<void> {
  const number = await holdPlans(tx, batchId);
  if (number !== null) throw alreadyIssued(number);
}

export function alreadyIssued(number: string): ApiError {
  return new ApiError('alreadyDone', {
    detail: {
      zh: `本批次已印发（${number}），层级和日期不再改动，人选也不再导入；有变化请办理任职变动，或重排。`,
      en: `The batch was issued (${number}); tiers and dates no longer change, and nominees are no longer imported. Use changes of posts, or a re-plan.`,
    },
  });
}
