import { type Tx, write } from '@xuanpai/database/transaction';
import type { Actor } from './actor.ts';
import { writeAudit } from './audit.ts';
import type { Deps } from './deps.ts';
import { claimKey } from './idempotency.ts';

/**
 * Runs `work` in one transaction on behalf of an actor: the request's Idempotency-Key first, the
 * audit log last. Gives the result after the commit.
 */
export function writeAs<Result>(
  deps: Pick<Deps, 'db'> & Partial<Pick<Deps, 'log'>>,
  actor: Actor,
  work: (tx: Tx) => Promise<Result>,
  options: { limit?: 'request' | 'import' } = {},
): Promise<Result> {
  const { log } = deps;
  return write(
    deps.db.prisma,
    actor,
    async (tx) => {
      await claimKey(tx, actor);
      return work(tx);
    },
    {
      ...options,
      beforeCommit: [writeAudit],
      ...(log ? { onEffectFailed: (error) => log.error(error, 'effect after commit failed') } : {}),
    },
  );
}
