import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import {
  changedPosts,
  type PostInForce,
  readKeptPosts,
  readPostsAfter,
  readPostsOn,
} from './posts-in-force.ts';

/** What a re-plan changes: the posts in force on its day, and whether they are still those. */
export interface Replan {
  on: PlainDate;
  /** As they were when the plan was made, or begun anew. */
  posts: PostInForce[];
  /** Others since, each named once. */
  changed: PostInForce[];
  /** Starting after the day: decided already. */
  later: PostInForce[];
}

interface ReplanRow {
  batchId: string;
  status: string;
  replansOn: Date | null;
  replansPosts: unknown;
}

/** Null for a plan that fills the batch. What was issued is not compared with what came later. */
export async function openReplan(
  client: PrismaClient | Tx,
  { batchId, status, replansOn, replansPosts }: ReplanRow,
): Promise<Replan | null> {
  const on = toPlainDate(replansOn);
  if (on === null) return null;
  const posts = await readKeptPosts(client, replansPosts);
  if (status === 'issued') return { on, posts, changed: [], later: [] };
  const now = await readPostsOn(client, batchId, on);
  const later = await readPostsAfter(client, batchId, on);
  return { on, posts, changed: changedPosts(replansPosts, posts, now), later };
}
