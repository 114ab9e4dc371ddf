import type { Plan } from '@xuanpai/contracts/plans';
import { isLead } from '@xuanpai/domain/posts';
import type { Actor } from '../../../lib/actor.ts';
import { invalid, notFound, ruleViolated } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import type { OpenPlan, PlaceRow } from '../read/open-plan.ts';
import { placeOf } from '../read/open-plan.ts';
import { readPlan } from '../read/read-plans.ts';
import { lockPlan } from './lock-plan.ts';
import { saveEdit } from './save-edit.ts';

/** Puts on record why a deputy's place stays empty; the issue asks for it (D6). */
export function explainEmpty(
  deps: Deps,
  actor: Actor,
  planId: string,
  placeId: string,
  { reason, version }: { reason: string | null; version: number },
): Promise<Plan> {
  return writeAs(deps, actor, async (tx) => {
    const open = await lockPlan(tx, planId, version, deps.today());
    const place = placeOf(open, placeId);
    if (!place) throw notFound();
    if (reason !== null) checkMayStayEmpty(open, place);
    await tx.planPlace.update({ where: { id: placeId }, data: { emptyReason: reason } });
    await saveEdit(tx, open, {
      action: 'plan.explainEmpty',
      before: { [`emptyReason.${placeId}`]: place.emptyReason },
      after: { [`emptyReason.${placeId}`]: reason },
    });
    return readPlan(tx, planId, actor.language, deps.today());
  });
}

function checkMayStayEmpty({ dossier }: OpenPlan, place: PlaceRow) {
  const basis = dossier.policy.basis('dispatch.districtPerVillage');
  if (isLead(place.post)) {
    const message = {
      zh: '第一书记岗位不能空缺。',
      en: 'A first secretary’s place cannot stay empty.',
    };
    throw ruleViolated([{ path: 'reason', code: 'leadStaysEmpty', message, basis }]);
  }
  if (place.cadreId === null) return;
  const message = { zh: '这个岗位已有人。', en: 'Somebody holds this place.' };
  throw invalid([{ path: 'reason', code: 'placeFilled', message }]);
}
