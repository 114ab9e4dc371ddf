import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { type listElections, seats, type VillageState } from '@xuanpai/contracts/village-state';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { scopeFor, scopeSql, scopeWhere } from '../../lib/scope.ts';
import { rows, sql } from '../../lib/sql.ts';
import { reachesVillage } from './village-reach.ts';

/** Who sits and sat, re-elections and what was turned round. Throws `notFound` out of reach. */
export async function readVillageState(
  { db, today }: Deps,
  actor: Actor,
  villageId: string,
): Promise<VillageState> {
  const reach = scopeWhere(scopeFor(actor, 'inspections.read', 'villages'), 'villages');
  const village = await db.prisma.village.findFirst({
    where: { AND: [{ id: villageId }, reach] },
    include: {
      holders: { orderBy: [{ startsOn: 'desc' }, { id: 'asc' }] },
      elections: { orderBy: [{ dueOn: 'desc' }, { id: 'asc' }] },
      weakLax: { orderBy: [{ designatedOn: 'desc' }, { id: 'asc' }] },
    },
  });
  if (!village) throw notFound();
  const on = today();
  const holders = village.holders.map(({ villageId: _, startsOn, endsOn, ...row }) => ({
    ...row,
    startsOn: toPlainDate(startsOn),
    endsOn: toPlainDate(endsOn),
  }));
  const sits = ({ endsOn }: { endsOn: string | null }) => endsOn === null || endsOn >= on;
  const rank = (seat: (typeof seats)[number]) => seats.indexOf(seat);
  return {
    villageId,
    villageName: village.name,
    holders: [
      ...holders.filter(sits).sort((a, b) => rank(a.seat) - rank(b.seat)),
      ...holders.filter((one) => !sits(one)),
    ],
    elections: village.elections.map(({ villageId: _, dueOn, heldOn, ...row }) => ({
      ...row,
      dueOn: toPlainDate(dueOn),
      heldOn: toPlainDate(heldOn),
      overdue: heldOn === null && toPlainDate(dueOn) < on,
    })),
    weakLax: village.weakLax.map(({ villageId: _, designatedOn, turnedOn, ...row }) => ({
      ...row,
      designatedOn: toPlainDate(designatedOn),
      turnedOn: toPlainDate(turnedOn),
    })),
    editable: reachesVillage(actor, 'inspections.villageState', village),
  };
}

/** Re-elections within reach that aren't held, the earliest first. */
export async function readElections(
  { db, today }: Deps,
  actor: Actor,
): Promise<ReplyOf<typeof listElections>> {
  const on = today();
  const items = await rows<ReplyOf<typeof listElections>['items'][number]>(
    db.pool,
    sql`SELECT e.id, e.body, e.due_on AS "dueOn", (e.due_on < ${on}::date) AS overdue,
        v.id AS "villageId", v.name AS "villageName", t.name AS "townshipName"
      FROM village_election e JOIN village v ON v.id = e.village_id
        JOIN region t ON t.id = v.township_id
      WHERE e.held_on IS NULL
        AND ${scopeSql(scopeFor(actor, 'inspections.read', 'villages'), 'villages')}
      ORDER BY e.due_on, v.code, e.id`,
  );
  return { items, overdue: items.filter(({ overdue }) => overdue).length };
}
