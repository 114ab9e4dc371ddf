import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { createPlan as endpoint, Plan } from '@xuanpai/contracts/plans';
import type { Tx } from '@xuanpai/database/transaction';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../../lib/actor.ts';
import { notFound } from '../../../lib/api-error.ts';
import { record } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import { placeDifferences } from '../read/place-differences.ts';
import { readDossier } from '../read/read-dossier.ts';
import { readPlan } from '../read/read-plans.ts';
import { replanColumns, replanStart } from '../replan/begin-replan.ts';

/**
 * Makes a draft with an empty place for each post of the batch's villages; one that re-plans is filled
 * with who is in force on its day. Throws `notFound`, and `ruleViolated` as `replanStart`.
 */
export function createPlan(
  deps: Deps,
  actor: Actor,
  batchId: string,
  { name, replansOn }: BodyOf<typeof endpoint>,
): Promise<Plan> {
  return writeAs(deps, actor, async (tx) => {
    await lockBatch(tx, batchId);
    const dossier = await readDossier(tx, batchId);
    const start = replansOn ? await replanStart(tx, dossier, replansOn, deps.today()) : null;
    const plan = await tx.plan.create({
      data: {
        batchId,
        name: name ?? (await nextName(tx, batchId, start ? '调整方案' : '方案')),
        createdByName: actor.name,
        ...(start && replansOn ? replanColumns(replansOn, start.posts) : {}),
      },
    });
    const places = start?.places ?? placeDifferences(dossier, []).missing;
    await tx.planPlace.createMany({
      data: places.map((place) => ({ id: uuid(), planId: plan.id, ...place })),
    });
    record(tx, {
      action: 'plan.create',
      entity: 'plan',
      entityId: plan.id,
      params: { name: plan.name, places: places.length, replansOn: replansOn ?? null },
    });
    return readPlan(tx, plan.id, actor.language, deps.today());
  });
}

/** Two plans begun at once get different names. */
export async function lockBatch(tx: Tx, batchId: string) {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM batch WHERE id = ${batchId}::uuid FOR UPDATE`;
  if (locked.length === 0) throw notFound();
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 方案一, 调整方案二 …: the first that the batch doesn't have. */
async function nextName(tx: Tx, batchId: string, kind: string): Promise<string> {
  const plans = await tx.plan.findMany({ where: { batchId }, select: { name: true } });
  const taken = new Set(plans.map(({ name }) => name));
  for (let number = 1; ; number++) {
    const name = `${kind}${chineseNumber(number)}`;
    if (!taken.has(name)) return name;
  }
}

/** 1 to 99 as they are read: 十, 十一, 二十三; in digits from 100 on. */
export function chineseNumber(number: number): string {
  if (number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  if (tens === 0) return digits[ones] ?? '';
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`;
}
