import { type Leave, leaveStateWords } from '@xuanpai/contracts/leaves';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { StateBadge, type StateName } from '../../ui/state-badge.tsx';

const states: Record<Leave['state'], StateName> = {
  asked: 'submitted',
  approved: 'confirmed',
  refused: 'returned',
  withdrawn: 'stopped',
  ended: 'arrived',
};

/** How a leave stands; what is over and not ended says so. */
export function LeaveState({ leave }: { leave: Pick<Leave, 'state' | 'toEnd'> }) {
  const text = useText().leaves;
  if (leave.toEnd) return <StateBadge state="extended" word={text.toEnd} />;
  return <StateBadge state={states[leave.state]} word={word(leaveStateWords[leave.state])} quiet />;
}
