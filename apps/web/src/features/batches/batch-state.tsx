import type { Batch } from '@xuanpai/contracts/batches';
import { useText } from '../../locales/use-text.ts';
import { StateBadge } from '../../ui/state-badge.tsx';

interface BatchStateProps {
  batch: Batch;
  quiet?: boolean;
}

/** In preparation, issued, or closed and for reading. */
export function BatchState({ batch: { issuedPlanId, closedOn }, quiet = false }: BatchStateProps) {
  const { batches: text, shell } = useText();
  if (closedOn) {
    const word = quiet ? shell.batchClosed : text.closed(closedOn);
    return <StateBadge state="locked" word={word} quiet={quiet} />;
  }
  if (issuedPlanId) return <StateBadge state="issued" quiet={quiet} />;
  return <StateBadge state="draft" word={text.inPreparation} quiet={quiet} />;
}
