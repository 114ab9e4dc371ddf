import { useQuery } from '@tanstack/react-query';
import type { Plan } from '@xuanpai/contracts/plans';
import { useParams } from 'react-router';
import { useFirstAnswer } from '../../../lib/first-answer.ts';
import { useUrlValue } from '../../../lib/url-state.ts';
import { useText } from '../../../locales/use-text.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { Empty } from '../../../ui/table-states.tsx';
import { UnreadPage } from '../../../ui/unread-page.tsx';
import type { PlanSummary } from '../plan-columns.tsx';
import { planTabs } from '../plan-tabs.ts';
import { planListQuery, planQuery } from '../queries.ts';
import { useWhatIf } from '../use-what-if.ts';
import { ComparedPlans } from './compared-plans.tsx';
import { otherOf } from './other-plan.ts';

/** A plan beside another of its batch: who moves, which points change, what is gained and lost. */
export function ComparisonPage() {
  const { planId = '' } = useParams();
  const text = useText().whatIf;
  const query = useQuery(planQuery(planId));
  const plan = useFirstAnswer(query.data);
  if (plan) return <WithOther key={planId} plan={plan} />;
  return (
    <UnreadPage
      title={text.loading}
      documentTitle={text.toCompare}
      error={query.error}
      onRetry={() => void query.refetch()}
    />
  );
}

function WithOther({ plan }: { plan: Plan }) {
  const { whatIf: text } = useText();
  const [asked, choose] = useUrlValue('with');
  const query = useQuery(planListQuery(plan.batchId));
  if (!query.data) {
    return (
      <UnreadPage
        title={text.loading}
        documentTitle={text.toCompare}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    );
  }
  const others = query.data.items.filter(({ id }) => id !== plan.id);
  const other = others.find(({ id }) => id === asked) ?? otherOf(plan, others);
  if (!other) return <Alone plan={plan} />;
  return (
    <ComparedPlans
      key={other.id}
      plan={plan}
      other={other}
      others={others.filter((one: PlanSummary) => one.status !== 'dropped' || one.id === asked)}
      onChoose={choose}
    />
  );
}

/** The batch has no other plan: make one. */
function Alone({ plan }: { plan: Plan }) {
  const { whatIf: text, plans } = useText();
  const act = useWhatIf();
  return (
    <Page
      title={text.nothingToCompare}
      documentTitle={`${plan.name} ${text.toCompare}`}
      tabs={planTabs(plan, plans)}
      lined
      primary={
        <ActButton kind="primary" busy={act.busy} onClick={() => act.copy(plan)}>
          {text.copyAct}
        </ActButton>
      }
    >
      <Empty title={text.nothingToCompare} note={text.nothingToCompareNote} />
    </Page>
  );
}
