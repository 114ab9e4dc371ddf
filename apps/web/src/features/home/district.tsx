import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import type { PlainDate } from '@xuanpai/contracts/values';
import { daysBetween } from '@xuanpai/domain/office/plain-date';
import { useBatch } from '../../lib/batch.ts';
import { useDay } from '../../lib/day.ts';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { CoverageChart } from './coverage-chart.tsx';
import { coverageQuery } from './queries.ts';
import { ShortPosts } from './short-posts.tsx';

/** How it stands in the whole district, for those who look over it. */
export function District({ batchId }: { batchId: string }) {
  const { day, readOnly } = useDay();
  const { batch } = useBatch();
  const query = useQuery(coverageQuery(batchId, readOnly ? day : lastDayOf(batch)));
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton />;
  return (
    <>
      <CoverageChart coverage={query.data} />
      <ShortPosts coverage={query.data} />
    </>
  );
}

/** Of a closed batch nobody is in post any more: it is shown as its term ended. */
function lastDayOf(batch: Batch | null): string | null {
  if (!batch?.closedOn) return null;
  const { closedOn, endsOn } = batch;
  return daysBetween(closedOn as PlainDate, endsOn as PlainDate) > 0 ? closedOn : endsOn;
}
