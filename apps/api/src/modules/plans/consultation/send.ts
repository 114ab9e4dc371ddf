import type { PlanConsultation } from '@xuanpai/contracts/plan-consultation';
import { toDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../../lib/actor.ts';
import { invalid } from '../../../lib/api-error.ts';
import { record } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import { lockPlan } from '../edit/lock-plan.ts';
import { type Concerned, concernedBy, partyKey, sameProposal } from './concerned.ts';
import { postsOf, presentPlanConsultation, readConsultations } from './present.ts';

/**
 * Asks everybody whom the plan concerns: who wasn't asked yet, and who was asked about something else;
 * whom it concerns no longer isn't asked any more. Throws `notFound`, `staleVersion`, `alreadyDone`,
 * `invalid` for a plan without people.
 */
export function sendConsultation(
  deps: Deps,
  actor: Actor,
  planId: string,
  version: number,
): Promise<PlanConsultation> {
  return writeAs(deps, actor, async (tx) => {
    const open = await lockPlan(tx, planId, version, deps.today());
    const concerned = concernedBy(open);
    if (concerned.length === 0) throw invalid([nobody]);
    const rows = await readConsultations(tx, { planId });
    const asked = new Map(rows.map((row) => [partyKey(row), row]));
    const now = new Set(concerned.map(partyKey));
    const stale = (one: Concerned) => {
      const row = asked.get(partyKey(one));
      return !row || !sameProposal(one.posts, postsOf(row));
    };
    const toAsk = concerned.filter(stale);
    const again = new Set(toAsk.map(partyKey));
    const over = rows.filter((row) => !now.has(partyKey(row)) || again.has(partyKey(row)));
    await tx.planConsultation.deleteMany({ where: { id: { in: over.map(({ id }) => id) } } });
    await ask(tx, planId, toAsk, { by: actor.name, on: toDate(deps.today()) });
    record(tx, {
      action: 'consultation.send',
      entity: 'plan',
      entityId: planId,
      params: { name: open.plan.name, parties: toAsk.length },
    });
    return presentPlanConsultation(tx, open);
  });
}

async function ask(
  tx: Tx,
  planId: string,
  parties: readonly Concerned[],
  { by, on }: { by: string; on: Date },
) {
  await tx.planConsultation.createMany({
    data: parties.map(({ party, unitId, townshipId, posts }) => ({
      ...{ planId, party, unitId, townshipId },
      posts: posts.map((post) => ({ ...post })),
      sentOn: on,
      sentByName: by,
    })),
  });
}

const nobody = {
  path: '',
  code: 'nothingProposed',
  message: {
    zh: '方案里还没有排人，没有可征求意见的内容。',
    en: 'The plan proposes nobody yet: there is nothing to ask about.',
  },
  remedy: { zh: '请先测算。', en: 'Solve it first.' },
};
