import { useQuery } from '@tanstack/react-query';
import { workOnPerson } from '@xuanpai/contracts/visits';
import { call } from '../../lib/api.ts';

/** How often it is said that somebody's page is open. */
const every = 20_000;

/** Names of others who have the same person's page open just now. */
export function useOthers(personId: string, enters: boolean): readonly string[] {
  const { data } = useQuery({
    queryKey: ['evaluationOthers', personId],
    queryFn: ({ signal }) => call(workOnPerson, { params: { id: personId }, body: {}, signal }),
    enabled: enters,
    refetchInterval: every,
    staleTime: 0,
  });
  return data?.others.map(({ name }) => name) ?? [];
}
