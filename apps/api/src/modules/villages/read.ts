import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { getVillage, listVillages, Village } from '@xuanpai/contracts/villages';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { readOne, readPage } from '../../lib/list.ts';
import { everMade, leavingEvents } from '../../lib/records/left-by.ts';
import { sql } from '../../lib/sql.ts';
import { villageList } from './list.ts';
import { presentAssignment, presentBatch, presentYear } from './present.ts';

export async function readVillages(
  deps: Deps,
  actor: Actor,
  query: QueryOf<typeof listVillages>,
): Promise<ReplyOf<typeof listVillages>> {
  const list = await villageList(deps, actor, query);
  const { found, total } = await readPage<Village>(deps.db.pool, list, query);
  return { items: found, total };
}

/** A village with its years, its batches and who is and was posted there; newest first. */
export async function readVillage(
  deps: Deps,
  actor: Actor,
  id: string,
  query: QueryOf<typeof getVillage>,
): Promise<ReplyOf<typeof getVillage>> {
  const list = await villageList(deps, actor, { ...query, sort: 'code' });
  const village = await readOne<Village>(deps.db.pool, list, sql`v.id = ${id}::uuid`);
  const related = await deps.db.prisma.village.findUniqueOrThrow({
    where: { id },
    select: {
      years: { orderBy: { year: 'desc' } },
      batches: {
        include: { batch: { select: { name: true } } },
        orderBy: { batch: { date: 'desc' } },
      },
      assignments: {
        where: everMade,
        include: {
          cadre: { select: { name: true, unit: { select: { name: true } } } },
          events: leavingEvents,
        },
        orderBy: [{ startsOn: 'desc' }, { post: 'asc' }, { id: 'asc' }],
      },
    },
  });
  return {
    ...village,
    years: related.years.map(presentYear),
    batches: related.batches.map(presentBatch),
    assignments: related.assignments.map(presentAssignment),
  };
}
