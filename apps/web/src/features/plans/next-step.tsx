import { useQuery } from '@tanstack/react-query';
import { exportDispatchList, exportTelephoneList } from '@xuanpai/contracts/assignments';
import type { Plan } from '@xuanpai/contracts/plans';
import { useCan } from '../../lib/can.tsx';
import { useGo } from '../../lib/links.ts';
import { useUser } from '../../lib/session.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { issueCounts } from './issue-model.ts';
import { changesIn, changesQuery } from './replan/queries.ts';
import { useIssueActs } from './use-issue-acts.ts';

/** The one next step of the issue, for whoever looks; what blocks it stands on the button. */
export function NextStep({ plan, term }: { plan: Plan; term: string }) {
  const { publication: text, replans } = useText();
  const user = useUser();
  const changes = useQuery({
    ...changesQuery(plan.id, plan.version),
    enabled: plan.replansOn !== null,
  });
  const replan = changes.data ?? null;
  const acts = useIssueActs(plan, term, replan);
  const go = useGo();
  const mayConfirm = useCan('plans.confirm');
  const mayPublish = useCan('plans.publish');
  const { status, approval, needsConfirmation, batchId } = plan;
  if (status === 'issued') {
    return (
      <>
        <ExportButton
          endpoint={exportDispatchList}
          parts={{ query: { batchId } }}
          label={text.dispatchList}
        />
        <ExportButton
          endpoint={exportTelephoneList}
          parts={{ query: { batchId } }}
          label={text.telephoneList}
        />
        <ActButton kind="primary" reads onClick={() => go(linkTo.assignments())}>
          {text.toAssignments}
        </ActButton>
      </>
    );
  }
  if (status === 'draft' || status === 'dropped' || !approval) return null;
  if (status === 'approved' && needsConfirmation && mayConfirm) {
    const own = approval.approvedBy === user.name ? text.notSamePerson(user.name) : null;
    return (
      <ActButton kind="primary" blocked={own} onClick={acts.confirm}>
        {text.confirm}
      </ActButton>
    );
  }
  const waits =
    status === 'approved' && needsConfirmation
      ? text.waitsForOffice
      : plan.replansOn !== null && replan === null
        ? replans.loading
        : null;
  return (
    <ActButton
      kind="primary"
      blocked={waits ?? (mayPublish ? null : text.onlyPlannerIssues)}
      onClick={acts.publish}
    >
      {replan ? replans.publish(changesIn(replan)) : text.publish(issueCounts(plan).people)}
    </ActButton>
  );
}
