import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { useFirstAnswer } from '../../lib/first-answer.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { FilterBar, FilterSearch } from '../../ui/filter-bar.tsx';
import { Page } from '../../ui/page.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { WithBatch } from '../../ui/with-batch.tsx';
import { PolicyForm } from './policy-form.tsx';
import { policyFormQuery } from './queries.ts';

/** Every number and switch of the batch, each with its basis. */
export function PolicyPage() {
  return <WithBatch>{(batch) => <PolicyOf batch={batch} />}</WithBatch>;
}

function PolicyOf({ batch }: { batch: Batch }) {
  const text = useText().policy;
  const { day, readOnly } = useDay();
  const mayWrite = useCan('policy.write');
  const query = useQuery(policyFormQuery(batch.id, readOnly ? day : null));
  const [q, setQ] = useUrlValue('q');
  const { data } = query;
  const shown = useFirstAnswer(data);
  const since = data?.items.filter(({ effectiveFrom }) => effectiveFrom > batch.date).length ?? 0;
  return (
    <Page
      title={data ? text.title(batch.name, data.items.length, since) : text.loading}
      documentTitle={text.documentTitle}
      note={data && text.note(data.on)}
      layout="fill"
      filters={
        <FilterBar>
          <FilterSearch label={text.find} value={q ?? ''} onChange={setQ} width={220} />
        </FilterBar>
      }
      secondary={
        <ActButton icon="print" reads onClick={() => window.print()}>
          {text.print}
        </ActButton>
      }
    >
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!shown && !query.error && <Skeleton />}
      {shown && (
        <PolicyForm
          key={`${shown.on}.${shown.version}`}
          batch={batch}
          policy={shown}
          sought={q ?? ''}
          mayWrite={mayWrite && !readOnly}
        />
      )}
    </Page>
  );
}
