import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { acceptNomination } from '@xuanpai/contracts/nominations';
import type { Judged } from '@xuanpai/domain/eligibility';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, ruleViolated } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { writeAs } from '../../lib/write.ts';
import { holdNomination } from './hold.ts';
import { judgeCadre, type Measure, obstacles, readMeasure } from './judging.ts';
import { noteNominations } from './log.ts';

/** D5: accepts an age over the limit, with a reason. Nothing else can be accepted. */
export function acceptAge(
  deps: Deps,
  actor: Actor,
  ids: { id: string; nominationId: string },
  { reason, version }: BodyOf<typeof acceptNomination>,
) {
  return writeAs(deps, actor, async (tx) => {
    const nomination = await holdNomination(tx, actor, 'nominations.accept', ids, version);
    const { cadre, unit: _, ...before } = nomination;
    const measure = await readMeasure(tx, ids.id);
    const tier = before.tier === 'township' ? 'township' : 'district';
    checkAcceptable(judgeCadre(measure, cadre, { ...before, tier }), measure, cadre.name);
    const after = await tx.nomination.update({
      where: { id: before.id },
      data: {
        acceptedReason: reason,
        acceptedBy: actor.name,
        acceptedAt: new Date(),
        version: { increment: 1 },
      },
    });
    await noteNominations(tx, 'nomination.accept', { name: cadre.name, reason }, [
      { before, after },
    ]);
  });
}

function checkAcceptable(judged: Judged, { policy }: Measure, name: string) {
  switch (judged.judgement) {
    case 'toStudy':
      return;
    case 'notEligible':
    case 'toVerify':
      throw ruleViolated(obstacles(judged));
    case 'accepted':
      throw new ApiError('alreadyDone');
    case 'eligible':
      throw ruleViolated([
        {
          path: '',
          code: 'nothingToAccept',
          message: {
            zh: `${name}符合条件，不需要研究。`,
            en: `${name} is eligible; there is nothing to accept.`,
          },
          basis: policy.basis('eligibility.ageLimit'),
        },
      ]);
  }
}
