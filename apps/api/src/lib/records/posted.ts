import type { PlainDate, Post } from '@xuanpai/contracts/values';
import { isLead } from '@xuanpai/domain/posts';
import type { Deps } from '../deps.ts';
import { rows, sql } from '../sql.ts';

/** Who of ours is posted in a village on a day. */
export interface Posted {
  people: number;
  led: boolean;
}

/** The batch's posts in force on a day, by village. */
export async function readPosted(
  { db }: Deps,
  batchId: string,
  on: PlainDate,
): Promise<Map<string, Posted>> {
  const found = await rows<{ villageId: string; post: Post }>(
    db.pool,
    sql`SELECT village_id AS "villageId", post FROM assignment
      WHERE batch_id = ${batchId}::uuid AND state <> 'revoked'
        AND starts_on <= ${on}::date AND (ends_on IS NULL OR ends_on >= ${on}::date)`,
  );
  const posted = new Map<string, Posted>();
  for (const { villageId, post } of found) {
    const { people, led } = posted.get(villageId) ?? { people: 0, led: false };
    posted.set(villageId, { people: people + 1, led: led || isLead(post) });
  }
  return posted;
}
