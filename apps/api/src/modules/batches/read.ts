import type { Batch } from '@xuanpai/contracts/batches';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Prisma } from '@xuanpai/database/generated/client';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { batchRecord } from '../../lib/records/batch.ts';

const withOutcome = {
  plans: {
    where: { status: 'issued', replansOn: null },
    select: { id: true, documentNumber: true },
  },
  closing: { select: { closedOn: true } },
} satisfies Prisma.BatchInclude;

type Row = Prisma.BatchGetPayload<{ include: typeof withOutcome }>;

/** All batches, the latest date first. */
export async function readBatches({ db }: Deps): Promise<{ items: Batch[]; total: number }> {
  const found = await db.prisma.batch.findMany({
    include: withOutcome,
    orderBy: [{ date: 'desc' }, { createdAt: 'desc' }, { id: 'asc' }],
  });
  return { items: found.map(presentBatch), total: found.length };
}

export async function readBatch({ db }: Deps, id: string): Promise<Batch> {
  const found = await db.prisma.batch.findUnique({ where: { id }, include: withOutcome });
  if (!found) throw notFound();
  return presentBatch(found);
}

function presentBatch(row: Row): Batch {
  const [issued] = row.plans;
  return {
    ...batchRecord(row),
    issuedPlanId: issued?.id ?? null,
    documentNumber: issued?.documentNumber ?? null,
    closedOn: toPlainDate(row.closing?.closedOn ?? null),
  };
}
