import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Plan } from '@xuanpai/contracts/plans';
import type { getPolicy } from '@xuanpai/contracts/policy';
import { useCan } from '../../../lib/can.tsx';
import { formatChange, formatNumber } from '../../../lib/format.ts';
import { useUrlValue } from '../../../lib/url-state.ts';
import { useText } from '../../../locales/use-text.ts';
import { Page } from '../../../ui/page.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { WithPanel } from '../../../ui/with-panel.tsx';
import { planTabs } from '../plan-tabs.ts';
import { planStates } from '../plan-words.ts';
import { useSettled } from '../use-settled.ts';
import { trialQuery, weighingQuery } from '../what-if-queries.ts';
import { AdoptPanel } from './adopt-panel.tsx';
import { TablePanel } from './table-panel.tsx';
import { useTried } from './use-tried.ts';
import { WeightActs } from './weight-acts.tsx';
import { WeightTable } from './weight-table.tsx';
import { faultyKeys, weightsIn, withValue } from './weight-values.ts';

interface WeightsFormProps {
  plan: Plan;
  batch: Batch;
  policy: ReplyOf<typeof getPolicy>;
}

/** Every weight with what it gives now and at the value tried; the plan itself stays as it is. */
export function WeightsForm({ plan, batch, policy }: WeightsFormProps) {
  const { whatIf: text, plans } = useText();
  const { tried, setTried, same, reset, forget } = useTried(plan);
  const [panel, setPanel] = useUrlValue('panel');
  const mayTry = useCan('plans.write');
  const faulty = faultyKeys(tried);
  const settled = useSettled(tried);
  const now = useQuery(weighingQuery(plan.id, plan.version)).data;
  const trial = useQuery({
    ...trialQuery(plan.id, plan.version, settled),
    enabled: faultyKeys(settled).length === 0,
  }).data;
  const after = same ? now : trial;
  const weights = weightsIn(policy.items);
  const table = weights.find(({ key, kind }) => key === panel && kind === 'table');
  const own = Object.keys(plan.weightChanges ?? {}).length;
  const points = (value: number) => formatNumber(value, 1);
  const change = now && after ? after.score - now.score : 0;
  return (
    <Page
      title={
        !now || !after
          ? text.loading
          : same
            ? text.titleNow(plan.name, points(now.score))
            : text.titleTried(
                plan.name,
                points(now.score),
                points(after.score),
                formatChange(change),
              )
      }
      tone={change < 0 ? 'amber' : 'green'}
      documentTitle={`${plan.name} ${text.weights}`}
      note={own > 0 ? text.ownNote(own) : text.weightsNote}
      layout="fill"
      tabs={planTabs(plan, plans)}
      reason={<StateBadge state={planStates[plan.status]} />}
      primary={
        <WeightActs
          plan={plan}
          tried={tried}
          same={same}
          faulty={faulty.length > 0}
          onReset={reset}
          onForget={forget}
          onAdopt={() => setPanel('adopt')}
        />
      }
    >
      <WithPanel
        panel={
          panel === 'adopt' ? (
            <AdoptPanel
              plan={plan}
              batch={batch}
              version={policy.version}
              weights={weights}
              tried={tried}
              onAdopted={() => {
                forget();
                setTried({});
              }}
              onClose={() => setPanel(null)}
            />
          ) : (
            table && (
              <TablePanel
                key={table.key}
                parameter={table}
                value={tried[table.key] ?? table.value}
                mayTry={mayTry}
                onChange={(value) => setTried(withValue(tried, table, value))}
                onClose={() => setPanel(null)}
              />
            )
          )
        }
      >
        <WeightTable
          weights={weights}
          tried={tried}
          faulty={faulty}
          now={now ?? null}
          after={after ?? null}
          mayTry={mayTry}
          beside={table ? 'table' : panel === 'adopt' ? 'form' : null}
          onTry={(parameter, value) => setTried(withValue(tried, parameter, value))}
          onOpen={setPanel}
        />
      </WithPanel>
    </Page>
  );
}
