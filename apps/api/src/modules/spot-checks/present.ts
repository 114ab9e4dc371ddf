import { may } from '@xuanpai/contracts/permissions';
import type { SpotCheck } from '@xuanpai/contracts/spot-checks';
import type { Actor } from '../../lib/actor.ts';
import { besideTheLog } from '../../lib/attendance/contradicted-findings.ts';
import type { rows } from '../../lib/sql.ts';
import type { SpotCheckRow } from './list.ts';

/** Findings beside what the log says of their day, with what somebody may do. */
export async function presentSpotChecks(
  runner: Parameters<typeof rows>[0],
  actor: Actor,
  found: readonly SpotCheckRow[],
): Promise<SpotCheck[]> {
  const mayResolve = may(actor.roles, 'spotChecks.resolve');
  const beside = await besideTheLog(
    runner,
    found.map((row) => ({ ...row, resolved: row.resolvedAt !== null })),
  );
  return found.map(({ typed: _, enteredById, enteredAt, resolvedAt, ...row }, at) => {
    const { logged, contradicted } = beside[at] ?? { logged: null, contradicted: false };
    return {
      ...row,
      ...{ logged, contradicted },
      enteredAt: enteredAt.toISOString(),
      resolvedAt: resolvedAt?.toISOString() ?? null,
      resolvable: mayResolve && contradicted && !isOwn(actor, enteredById),
    };
  });
}

/** Whoever entered a finding doesn't settle it. */
export function isOwn(actor: Actor, enteredById: string | null): boolean {
  return enteredById !== null && enteredById === actor.userId;
}
