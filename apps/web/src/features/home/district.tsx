import { useQuery } from '@tanstack/react-query';
import { useDay } from '../../lib/day.ts';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { CoverageChart } from './coverage-chart.tsx';
import { coverageQuery } from './queries.ts';
import { ShortPosts } from './short-posts.tsx';

/** How it stands in the whole district, for those who look over it. */
export function District({ batchId }: { batchId: string }) {
  const { day, readOnly } = useDay();
  const query = useQuery(coverageQuery(batchId, readOnly ? day : null));
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton />;
  return (
    <>
      <CoverageChart coverage={query.data} />
      <ShortPosts coverage={query.data} />
    </>
  );
}
