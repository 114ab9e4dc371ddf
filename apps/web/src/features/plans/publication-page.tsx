import { useQuery } from '@tanstack/react-query';
import { exportPlan } from '@xuanpai/contracts/plan-issue';
import type { Plan } from '@xuanpai/contracts/plans';
import { useParams } from 'react-router';
import { useBatch } from '../../lib/batch.ts';
import { useGo } from '../../lib/links.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Split } from '../../ui/split.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { ApprovalSection } from './approval-section.tsx';
import { Hindrances } from './hindrances.tsx';
import { hindrancesOf, issueCounts } from './issue-model.ts';
import { NextStep } from './next-step.tsx';
import { planTabs } from './plan-tabs.ts';
import { planStates } from './plan-words.ts';
import { planQuery } from './queries.ts';
import { StepList } from './step-list.tsx';

/** The issue of a plan: what stands against it, the decision on record, the confirmation, the act. */
export function PublicationPage() {
  const { planId = '' } = useParams();
  const text = useText().plans;
  const query = useQuery(planQuery(planId));
  if (query.data) return <Publication plan={query.data} />;
  return (
    <UnreadPage
      title={text.loading}
      documentTitle={text.publication}
      error={query.error}
      onRetry={() => void query.refetch()}
    />
  );
}

function Publication({ plan }: { plan: Plan }) {
  const { publication: text, plans, replans } = useText();
  const { batches } = useBatch();
  const batch = batches.find(({ id }) => id === plan.batchId);
  const counts = issueCounts(plan);
  const { replansOn } = plan;
  const over =
    plan.status !== 'issued' && replansOn === null ? (batch?.issuedPlanId ?? null) : null;
  const term = batch ? text.term(batch.startsOn, batch.endsOn) : '';
  return (
    <Page
      title={over ? text.title.over(batch?.documentNumber ?? '') : titleOf(plan, text)}
      documentTitle={`${plan.name} ${plans.publication}`}
      tone={plan.status === 'draft' && !over ? 'red' : 'green'}
      note={
        replansOn
          ? replans.publicationNote(replansOn)
          : text.note(counts.people, counts.units, counts.townships, term)
      }
      tabs={planTabs(plan, plans)}
      lined
      reason={<StateBadge state={planStates[plan.status]} />}
      secondary={
        <ExportButton
          endpoint={exportPlan}
          parts={{ params: { id: plan.id } }}
          label={text.exportPlan}
        />
      }
      primary={over ? <IssuedPlan id={over} /> : <NextStep plan={plan} term={term} />}
    >
      <Split aside={<StepList plan={plan} />}>
        {plan.status !== 'issued' && <Hindrances plan={plan} />}
        {!over && <ApprovalSection plan={plan} />}
      </Split>
    </Page>
  );
}

/** A batch is issued once: the next step is to look at what was. */
function IssuedPlan({ id }: { id: string }) {
  const text = useText().plans;
  const go = useGo();
  return (
    <ActButton kind="primary" reads onClick={() => go(linkTo.planPublication(id))}>
      {text.seeIssue}
    </ActButton>
  );
}

function titleOf(plan: Plan, text: Dictionary['publication']): string {
  const { name, needsConfirmation } = plan;
  const words = text.title;
  const hindrances = hindrancesOf(plan).length;
  switch (plan.status) {
    case 'approved':
      return needsConfirmation ? words.approved(name) : words.approvedAlone(name);
    case 'confirmed':
      return words.confirmed(name);
    case 'issued':
      return words.issued(name, issueCounts(plan).people);
    case 'draft':
    case 'dropped':
      return hindrances > 0 && plan.filled > 0
        ? words.blocked(name, hindrances)
        : words.draft(name);
  }
}
