import type { AssignmentEvent } from '@xuanpai/contracts/assignment-events';
import { may } from '@xuanpai/contracts/permissions';
import type { Text } from '@xuanpai/contracts/text';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Prisma, PrismaClient } from '@xuanpai/database/generated/client';
import { builtUpon, isFact, type PastEvent } from '@xuanpai/domain/post-life/events';
import type { Actor } from '../../../lib/actor.ts';
import { pastEvent, replanStands } from './event-names.ts';

const village = { select: { name: true, township: { select: { name: true } } } } as const;

export const eventInclude = {
  assignment: { include: { cadre: { select: { name: true } }, village } },
  made: { include: { cadre: { select: { name: true } }, village } },
} satisfies Prisma.AssignmentEventInclude;
export type EventRow = Prisma.AssignmentEventGetPayload<{ include: typeof eventInclude }>;

/** Events as somebody sees them; `all` are those of every post that they touch. */
export function presentEvents(
  rows: readonly EventRow[],
  all: readonly PastEvent[],
  actor: Actor,
): AssignmentEvent[] {
  const actOf = (row: EventRow) => rows.filter(({ actId }) => actId === row.actId);
  return rows.map((row) => ({
    ...presentEvent(row),
    undoBlocked: undoBlocked(row, actOf(row), all, actor)?.[actor.language] ?? null,
  }));
}

/** What happened to the posts of these events, and to those that they made. */
export async function eventsAround(
  { assignmentEvent }: Pick<PrismaClient, 'assignmentEvent'>,
  rows: readonly EventRow[],
): Promise<PastEvent[]> {
  const acts = await assignmentEvent.findMany({
    where: { actId: { in: rows.map(({ actId }) => actId) } },
    select: { assignmentId: true, madeId: true },
  });
  const ids = acts.flatMap(({ assignmentId, madeId }) => [assignmentId, madeId ?? assignmentId]);
  const found = await assignmentEvent.findMany({ where: { assignmentId: { in: ids } } });
  return found.map(pastEvent);
}

function undoBlocked(
  row: EventRow,
  act: readonly EventRow[],
  all: readonly PastEvent[],
  { roles }: Actor,
): Text | null {
  if (row.undoneAt !== null) return { zh: '已撤销。', en: 'Undone already.' };
  if (!may(roles, isFact(row.kind) ? 'assignments.record' : 'assignments.change')) {
    return { zh: '您的角色不能撤销它。', en: 'Your role cannot undo it.' };
  }
  if (row.planId !== null) return replanStands;
  for (const event of act) {
    const later = builtUpon(pastEvent(event), all);
    if (!later) continue;
    return {
      zh: '其后还有别的变动，请先撤销它们。',
      en: 'Later events build on it; undo them first.',
    };
  }
  return null;
}

function presentEvent(row: EventRow): Omit<AssignmentEvent, 'undoBlocked'> {
  const { assignment, made } = row;
  return {
    id: row.id,
    assignmentId: row.assignmentId,
    cadreId: assignment.cadreId,
    cadreName: assignment.cadre.name,
    villageId: assignment.villageId,
    villageName: assignment.village.name,
    townshipName: assignment.village.township.name,
    post: assignment.post,
    kind: row.kind,
    date: toPlainDate(row.date),
    documentNumber: row.documentNumber,
    reason: row.reason,
    lateReason: row.lateReason,
    endsBefore: toPlainDate(row.endsBefore),
    endsAfter: toPlainDate(row.endsAfter),
    voids: row.voids,
    made: made && {
      assignmentId: made.id,
      cadreId: made.cadreId,
      cadreName: made.cadre.name,
      villageName: made.village.name,
      post: made.post,
      startsOn: toPlainDate(made.startsOn),
    },
    recordedBy: row.recordedByName,
    recordedAt: row.recordedAt.toISOString(),
    undoneBy: row.undoneByName,
    undoneAt: row.undoneAt?.toISOString() ?? null,
  };
}
