import type { CadreEvent } from '@xuanpai/contracts/cadres';
import { toPlainDate } from '@xuanpai/database/dates';
import { systemDay } from '../../lib/calendar.ts';
import type { Deps } from '../../lib/deps.ts';

/** A person's posts: when issued, from and to which day. A revoked one didn't start. */
export async function assignmentEvents(
  { db, today }: Deps,
  cadreId: string,
): Promise<CadreEvent[]> {
  const found = await db.prisma.assignment.findMany({
    where: { cadreId, state: { not: 'revoked' } },
    include: { village: { select: { name: true, township: { select: { name: true } } } } },
  });
  return found.flatMap(({ village, post, kind, documentNumber, ...row }): CadreEvent[] => {
    const params = {
      village: village.name,
      township: village.township.name,
      post,
      appointmentKind: kind,
      documentNumber,
    };
    const endsOn = toPlainDate(row.endsOn);
    return [
      { on: systemDay(row.createdAt, today()), kind: 'issued', params },
      { on: toPlainDate(row.startsOn), kind: 'postStarts', params },
      ...(endsOn ? [{ on: endsOn, kind: 'postEnds', params } as const] : []),
    ];
  });
}
