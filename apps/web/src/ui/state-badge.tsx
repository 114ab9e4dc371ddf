import { useText } from '../locales/use-text.ts';
import type { Dictionary } from '../locales/zh-cn.ts';
import type { MarkShape, Tone } from './mark.tsx';
import { Mark, toneColour } from './mark.tsx';
import styles from './state-badge.module.css';

export type StateName = keyof Dictionary['states'];

/** Shape and colour of each state; its word is in locales/zh/states.ts. */
export const stateLooks: Record<StateName, readonly [MarkShape, Tone]> = {
  draft: ['circle', 'grey'],
  signed: ['half', 'grey'],
  submitted: ['half', 'blue'],
  returned: ['back', 'amber'],
  confirmed: ['disc', 'green'],
  locked: ['lock', 'grey'],
  eligible: ['check', 'green'],
  needsDecision: ['diamond', 'amber'],
  agreed: ['diamondFull', 'green'],
  ineligible: ['cross', 'red'],
  toVerify: ['question', 'amber'],
  presumedFull: ['question', 'grey'],
  running: ['half', 'blue'],
  queued: ['clock', 'grey'],
  stopped: ['square', 'grey'],
  dropped: ['square', 'grey'],
  adopted: ['disc', 'green'],
  provedOptimal: ['disc', 'green'],
  consulting: ['half', 'blue'],
  approved: ['diamondFull', 'blue'],
  issued: ['disc', 'green'],
  upcoming: ['circle', 'grey'],
  arrived: ['check', 'green'],
  serving: ['check', 'green'],
  replacing: ['back', 'amber'],
  recalled: ['dash', 'grey'],
  swapped: ['diamondFull', 'blue'],
  extended: ['clock', 'amber'],
  expired: ['lock', 'grey'],
  done: ['disc', 'green'],
  onTrack: ['half', 'blue'],
  behind: ['down', 'amber'],
  notReported: ['ring', 'grey'],
  notDue: ['dash', 'grey'],
  overdue: ['clock', 'red'],
  todo: ['circle', 'blue'],
  hint: ['warn', 'amber'],
  problem: ['cross', 'red'],
  failed: ['cross', 'red'],
  enabled: ['check', 'green'],
  disabled: ['ban', 'grey'],
  pinned: ['pin', 'ink'],
  banned: ['ban', 'grey'],
};

interface StateBadgeProps {
  state: StateName;
  /** Words that say more than the state's own: 在任,第13个月. */
  word?: string;
  /** In long lists the settled word is ink; only the shape is coloured. */
  quiet?: boolean;
  /** 12 px beside text; larger beside headings. */
  size?: number;
}

/** Shape, word and colour together, never colour alone. */
export function StateBadge({ state, word, quiet = false, size = 12 }: StateBadgeProps) {
  const words = useText().states;
  const [shape, tone] = stateLooks[state];
  const inked = quiet && tone === 'green';
  return (
    <span className={styles.badge} style={inked ? undefined : { color: toneColour(tone) }}>
      <Mark shape={shape} tone={tone} size={size} />
      {word ?? words[state]}
    </span>
  );
}
