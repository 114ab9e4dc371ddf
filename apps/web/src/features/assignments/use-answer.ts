import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { isBeforeTerm, postsOfDay } from '../../lib/posts-of-day.ts';
import { useReachName } from '../../lib/reach.ts';
import { useText } from '../../locales/use-text.ts';
import { useHasPosts, useNobodyWords } from './nobody-words.tsx';
import { assignmentListQuery, coveredQuery } from './queries.ts';

/** The first lines of the page: how many are in post on the day, whatever is filtered below. */
export function useAnswer(batch: Batch): { title: string; note: string } {
  const text = useText().assignments;
  const { day } = useDay();
  const hasPosts = useHasPosts(batch);
  const nobody = useNobodyWords(batch);
  const where = useReachName('assignments.read', 'assignments');
  const before = isBeforeTerm(batch, day);
  const all = useQuery(assignmentListQuery({ ...postsOfDay(batch, day), pageSize: 1 })).data;
  const issued = (all?.total ?? 0) > 0;
  const coverage = useQuery({
    ...coveredQuery(batch.id, before ? batch.startsOn : day),
    enabled: useCan('coverage.read') && issued,
  }).data;
  if (!all) return { title: text.reading, note: '' };
  if (!hasPosts) return { title: nobody.title, note: '' };
  if (!issued) {
    return { title: text.nobody(day, where), note: text.term(batch.startsOn, batch.endsOn) };
  }
  const villages = coverage
    ? text.covered(coverage.covered, coverage.villages)
    : text.villages(all.villages);
  const people = before
    ? text.willArrive(where, all.total, batch.startsOn)
    : text.inPost(day, where, all.total);
  const { district, township } = all.byTier;
  return {
    title: text.answer(people, villages),
    note: text.tiers(district, township, coverage?.byTier.city ?? 0),
  };
}
