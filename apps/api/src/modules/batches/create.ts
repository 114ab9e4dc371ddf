import type { createBatch } from '@xuanpai/contracts/batches';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import { toDate } from '@xuanpai/database/dates';
import type { Batch, Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { policyOn } from '@xuanpai/domain/policy/policy';
import { policyTemplate } from '@xuanpai/domain/policy/template';
import type { Actor } from '../../lib/actor.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { readSettings } from '../../lib/policy.ts';
import { batchRecord } from '../../lib/records/batch.ts';
import { countWrites } from '../../lib/records/counters.ts';
import { refuse } from '../../lib/refuse.ts';
import { startTemplates } from '../../lib/targets/built-in.ts';
import { writeAs } from '../../lib/write.ts';
import { dateFaults, nameFaults } from './checks.ts';

/** Makes a batch with the policy and the villages' kinds of the last one; gives its id. */
export function addBatch(deps: Deps, actor: Actor, body: BodyOf<typeof createBatch>) {
  return writeAs(deps, actor, async (tx) => {
    refuse([...dateFaults(body), ...(await nameFaults(tx, body.name, null))]);
    const last = await tx.batch.findFirst({ orderBy: [{ date: 'desc' }, { createdAt: 'desc' }] });
    const { name, date, startsOn, endsOn } = body;
    const batch = await tx.batch.create({
      data: { name, date: toDate(date), startsOn: toDate(startsOn), endsOn: toDate(endsOn) },
    });
    await tx.policyParameter.createMany({ data: await firstSettings(tx, actor, last, batch) });
    if (last) await copyVillages(tx, last.id, batch.id);
    await startTemplates(tx, batch, last);
    const { id, version, ...after } = batchRecord(batch);
    record(tx, {
      action: 'batch.create',
      entity: 'batch',
      entityId: id,
      params: { name, copiedFrom: last?.name ?? null },
      changes: [{ entity: 'batch', entityId: id, versionAfter: version, before: null, after }],
    });
    return id;
  });
}

/** Each parameter as the last batch has it on the new one's date; the first batch takes the template. */
async function firstSettings(tx: Tx, actor: Actor, last: Batch | null, batch: Batch) {
  const { date } = batchRecord(batch);
  const policy = policyOn(last ? await readSettings(tx, last.id) : [], date);
  const reason = last ? `沿用${last.name}` : '按通知及本系统的理解预置';
  return policyTemplate.map(({ key }): Prisma.PolicyParameterCreateManyInput => {
    const { value, inclusive, basis } = policy.setting(key);
    return {
      batchId: batch.id,
      key,
      effectiveFrom: batch.date,
      value: value as Prisma.InputJsonValue,
      inclusive,
      basisKind: basis.kind,
      basisSource: basis.source,
      reason,
      setBy: actor.name,
    };
  });
}

/** The kinds of the villages are a starting point; tiers set by hand were for that batch alone. */
async function copyVillages(tx: Tx, from: string, batchId: string) {
  const villages = await tx.batchVillage.findMany({ where: { batchId: from } });
  if (villages.length === 0) return;
  await tx.batchVillage.createMany({
    data: villages.map(({ villageId, kinds, cityDispatched }) => ({
      batchId,
      villageId,
      kinds,
      cityDispatched,
    })),
  });
  await countWrites(tx, 'batchVillages');
}
