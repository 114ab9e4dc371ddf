import type { Cadre, getCadre, listCadres } from '@xuanpai/contracts/cadres';
import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { readOne, readPage } from '../../lib/list.ts';
import { everMade, leavingEvents, leftBy } from '../../lib/records/left-by.ts';
import { sql } from '../../lib/sql.ts';
import { readEvents } from './events.ts';
import { cadreList } from './list.ts';

export async function readCadres(
  { db }: Deps,
  actor: Actor,
  query: QueryOf<typeof listCadres>,
): Promise<ReplyOf<typeof listCadres>> {
  const { found, total } = await readPage<Cadre>(db.pool, cadreList(actor, query), query);
  return { items: found, total };
}

/** A person with posts and line of time; of sealed columns only whether there is something in them. */
export async function readCadre(
  deps: Deps,
  actor: Actor,
  id: string,
  query: QueryOf<typeof getCadre>,
): Promise<ReplyOf<typeof getCadre>> {
  const list = cadreList(actor, { ...query, sort: 'name' });
  const cadre = await readOne<Cadre>(deps.db.pool, list, sql`c.id = ${id}::uuid`);
  const [events, { homeAddressCipher, healthCipher, assignments, ...staffing }] = await Promise.all(
    [readEvents(deps, actor, id), readRelated(deps, id)],
  );
  return {
    ...cadre,
    hasHomeAddress: homeAddressCipher !== null,
    hasHealth: healthCipher !== null,
    staffingSince: toPlainDate(staffing.staffingSince),
    staffingBefore: staffing.staffingBefore,
    events,
    assignments: assignments.map(({ village, ...row }) => ({
      id: row.id,
      villageId: row.villageId,
      villageName: village.name,
      townshipName: village.township.name,
      post: row.post,
      kind: row.kind,
      startsOn: toPlainDate(row.startsOn),
      endsOn: toPlainDate(row.endsOn),
      documentNumber: row.documentNumber,
      state: row.state,
      leftBy: leftBy(row.events),
    })),
  };
}

function readRelated({ db }: Deps, id: string) {
  return db.prisma.cadre.findUniqueOrThrow({
    where: { id },
    select: {
      homeAddressCipher: true,
      healthCipher: true,
      staffingSince: true,
      staffingBefore: true,
      assignments: {
        where: everMade,
        include: {
          village: { select: { name: true, township: { select: { name: true } } } },
          events: leavingEvents,
        },
        orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
      },
    },
  });
}
