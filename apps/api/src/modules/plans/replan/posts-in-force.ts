import type { PlainDate, Post } from '@xuanpai/contracts/values';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Prisma, PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { isLead } from '@xuanpai/domain/posts';
import { z } from 'zod';

/** A post of the batch as it is on the day from which a plan changes posts. */
export interface PostInForce {
  assignmentId: string;
  cadreId: string;
  cadreName: string;
  villageId: string;
  villageName: string;
  post: Post;
  startsOn: PlainDate;
  endsOn: PlainDate | null;
  /** The last day of the term, also of somebody who was called back before it. */
  termEndsOn: PlainDate | null;
  version: number;
}

/** A village's lead is one seat, whichever post it has. */
export function seatOf({ villageId, post }: { villageId: string; post: Post }): string {
  return `${villageId} ${isLead(post)}`;
}

/** The posts of a batch in force on a day. */
export function readPostsOn(
  client: PrismaClient | Tx,
  batchId: string,
  on: PlainDate,
): Promise<PostInForce[]> {
  const day = toDate(on);
  return readPosts(client, {
    batchId,
    state: 'inForce',
    startsOn: { lte: day },
    OR: [{ endsOn: null }, { endsOn: { gte: day } }],
  });
}

/** The posts of a batch that start after a day: changes that are decided already. */
export function readPostsAfter(
  client: PrismaClient | Tx,
  batchId: string,
  on: PlainDate,
): Promise<PostInForce[]> {
  return readPosts(client, { batchId, state: 'inForce', startsOn: { gt: toDate(on) } });
}

/** Posts as a plan keeps them that was made from them. */
const keptSchema = z.array(z.object({ assignmentId: z.string(), endsOn: z.string().nullable() }));
export type KeptPost = z.infer<typeof keptSchema>[number];

export function keptPosts(posts: readonly PostInForce[]): KeptPost[] {
  return posts.map(({ assignmentId, endsOn }) => ({ assignmentId, endsOn }));
}

/** The posts that a plan was made from, by what it kept of them. */
export async function readKeptPosts(
  client: PrismaClient | Tx,
  kept: unknown,
): Promise<PostInForce[]> {
  const ids = keptSchema.parse(kept).map(({ assignmentId }) => assignmentId);
  return readPosts(client, { id: { in: ids } });
}

/** Posts that are others, or end on another day, than when the plan was made. */
export function changedPosts(
  kept: unknown,
  was: readonly PostInForce[],
  now: readonly PostInForce[],
): PostInForce[] {
  const ends = new Map(keptSchema.parse(kept).map((post) => [post.assignmentId, post.endsOn]));
  const current = new Set(now.map(({ assignmentId }) => assignmentId));
  return [
    ...was.filter(({ assignmentId }) => !current.has(assignmentId)),
    ...now.filter(({ assignmentId, endsOn }) => ends.get(assignmentId) !== endsOn),
  ];
}

async function readPosts(
  client: PrismaClient | Tx,
  where: Prisma.AssignmentWhereInput,
): Promise<PostInForce[]> {
  const rows = await client.assignment.findMany({
    where,
    select: {
      id: true,
      cadreId: true,
      villageId: true,
      post: true,
      startsOn: true,
      endsOn: true,
      version: true,
      cadre: { select: { name: true } },
      village: { select: { name: true } },
      events: {
        where: { kind: 'withdrawn', undoneAt: null },
        orderBy: { seq: 'desc' },
        select: { endsBefore: true },
      },
    },
    orderBy: [{ village: { code: 'asc' } }, { id: 'asc' }],
  });
  return rows.map(({ id, cadre, village, startsOn, endsOn, events, ...row }) => ({
    ...row,
    assignmentId: id,
    cadreName: cadre.name,
    villageName: village.name,
    startsOn: toPlainDate(startsOn),
    endsOn: toPlainDate(endsOn),
    termEndsOn: toPlainDate(events[0]?.endsBefore ?? endsOn),
  }));
}
