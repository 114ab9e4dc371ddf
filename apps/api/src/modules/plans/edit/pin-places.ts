import type { Plan } from '@xuanpai/contracts/plans';
import type { Actor } from '../../../lib/actor.ts';
import { invalid } from '../../../lib/api-error.ts';
import { record } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import { placeOf } from '../read/open-plan.ts';
import { readPlan } from '../read/read-plans.ts';
import { lockPlan } from './lock-plan.ts';

/**
 * Pins people to their places, or lets them go: the next solving keeps them. Who is where stays as
 * it was, and so does an approval. Throws `invalid` for a place without anybody.
 */
export function pinPlaces(
  deps: Deps,
  actor: Actor,
  planId: string,
  { pins, version }: { pins: { placeId: string; pinned: boolean }[]; version: number },
): Promise<Plan> {
  return writeAs(deps, actor, async (tx) => {
    const open = await lockPlan(tx, planId, version);
    checkPins(open, pins);
    for (const pinned of [true, false]) {
      const ids = pins.filter((pin) => pin.pinned === pinned).map(({ placeId }) => placeId);
      await tx.planPlace.updateMany({ where: { planId, id: { in: ids } }, data: { pinned } });
    }
    const saved = await tx.plan.update({
      where: { id: planId },
      data: { version: { increment: 1 } },
    });
    const fields = (pinnedOf: (pin: { placeId: string; pinned: boolean }) => boolean) =>
      Object.fromEntries(pins.map((pin) => [`pins.${pin.placeId}`, pinnedOf(pin)]));
    record(tx, {
      action: 'plan.pin',
      entity: 'plan',
      entityId: planId,
      params: { name: open.plan.name, places: pins.length },
      changes: [
        {
          entity: 'plan',
          entityId: planId,
          versionAfter: saved.version,
          before: fields(({ placeId }) => placeOf(open, placeId)?.pinned === true),
          after: fields(({ pinned }) => pinned),
        },
      ],
    });
    return readPlan(tx, planId, actor.language);
  });
}

function checkPins(open: OpenPlan, pins: { placeId: string; pinned: boolean }[]) {
  const faults = pins.flatMap(({ placeId, pinned }, index) => {
    const place = placeOf(open, placeId);
    const path = `pins.${index}.placeId`;
    if (!place) {
      const message = { zh: '方案里没有这个岗位。', en: 'The plan has no such place.' };
      return [{ path, code: 'unknownPlace', message }];
    }
    if (!pinned || place.cadreId !== null) return [];
    const message = { zh: '空岗不能锁定。', en: 'An empty place cannot be pinned.' };
    return [{ path, code: 'emptyPlace', message }];
  });
  if (faults.length > 0) throw invalid(faults);
}
