import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import { useCan } from '../../lib/can.tsx';
import { coverageQuery, nomineesQuery, plansQuery } from './queries.ts';
import type { Standing } from './steps.ts';

/** What the person may read of the batch; `isPending` until all of it has come. */
export function useStanding(batch: Batch): { standing: Standing; isPending: boolean } {
  const coverage = useQuery({ ...coverageQuery(batch.id), enabled: useCan('coverage.read') });
  const nominees = useQuery({ ...nomineesQuery(batch.id), enabled: useCan('nominations.read') });
  const plans = useQuery({ ...plansQuery(batch.id), enabled: useCan('plans.read') });
  return {
    standing: {
      batch,
      coverage: coverage.data ?? null,
      nominees: nominees.data?.counts ?? null,
      plans: plans.data?.items ?? null,
    },
    isPending: coverage.isLoading || nominees.isLoading || plans.isLoading,
  };
}
