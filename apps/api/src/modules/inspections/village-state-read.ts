import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import {
  type getVillageState,
  type listElections,
  seats,
  type VillageState,
} from '@xuanpai/contracts/village-state';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { seenOn } from '../../lib/known.ts';
import { scopeFor, scopeSql, scopeWhere } from '../../lib/scope.ts';
import { rows, sql } from '../../lib/sql.ts';
import { electionsOn, holdersOn, weakLaxOn } from '../../lib/supervision/on-day.ts';
import { reachesVillage } from './village-reach.ts';

/** Who sits and sat on a day, re-elections and what was turned round. Throws `notFound` out of reach. */
export async function readVillageState(
  { db, today }: Deps,
  actor: Actor,
  villageId: string,
  { on = today(), known }: QueryOf<typeof getVillageState> = {},
): Promise<VillageState> {
  const { pool, prisma } = db;
  const reach = scopeWhere(scopeFor(actor, 'inspections.read', 'villages'), 'villages');
  const village = await prisma.village.findFirst({ where: { AND: [{ id: villageId }, reach] } });
  if (!village) throw notFound();
  const seen = seenOn(on, today(), known);
  const [holders, elections, weakLax] = await Promise.all([
    rows<VillageState['holders'][number]>(
      pool,
      sql`SELECT h.id, h.seat, h.name, h.starts_on AS "startsOn", h.ends_on AS "endsOn", h.note, h.version
        FROM ${holdersOn(seen)} h WHERE h.village_id = ${villageId}::uuid ORDER BY h.starts_on DESC, h.id`,
    ),
    rows<VillageState['elections'][number]>(
      pool,
      sql`SELECT e.id, e.body, e.due_on AS "dueOn", e.held_on AS "heldOn", e.result, e.document, e.version,
          (e.held_on IS NULL AND e.due_on < ${on}::date) AS overdue
        FROM ${electionsOn(seen)} e WHERE e.village_id = ${villageId}::uuid ORDER BY e.due_on DESC, e.id`,
    ),
    rows<VillageState['weakLax'][number]>(
      pool,
      sql`SELECT w.id, w.designated_on AS "designatedOn", w.document, w.reason, w.turned_on AS "turnedOn",
          w.turned_document AS "turnedDocument", w.version
        FROM ${weakLaxOn(seen)} w WHERE w.village_id = ${villageId}::uuid ORDER BY w.designated_on DESC, w.id`,
    ),
  ]);
  const sits = ({ endsOn }: { endsOn: string | null }) => endsOn === null || endsOn >= on;
  const rank = (seat: (typeof seats)[number]) => seats.indexOf(seat);
  return {
    villageId,
    villageName: village.name,
    holders: [
      ...holders.filter(sits).sort((a, b) => rank(a.seat) - rank(b.seat)),
      ...holders.filter((one) => !sits(one)),
    ],
    elections,
    weakLax,
    editable: !seen.over && reachesVillage(actor, 'inspections.villageState', village),
  };
}

/** Re-elections within reach that aren't held on a day, the earliest first. */
export async function readElections(
  { db, today }: Deps,
  actor: Actor,
  { on = today(), known }: QueryOf<typeof listElections>,
): Promise<ReplyOf<typeof listElections>> {
  const items = await rows<ReplyOf<typeof listElections>['items'][number]>(
    db.pool,
    sql`SELECT e.id, e.body, e.due_on AS "dueOn", (e.due_on < ${on}::date) AS overdue,
        v.id AS "villageId", v.name AS "villageName", t.name AS "townshipName"
      FROM ${electionsOn(seenOn(on, today(), known))} e JOIN village v ON v.id = e.village_id
        JOIN region t ON t.id = v.township_id
      WHERE e.held_on IS NULL
        AND ${scopeSql(scopeFor(actor, 'inspections.read', 'villages'), 'villages')}
      ORDER BY e.due_on, v.code, e.id`,
  );
  return { items, overdue: items.filter(({ overdue }) => overdue).length };
}
