import type { verifyAudit } from '@xuanpai/contracts/audit';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Json } from '@xuanpai/contracts/values';
import type { Actor } from '../../lib/actor.ts';
import { record } from '../../lib/audit.ts';
import { verifyChain } from '../../lib/audit-chain.ts';
import type { Deps } from '../../lib/deps.ts';
import { writeAs } from '../../lib/write.ts';

/** Reckons the chain again, and notes that somebody did, with what came of it. */
export async function verify(deps: Deps, actor: Actor): Promise<ReplyOf<typeof verifyAudit>> {
  const { entries, broken, lastHash } = await verifyChain(deps.db);
  const state = { entries, firstBroken: broken?.seq ?? null, lastHash };
  await note(deps, actor, 'audit.verify', { ...state });
  return { ...state, verifiedAt: new Date().toISOString() };
}

/** The auditor's own acts stand in the log as everybody's do. */
export function note(deps: Deps, actor: Actor, action: string, params: { [name: string]: Json }) {
  return writeAs(deps, actor, async (tx) => {
    record(tx, { action, entity: 'audit', entityId: null, params });
  });
}
