import type { listBatchEvents } from '@xuanpai/contracts/assignment-events';
import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Prisma } from '@xuanpai/database/generated/client';
import type { Actor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { readBatch } from '../../../lib/records/batch.ts';
import { scopeFor, scopeWhere } from '../../../lib/scope.ts';
import { eventInclude, eventsAround, presentEvents } from './present-event.ts';

/** 变动: the events of a batch's posts within reach. Throws `notFound` for an unknown batch. */
export async function readBatchEvents(
  { db }: Deps,
  actor: Actor,
  batchId: string,
  query: QueryOf<typeof listBatchEvents>,
): Promise<ReplyOf<typeof listBatchEvents>> {
  await readBatch(db.prisma, batchId);
  const { kinds, undone, page, pageSize, q } = query;
  const scope = scopeWhere(scopeFor(actor, 'assignments.read', 'assignments'), 'assignments');
  const found: Prisma.AssignmentWhereInput[] = q
    ? [
        {
          OR: [
            { cadre: { searchKey: { contains: q } } },
            { village: { searchKey: { contains: q } } },
          ],
        },
      ]
    : [];
  const where: Prisma.AssignmentEventWhereInput = {
    assignment: { AND: [{ batchId }, scope, ...found] },
    ...(kinds ? { kind: { in: kinds } } : {}),
    ...(undone === 'true' ? {} : { undoneAt: null }),
  };
  const direction = query.sort.startsWith('-') ? 'desc' : 'asc';
  const by = query.sort.endsWith('date') ? { date: direction } : { recordedAt: direction };
  const [total, rows] = await Promise.all([
    db.prisma.assignmentEvent.count({ where }),
    db.prisma.assignmentEvent.findMany({
      where,
      include: eventInclude,
      orderBy: [by, { id: direction }] as Prisma.AssignmentEventOrderByWithRelationInput[],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
  ]);
  return { items: presentEvents(rows, await eventsAround(db.prisma, rows), actor), total };
}
