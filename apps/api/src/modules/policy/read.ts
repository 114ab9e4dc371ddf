import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { getPolicy, policyHistory } from '@xuanpai/contracts/policy';
import { compareDates } from '@xuanpai/domain/office/plain-date';
import { templateOf } from '@xuanpai/domain/policy/template';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { readBatch } from '../../lib/records/batch.ts';
import { parametersOn, settingOf } from './parameters.ts';

/** The batch's policy on a day: unless said today, and before the batch's date on that date. */
export async function readPolicyForm(
  deps: Deps,
  actor: Actor,
  batchId: string,
  query: QueryOf<typeof getPolicy>,
): Promise<ReplyOf<typeof getPolicy>> {
  const { date, version } = await readBatch(deps.db.prisma, batchId);
  const today = deps.today();
  const on = query.on ?? (compareDates(today, date) > 0 ? today : date);
  const settings = await readSettings(deps, batchId);
  return { on, items: parametersOn(settings, on, actor.language), version };
}

/** What was set when, by whom and why, the latest entry first. */
export async function readPolicyHistory(
  deps: Deps,
  actor: Actor,
  batchId: string,
  { key }: QueryOf<typeof policyHistory>,
): Promise<ReplyOf<typeof policyHistory>> {
  await readBatch(deps.db.prisma, batchId);
  const settings = (await readSettings(deps, batchId)).reverse();
  const asked = key === undefined ? settings : settings.filter((setting) => setting.key === key);
  return {
    items: asked.map((setting) => ({
      ...setting,
      label: templateOf(setting.key).label[actor.language],
    })),
  };
}

async function readSettings({ db }: Deps, batchId: string) {
  const rows = await db.prisma.policyParameter.findMany({
    where: { batchId },
    orderBy: [{ setAt: 'asc' }, { effectiveFrom: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap(settingOf);
}
