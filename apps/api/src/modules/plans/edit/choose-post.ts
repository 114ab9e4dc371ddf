import type { Plan } from '@xuanpai/contracts/plans';
import type { Post } from '@xuanpai/contracts/values';
import { isLead, postsOpenTo } from '@xuanpai/domain/posts';
import type { Actor } from '../../../lib/actor.ts';
import { notFound, ruleViolated } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import { placeOf } from '../read/open-plan.ts';
import { readPlan } from '../read/read-plans.ts';
import { lockPlan } from './lock-plan.ts';
import { saveEdit } from './save-edit.ts';

/** D6: a township's cadre leads as first secretary (attached) or directly as secretary. */
export function choosePost(
  deps: Deps,
  actor: Actor,
  planId: string,
  placeId: string,
  { post, version }: { post: Post; version: number },
): Promise<Plan> {
  return writeAs(deps, actor, async (tx) => {
    const open = await lockPlan(tx, planId, version, deps.today());
    const place = placeOf(open, placeId);
    if (!place) throw notFound();
    const tier = place.tier === 'township' ? 'township' : 'district';
    if (!isLead(place.post) || !postsOpenTo(tier).includes(post)) {
      const basis = open.dossier.policy.basis('dispatch.townshipPerVillage');
      const message = {
        zh: '直接任职书记只适用于镇街选派的干部。',
        en: 'Only a township’s cadre becomes directly secretary.',
      };
      throw ruleViolated([{ path: 'post', code: 'postOfTier', message, basis }]);
    }
    await tx.planPlace.update({ where: { id: placeId }, data: { post } });
    await saveEdit(tx, open, {
      action: 'plan.choosePost',
      before: { [`post.${placeId}`]: place.post },
      after: { [`post.${placeId}`]: post },
    });
    return readPlan(tx, planId, actor.language, deps.today());
  });
}
