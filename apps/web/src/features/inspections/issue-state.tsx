import {
  type Issue,
  issueStateWords,
  type IssueState as State,
} from '@xuanpai/contracts/inspection-findings';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { StateBadge, type StateName } from '../../ui/state-badge.tsx';

export const stateOf: Record<State, StateName> = {
  open: 'todo',
  answered: 'submitted',
  returned: 'returned',
  closed: 'done',
  withdrawn: 'stopped',
};

/** How a finding stands; what is late says by how much. */
export function IssueState({ issue }: { issue: Pick<Issue, 'state' | 'daysLate'> }) {
  const text = useText().inspections;
  const { state, daysLate } = issue;
  if (daysLate !== null) return <StateBadge state="overdue" word={text.daysLate(daysLate)} />;
  return <StateBadge state={stateOf[state]} word={word(issueStateWords[state])} quiet />;
}
