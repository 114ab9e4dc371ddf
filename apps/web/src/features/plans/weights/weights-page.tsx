import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import type { Plan } from '@xuanpai/contracts/plans';
import { useParams } from 'react-router';
import { useBatch } from '../../../lib/batch.ts';
import { policyQuery } from '../../../lib/batch-policy.ts';
import { useFirstAnswer } from '../../../lib/first-answer.ts';
import { useText } from '../../../locales/use-text.ts';
import { UnreadPage } from '../../../ui/unread-page.tsx';
import { planQuery } from '../queries.ts';
import { WeightsForm } from './weights-form.tsx';

/** The weights that a plan is counted by: what each gives, and what another value would. */
export function WeightsPage() {
  const { planId = '' } = useParams();
  const query = useQuery(planQuery(planId));
  const plan = useFirstAnswer(query.data);
  const { batches } = useBatch();
  const batch = batches.find(({ id }) => id === plan?.batchId);
  if (plan && batch) return <WithPolicy key={plan.id} plan={plan} batch={batch} />;
  return <Unread error={query.error} onRetry={() => void query.refetch()} />;
}

/** The policy as it counts for plans: on the batch's date. */
function WithPolicy({ plan, batch }: { plan: Plan; batch: Batch }) {
  const query = useQuery(policyQuery(batch.id, batch.date));
  if (query.data) return <WeightsForm plan={plan} batch={batch} policy={query.data} />;
  return <Unread error={query.error} onRetry={() => void query.refetch()} />;
}

function Unread({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const text = useText().whatIf;
  return (
    <UnreadPage title={text.loading} documentTitle={text.weights} error={error} onRetry={onRetry} />
  );
}
