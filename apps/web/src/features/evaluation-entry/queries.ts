import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { getBallots } from '@xuanpai/contracts/ballots';
import { getEvaluationPerson, listEvaluationPeople } from '@xuanpai/contracts/evaluation-people';
import { getVisit } from '@xuanpai/contracts/visits';
import { call } from '../../lib/api.ts';

export const entryKey = (roundId: string) => ['evaluations', roundId] as const;

/** Those who are evaluated, of a township or all within reach. */
export function entryPeopleQuery(roundId: string, townshipId: string | null) {
  return queryOptions({
    queryKey: [...entryKey(roundId), 'entryPeople', townshipId],
    queryFn: ({ signal }) =>
      call(listEvaluationPeople, {
        params: { id: roundId },
        query: { standings: 'evaluated', ...(townshipId ? { townshipIds: townshipId } : {}) },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

export function entryPersonQuery(id: string) {
  return queryOptions({
    queryKey: ['evaluationPeople', id],
    queryFn: ({ signal }) => call(getEvaluationPerson, { params: { id }, signal }),
  });
}

export function visitQuery(roundId: string, villageId: string) {
  return queryOptions({
    queryKey: [...entryKey(roundId), 'visit', villageId],
    queryFn: ({ signal }) => call(getVisit, { params: { id: roundId, villageId }, signal }),
  });
}

export interface BallotPlace {
  townshipId?: string;
  villageId?: string;
}

export function ballotsQuery(roundId: string, place: BallotPlace) {
  return queryOptions({
    queryKey: [...entryKey(roundId), 'ballots', place],
    queryFn: ({ signal }) => call(getBallots, { params: { id: roundId }, query: place, signal }),
    placeholderData: keepPreviousData,
  });
}

/** What was entered shows in the list and in what the facts say. */
export function forgetProgress(client: QueryClient, roundId: string): void {
  void client.invalidateQueries({ queryKey: [...entryKey(roundId), 'entryPeople'] });
  void client.invalidateQueries({ queryKey: ['evaluationPeople'] });
}
