import { useQueryClient } from '@tanstack/react-query';
import { renewReplan } from '@xuanpai/contracts/plan-replans';
import type { Plan } from '@xuanpai/contracts/plans';
import { call } from '../../../lib/api.ts';
import { Can } from '../../../lib/can.tsx';
import { showDone } from '../../../lib/undo.ts';
import { useText } from '../../../locales/use-text.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { confirm } from '../../../ui/confirm.tsx';
import { planQuery, refreshPlan } from '../queries.ts';

/** Takes a re-plan back to who is in post now: needed where posts changed since it was begun. */
export function RenewButton({ plan }: { plan: Plan }) {
  const text = useText().replans;
  const client = useQueryClient();
  const { id, version, name } = plan;
  return (
    <Can permission="plans.write">
      <ActButton
        onClick={() =>
          void confirm({
            title: text.renewTitle(name),
            body: text.renewBody,
            act: text.renew,
            run: async () => {
              const saved = await call(renewReplan, { params: { id }, body: { version } });
              client.setQueryData(planQuery(id).queryKey, saved);
              showDone(text.renewed);
              await refreshPlan(client, id);
            },
          })
        }
      >
        {text.renew}
      </ActButton>
    </Can>
  );
}
