import { useBatch } from '../../lib/batch.ts';
import { Can } from '../../lib/can.tsx';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty } from '../../ui/table-states.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import { BatchOverview } from './batch-overview.tsx';
import { BatchPanel } from './batch-panel.tsx';

/** 概况: the batch's dates and figures, how far it has come, and all batches. */
export function BatchPage() {
  const text = useText().batches;
  const { batch, isPending } = useBatch();
  const [panel, setPanel] = useUrlValue('panel');
  if (batch) return <BatchOverview batch={batch} />;
  if (isPending) return <UnreadPage documentTitle={text.documentTitle} />;
  return (
    <Page
      title={text.none}
      documentTitle={text.documentTitle}
      layout="fill"
      primary={
        <Can permission="batches.write">
          <ActButton kind="primary" icon="plus" onClick={() => setPanel('new')}>
            {text.add}
          </ActButton>
        </Can>
      }
    >
      <WithPanel
        panel={panel === 'new' && <BatchPanel batch={null} onClose={() => setPanel(null)} />}
      >
        <Empty title={text.none} note={text.noneNote} />
      </WithPanel>
    </Page>
  );
}
