import { memo } from 'react';
import { type GridColumns, sizeOf } from './grid-row.tsx';
import type { FixedColumn } from './grid-types.ts';
import styles from './month-grid.module.css';

interface HeadProps {
  columns: GridColumns;
  /** The columns of the range. */
  from: number;
  to: number;
}

export const Head = memo(function Head({ columns, from, to }: HeadProps) {
  const daysFrom = columns.left.length;
  const rightFrom = daysFrom + columns.days.length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: parts of a grid that isn't a table
    <div role="rowgroup" className={styles.head}>
      {/* biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: names only */}
      <div role="row" className={styles.headRow} aria-rowindex={1}>
        <div role="none" className={styles.left}>
          {columns.left.map((column, index) => (
            <FixedHead key={column.key} column={column} col={index} />
          ))}
        </div>
        {columns.days.map((column, index) => {
          const col = daysFrom + index;
          return (
            // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: names only
            <div
              key={column.key}
              role="columnheader"
              className={styles.dayHead}
              aria-colindex={col + 1}
              aria-label={column.label}
              title={column.label}
              data-head={col}
              data-shade={column.shade}
              data-strong={column.strong}
              data-marked={column.marked}
              data-apart={column.apart}
              data-long={column.head.length > 3 || undefined}
              data-chosen={(col >= from && col <= to) || undefined}
            >
              <span>{column.head}</span>
              <span>{column.below}</span>
            </div>
          );
        })}
        <div role="none" className={styles.right}>
          {columns.right.map((column, index) => (
            <FixedHead key={column.key} column={column} col={rightFrom + index} />
          ))}
        </div>
      </div>
    </div>
  );
});

function FixedHead({ column, col }: { column: FixedColumn; col: number }) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: names only
    <div
      role="columnheader"
      className={styles.fixedHead}
      style={sizeOf(column)}
      aria-colindex={col + 1}
      aria-label={column.label}
      data-align={column.align}
    >
      {column.title}
    </div>
  );
}
