import { useQueryClient } from '@tanstack/react-query';
import { confirmPlan, publishPlan } from '@xuanpai/contracts/plan-issue';
import type { PlanChanges } from '@xuanpai/contracts/plan-replans';
import type { Plan } from '@xuanpai/contracts/plans';
import { call } from '../../lib/api.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { confirm as ask } from '../../ui/confirm.tsx';
import { issueCounts } from './issue-model.ts';
import { planQuery, refreshPlan } from './queries.ts';
import { changesIn } from './replan/queries.ts';

/** Confirming and issuing: each asked before in a sentence that says what happens to whom. */
export function useIssueActs(plan: Plan, term: string, replan: PlanChanges | null) {
  const { publication: text, replans } = useText();
  const client = useQueryClient();
  const { id, version, name, approval } = plan;
  const { people, units, townships } = issueCounts(plan);
  const number = approval?.documentNumber ?? '';

  async function keep(saved: Plan, says: string) {
    client.setQueryData(planQuery(id).queryKey, saved);
    showDone(says);
    await refreshPlan(client, id);
    void client.invalidateQueries({ queryKey: ['assignments'] });
  }
  return {
    confirm: () =>
      void ask({
        title: text.confirmTitle(name),
        body: text.confirmBody(approval?.meeting ?? '', approval?.date ?? '', number, people),
        act: text.confirmAct,
        run: async () =>
          keep(
            await call(confirmPlan, { params: { id }, body: { version } }),
            text.confirmed(name),
          ),
      }),
    publish: () => void (replan ? publishReplan(replan) : publishAll()),
  };

  function publishReplan(changes: PlanChanges) {
    const { goes, comes, moves } = changes.counts;
    const count = changesIn(changes);
    return ask({
      title: replans.publishTitle(name),
      body: replans.publishBody(changes.on, goes, comes, moves),
      act: replans.publish(count),
      cancel: text.publishNot,
      run: async () =>
        keep(
          await call(publishPlan, { params: { id }, body: { version } }),
          replans.published(count),
        ),
    });
  }

  function publishAll() {
    return ask({
      title: text.publishTitle(name),
      body: `${text.publishBody(people, units, townships)}${text.publishTerm(number, term)}`,
      act: text.publish(people),
      cancel: text.publishNot,
      run: async () =>
        keep(
          await call(publishPlan, { params: { id }, body: { version } }),
          text.published(people),
        ),
    });
  }
}
