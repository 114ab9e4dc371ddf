import type { AssignmentEventKind, Prisma } from '@xuanpai/database/generated/client';

const leaving = ['replaced', 'withdrawn', 'exchanged', 'ended'] as const;
type Leaving = (typeof leaving)[number];

/** Of a post's events the last that says how it was left. */
export const leavingEvents = {
  where: { undoneAt: null, kind: { in: [...leaving] } },
  orderBy: { seq: 'desc' },
  select: { kind: true },
} satisfies Prisma.Assignment$eventsArgs;

export function leftBy(events: readonly { kind: AssignmentEventKind }[]): Leaving | null {
  return leaving.find((kind) => kind === events[0]?.kind) ?? null;
}

/** Posts as history tells them: what an undone act had made never was. */
export const everMade = {
  NOT: { state: 'revoked', madeBy: { undoneAt: { not: null } } },
} satisfies Prisma.AssignmentWhereInput;
