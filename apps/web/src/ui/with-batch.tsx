import type { Batch } from '@xuanpai/contracts/batches';
import type { ReactNode } from 'react';
import { useBatch } from '../lib/batch.ts';
import { useCan } from '../lib/can.tsx';
import { useFirstAnswer } from '../lib/first-answer.ts';
import { useText } from '../locales/use-text.ts';
import { paths } from '../paths.ts';
import { Link } from './link.tsx';
import { Page } from './page.tsx';
import { Empty } from './table-states.tsx';
import { UnreadPage } from './unread-page.tsx';

/** A page about the batch looked at; without a batch it says so and where to make one. */
export function WithBatch({ children }: { children: (batch: Batch) => ReactNode }) {
  const text = useText().shell;
  const mayRead = useCan('batches.read');
  const { batch, isPending } = useBatch();
  const drawn = useFirstAnswer(batch ?? undefined);
  if (drawn) return children(drawn);
  if (batch || isPending) return <UnreadPage />;
  if (!mayRead) return <Page title={text.notForRole} />;
  return (
    <Page title={`${text.noBatch}。`} documentTitle={text.noBatch}>
      <Empty title={text.noBatch} act={<Link to={paths.batch}>{text.toBatches}</Link>} />
    </Page>
  );
}
