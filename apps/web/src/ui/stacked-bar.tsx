import { formatNumber } from '../lib/format.ts';
import styles from './stacked-bar.module.css';

export interface BarPart {
  label: string;
  value: number;
  colour: 's1' | 's2' | 's3';
}

interface StackedBarProps {
  parts: readonly BarPart[];
  /** The value that fills the whole width: one scale for a column of bars. */
  max: number;
  /** Print the numbers in the bar where they fit, and the sum after it. */
  numbers?: boolean;
  height?: number;
}

/** A square-ended bar of parts. Without `numbers` the figures stand in the columns beside it. */
export function StackedBar({ parts, max, numbers = false, height }: StackedBarProps) {
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  const words = parts.map((part) => `${part.label} ${formatNumber(part.value)}`).join(', ');
  return (
    <span className={styles.line}>
      <span className={styles.bar} role="img" aria-label={words}>
        {parts.map(
          (part) =>
            part.value > 0 && (
              <span
                key={part.colour}
                className={styles.part}
                data-colour={part.colour}
                title={`${part.label} ${formatNumber(part.value)}`}
                style={{
                  width: `${(part.value / Math.max(max, 1)) * 100}%`,
                  height: height ?? (numbers ? 14 : 10),
                }}
              >
                {numbers && <span className={styles.number}>{formatNumber(part.value)}</span>}
              </span>
            ),
        )}
        {numbers && <span className={styles.total}>{formatNumber(total)}</span>}
      </span>
    </span>
  );
}

/** The colours' meaning, above the bars. */
export function BarLegend({ parts }: { parts: readonly Pick<BarPart, 'label' | 'colour'>[] }) {
  return (
    <ul className={styles.legend}>
      {parts.map((part) => (
        <li key={part.colour} className={styles.key}>
          <span className={styles.swatch} data-colour={part.colour} />
          {part.label}
        </li>
      ))}
    </ul>
  );
}
