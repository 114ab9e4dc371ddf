import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { DraftRound } from './draft-round.tsx';
import { PeoplePage } from './people-page.tsx';
import { roundQuery } from './queries.ts';

/** One round: while it is prepared who would be in it, then who is and how far. */
export function RoundPage() {
  const { roundId = '' } = useParams();
  const query = useQuery(roundQuery(roundId));
  if (!query.data) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  return query.data.status === 'draft' ? (
    <DraftRound round={query.data} />
  ) : (
    <PeoplePage round={query.data} />
  );
}
