import type { Batch } from '@xuanpai/contracts/batches';
import { Can } from '../../lib/can.tsx';
import { useReach } from '../../lib/reach.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo, paths } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import type { EmptyWords } from '../../ui/table-states.tsx';

/** Whether there can be posts to see: the plan is issued, and some rows are within reach. */
export function useHasPosts(batch: Batch): boolean {
  return useReach('assignments.read', 'assignments') !== 'none' && batch.issuedPlanId !== null;
}

/** Why the list is empty, and where to go: the plan isn't issued, or the day lies outside the term. */
export function useNobodyWords(batch: Batch): EmptyWords {
  const text = useText().assignments;
  if (useReach('assignments.read', 'assignments') === 'none') {
    return { title: text.noneYours, note: text.noneYoursNote };
  }
  if (batch.issuedPlanId === null) {
    return {
      title: text.notIssued,
      note: text.notIssuedNote(batch.startsOn),
      act: (
        <Can permission="plans.read">
          <Link to={paths.plans}>{text.toPlans}</Link>
        </Can>
      ),
    };
  }
  return {
    title: text.nobodyThatDay,
    note: text.term(batch.startsOn, batch.endsOn),
    act: <Link to={linkTo.assignments({ on: batch.startsOn })}>{text.toFirstDay}</Link>,
  };
}
