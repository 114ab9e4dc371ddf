import type { Tone } from './mark.tsx';
import { toneColour } from './mark.tsx';
import styles from './target-bar.module.css';

interface TargetBarProps {
  /** In words, for those who don't see it. */
  label: string;
  value: number | null;
  /** A line across the bar: where it is to get to. */
  threshold: number | null;
  /** A triangle below: where it began, or stood before. */
  before: number | null;
  tone: Tone;
}

/** A bar with a line for the target and a triangle for an earlier figure, all on one scale. */
export function TargetBar({ label, value, threshold, before, tone }: TargetBarProps) {
  const most = Math.max(threshold ?? 0, (threshold ?? 0) * 1.3, value ?? 0, before ?? 0);
  const at = (number: number) => `${Math.max(0, Math.min(100, (number / (most || 1)) * 100))}%`;
  return (
    <span className={styles.bar} role="img" aria-label={label}>
      <span className={styles.track} />
      {value !== null && (
        <span className={styles.value} style={{ width: at(value), background: toneColour(tone) }} />
      )}
      {threshold !== null && <span className={styles.tick} style={{ left: at(threshold) }} />}
      {before !== null && <span className={styles.before} style={{ left: at(before) }} />}
    </span>
  );
}
