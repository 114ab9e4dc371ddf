import type { Month } from '@xuanpai/contracts/attendance';
import { toDate } from '@xuanpai/database/dates';
import { cellFault } from '@xuanpai/domain/attendance/cell-faults';
import { firstDayOf } from '@xuanpai/domain/attendance/month';
import type { LoggedMonth } from '@xuanpai/domain/imports/attendance-compare';
import type { LoggedRow } from '@xuanpai/domain/imports/attendance-match';
import { lockedReason } from '../../../lib/attendance/hold-sheet.ts';
import { readFacts } from '../../../lib/attendance/read-facts.ts';
import { readPostsOfMonth } from '../../../lib/attendance/read-posts.ts';
import { reckonPosts } from '../../../lib/attendance/reckon-posts.ts';
import { runnerOf, sql } from '../../../lib/sql.ts';
import type { ImportContext } from '../import-kind.ts';
import type { Township } from './attendance-places.ts';

/** A township's month as it is logged, with the rules that a cell is held to. */
export interface LoggedSheet extends LoggedMonth {
  township: Township;
  rows: LoggedRow[];
}

export async function readLogged(
  { client, today }: ImportContext,
  township: Township,
  month: Month,
): Promise<LoggedSheet> {
  const runner = runnerOf(client);
  const posts = await readPostsOfMonth(runner, month, sql`true`, township.id);
  const facts = await readFacts({ runner, client }, month, posts);
  const sheet = await client.attendanceSheet.findUnique({
    where: { townshipId_month: { townshipId: township.id, month: toDate(firstDayOf(month)) } },
    select: { status: true },
  });
  const known = new Map(posts.map((post) => [post.assignmentId, post]));
  const rows = reckonPosts(posts, facts).map(({ row }) => row);
  const rowOf = new Map(rows.map((row) => [row.assignmentId, row]));
  return {
    township,
    month,
    rows,
    locked: sheet ? lockedReason(sheet.status) : null,
    faultOf: ({ assignmentId, day, was, is }) => {
      const post = known.get(assignmentId);
      const row = rowOf.get(assignmentId);
      if (!post || !row) return null;
      const typed = row.prefilled.includes(day) ? null : was;
      const policy = facts.policyOf(post.batchId, row.firstDay as typeof day);
      const { cadreName, tier } = post;
      const place = { path: '', cadreName, tier, day, inPost: true, today, policy };
      return cellFault(place, typed, is);
    },
  };
}
