import type { CadreEvent } from '@xuanpai/contracts/cadres';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Prisma } from '@xuanpai/database/generated/client';
import { systemDay } from '../../lib/calendar.ts';
import type { Deps } from '../../lib/deps.ts';
import { everMade } from '../../lib/records/left-by.ts';

const place = { select: { name: true, township: { select: { name: true } } } } as const;
const include = {
  village: place,
  madeBy: { select: { id: true } },
  events: {
    where: { undoneAt: null },
    orderBy: { seq: 'asc' },
    include: { made: { include: { village: place, cadre: { select: { name: true } } } } },
  },
} satisfies Prisma.AssignmentInclude;
type Found = Prisma.AssignmentGetPayload<{ include: typeof include }>;

/**
 * A person's posts: when issued, from and to which day, and what happened in them. One that never took
 * effect didn't start; what is on record of it is told all the same.
 */
export async function assignmentEvents(
  { db, today }: Deps,
  cadreId: string,
): Promise<CadreEvent[]> {
  const found = await db.prisma.assignment.findMany({
    where: { AND: [{ cadreId }, everMade] },
    include,
  });
  return found.flatMap((row): CadreEvent[] => {
    const { village, post, kind, documentNumber, madeBy } = row;
    const where = { village: village.name, township: village.township.name, post };
    const params = { ...where, appointmentKind: kind, documentNumber };
    const changes = row.events
      .filter((event) => event.kind !== 'filled')
      .map(
        (event): CadreEvent => ({
          on: toPlainDate(event.date),
          kind: 'postChanged',
          params: { ...where, ...factsOf(event) },
        }),
      );
    if (row.state === 'revoked') return changes;
    const on = systemDay(row.createdAt, today());
    const issued: CadreEvent[] = madeBy !== null ? [] : [{ on, kind: 'issued', params }];
    const starts: CadreEvent = { on: toPlainDate(row.startsOn), kind: 'postStarts', params };
    return [...issued, starts, ...changes, ...endOf(row, params)];
  });
}

/** The end of the term, unless the post was left otherwise. */
function endOf({ endsOn, events }: Found, params: CadreEvent['params']): CadreEvent[] {
  const left = events.some(({ endsAfter, kind }) => endsAfter !== null && kind !== 'extended');
  return endsOn === null || left ? [] : [{ on: toPlainDate(endsOn), kind: 'postEnds', params }];
}

function factsOf(event: Found['events'][number]) {
  const { kind, documentNumber, reason, made, endsAfter } = event;
  return {
    change: kind,
    documentNumber,
    reason,
    until: toPlainDate(endsAfter),
    otherVillage: kind === 'exchanged' ? (made?.village.name ?? null) : null,
    by: kind === 'replaced' ? (made?.cadre.name ?? null) : null,
  };
}
