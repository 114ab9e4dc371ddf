import type { Plan } from '@xuanpai/contracts/plans';
import { scorePlan } from '@xuanpai/planner/score';
import type { Actor } from '../../../lib/actor.ts';
import { ruleViolated } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import { lockPlan } from '../edit/lock-plan.ts';
import { boundOf } from '../read/bound.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import { readPlan } from '../read/read-plans.ts';
import { writeReplan } from '../replan/write-replan.ts';
import { checkNoOtherIssue } from './clashes.ts';
import { hindranceFaults } from './hindrance-faults.ts';
import { lockFacts } from './lock-facts.ts';
import { recordStep } from './record-step.ts';
import { writeIssue } from './write-issue.ts';

/**
 * Issues a plan: judges D1 to D7 once more on what is registered now, and turns its places into
 * assignments, or, of a re-plan, those that change; all of it or nothing. Throws `notFound`, `alreadyDone`, `staleVersion`, `conflict`
 * where somebody holds another post in these days, and `ruleViolated` with everything that is missing.
 */
export function publishPlan(
  deps: Deps,
  actor: Actor,
  planId: string,
  version: number,
): Promise<Plan> {
  return writeAs(deps, actor, async (tx) => {
    await lockFacts(tx, planId);
    const open = await lockPlan(tx, planId, version, deps.today());
    await checkNoOtherIssue(tx, open);
    checkApproved(open);
    const faults = hindranceFaults(open);
    if (faults.length > 0) throw ruleViolated(faults);
    const { replan } = open;
    const written = replan
      ? await writeReplan(tx, actor, open, replan)
      : await writeIssue(tx, open);
    const saved = await tx.plan.update({
      where: { id: planId },
      data: {
        status: 'issued',
        // How good it was known to be when it was decided; the past is not reckoned anew.
        ...boundOf(open, scorePlan(open.input, open.placement)),
        issuedByName: actor.name,
        issuedAt: new Date(),
        version: { increment: 1 },
      },
    });
    const { documentNumber, confirmedByName } = open.plan;
    const params = { documentNumber, confirmedByName, ...written.params };
    recordStep(tx, 'plan.publish', open.plan, saved, params, written.changes);
    return readPlan(tx, planId, actor.language, deps.today());
  });
}

/** The decision is on record and, where the policy wants that, a second person confirmed it. */
function checkApproved({ plan, dossier }: OpenPlan) {
  const second = dossier.policy.isOn('issue.secondPerson');
  if (plan.status === 'confirmed' || (plan.status === 'approved' && !second)) return;
  const basis = dossier.policy.basis('issue.secondPerson');
  const fault =
    plan.status === 'approved'
      ? {
          code: 'notConfirmed',
          message: { zh: '还须选派办确认。', en: 'The dispatch office has still to confirm it.' },
          remedy: { zh: '请选派办另一人确认。', en: 'Ask another person of the office.' },
        }
      : {
          code: 'notApproved',
          message: { zh: '还没有登记审定。', en: 'There is no approval on record.' },
          remedy: { zh: '请先登记审定会议和文号。', en: 'Record the meeting and document number.' },
        };
  throw ruleViolated([{ path: '', basis, ...fault }]);
}
