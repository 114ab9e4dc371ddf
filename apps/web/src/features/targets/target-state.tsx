import {
  type TargetState,
  type TargetStatus,
  targetStateWords,
  targetStatusWords,
} from '@xuanpai/contracts/target-values';
import { word } from '../../locales/word.ts';
import { StateBadge, type StateName } from '../../ui/state-badge.tsx';

export const stateNames: Record<TargetState, StateName> = {
  reached: 'done',
  onCourse: 'onTrack',
  behind: 'behind',
  notReported: 'notReported',
  notDue: 'notDue',
};

const statusNames: Record<TargetStatus, StateName> = {
  draft: 'draft',
  submitted: 'submitted',
  returned: 'returned',
  confirmed: 'confirmed',
};

/** How a measure or an aim stands: shape, colour, word. */
export function TargetBadge({ state, quiet = false }: { state: TargetState; quiet?: boolean }) {
  return (
    <StateBadge state={stateNames[state]} word={word(targetStateWords[state])} quiet={quiet} />
  );
}

/** How a report stands; null where nothing was written. */
export function StatusBadge({ status }: { status: TargetStatus | null }) {
  return (
    <StateBadge
      state={status === null ? 'notReported' : statusNames[status]}
      word={word(status === null ? targetStateWords.notReported : targetStatusWords[status])}
      quiet
    />
  );
}
