import { useText } from '../../locales/use-text.ts';
import { StateBadge } from '../../ui/state-badge.tsx';

/** A contact that nobody has entered yet. */
export function Missing() {
  return <StateBadge state="hint" word={useText().units.absent} />;
}
