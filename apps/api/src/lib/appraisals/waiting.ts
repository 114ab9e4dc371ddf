import { may } from '@xuanpai/contracts/permissions';
import type { OpenAppraisals } from '@xuanpai/domain/targets/appraisals';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import type { BatchRecord } from '../records/batch.ts';
import { scopeFor, scopeSql } from '../scope.ts';
import { rows, sql, where } from '../sql.ts';
import { readPeriodsBegun } from './periods.ts';
import { appraisedPosts, lastPosts } from './posts.ts';

/** What the opinions of the periods that are over want of an officer or a head. */
export async function readOpenAppraisals(
  { db, today }: Pick<Deps, 'db' | 'today'>,
  actor: Actor,
  batch: BatchRecord,
): Promise<OpenAppraisals[]> {
  const signs = may(actor.roles, 'appraisals.sign');
  if (!signs && !may(actor.roles, 'appraisals.write')) return [];
  const scope = scopeFor(actor, signs ? 'appraisals.sign' : 'appraisals.write', 'assignments');
  const over = (await readPeriodsBegun(db.prisma, batch, today())).filter(
    ({ endsOn }) => endsOn < today(),
  );
  if (over.length === 0) return [];
  const found = await rows<{ key: string; toWrite: number; toSign: number }>(
    db.pool,
    sql`SELECT r.key, count(*) FILTER (WHERE n.id IS NULL OR n.state = 'draft')::int AS "toWrite",
        count(*) FILTER (WHERE n.state = 'submitted')::int AS "toSign"
      FROM assignment a ${appraisedPosts(over)}
      ${where([...lastPosts(batch.id), scopeSql(scope, 'assignments')])} GROUP BY r.key`,
  );
  const byKey = new Map(found.map((one) => [one.key, one]));
  return over.flatMap(({ dueOn, ...period }) => {
    const { toWrite = 0, toSign = 0 } = byKey.get(period.key) ?? {};
    return [{ period, dueOn, toWrite, toSign }];
  });
}
