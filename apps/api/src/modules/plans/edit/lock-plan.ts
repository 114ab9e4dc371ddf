import type { PlainDate } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import { ApiError, notFound } from '../../../lib/api-error.ts';
import { checkVersion } from '../../../lib/versions.ts';
import { type OpenPlan, openPlan } from '../read/open-plan.ts';

/** Makes later writers of the plan wait. Throws `notFound`. */
export async function lockRow(tx: Tx, planId: string): Promise<void> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM plan WHERE id = ${planId}::uuid FOR UPDATE`;
  if (locked.length === 0) throw notFound();
}

/**
 * Opens a plan to change it: later writers wait and then find it changed. `version` is what the
 * caller saw, null where it doesn't matter. Throws `notFound`, `alreadyDone` for an issued plan and
 * for one that was dropped, `staleVersion`.
 */
export async function lockPlan(
  tx: Tx,
  planId: string,
  version: number | null,
  today: PlainDate,
): Promise<OpenPlan> {
  const open = await lockAnyPlan(tx, planId, version, today);
  const { plan } = open;
  if (plan.status !== 'dropped') return open;
  throw new ApiError('alreadyDone', {
    detail: {
      zh: `${plan.name}已搁置；请先恢复，再作改动。`,
      en: `${plan.name} is laid aside; restore it before changing it.`,
    },
  });
}

/** `lockPlan` where it doesn't matter whether the plan was dropped. */
export async function lockAnyPlan(
  tx: Tx,
  planId: string,
  version: number | null,
  today: PlainDate,
): Promise<OpenPlan> {
  await lockRow(tx, planId);
  const open = await openPlan(tx, planId, today);
  const { plan } = open;
  if (plan.status === 'issued') {
    throw new ApiError('alreadyDone', {
      detail: {
        zh: `${plan.name}已印发，不能再改；请办理任职变动。`,
        en: `${plan.name} is issued and no longer changes.`,
      },
    });
  }
  const current = { id: plan.id, name: plan.name, status: plan.status, version: plan.version };
  if (version === null) return open;
  await checkVersion(tx, { entity: 'plan', id: plan.id, version: plan.version, current }, version);
  return open;
}
