import type { Ref, RefObject } from 'react';
import { useId, useMemo } from 'react';
import { Head } from './grid-head.tsx';
import { type GridColumns, Row } from './grid-row.tsx';
import type { FixedColumn, GridHandle, MonthGridProps } from './grid-types.ts';
import styles from './month-grid.module.css';
import { useGrid } from './use-grid.ts';
import { useWiderThan } from './use-wider-than.ts';

/** A day is never narrower; the month fits from there on without scrolling sideways. */
const dayLeast = 20;
const gutter = 20;

/**
 * A month as a spreadsheet: rows, days, and columns that stay at both sides. It knows values and
 * signs, not what they mean. Every row is in the document, and only those that change are drawn again.
 */
export function MonthGrid(props: MonthGridProps & { ref?: Ref<GridHandle> }) {
  const { leftColumns, days, rightColumns, rows, words, readOnly = false, rowHeight = 21 } = props;
  const grid = useGrid(props, props.ref as RefObject<GridHandle | null> | undefined);
  const hintId = useId();
  const columns = useMemo<GridColumns>(
    () => ({ left: leftColumns, days, right: rightColumns }),
    [leftColumns, days, rightColumns],
  );
  const { active, range } = grid;
  const leftWidth = widthOf(leftColumns) + gutter;
  const rightWidth = widthOf(rightColumns) + gutter;
  const { columnWidth } = props;
  const least = leftWidth + days.length * (columnWidth ?? dayLeast) + rightWidth;
  const wide = useWiderThan(grid.box, least);
  return (
    <div
      ref={grid.box}
      className={styles.scroll}
      data-frozen={wide || undefined}
      data-words={columnWidth !== undefined || undefined}
      style={{
        ['--row' as string]: `${rowHeight}px`,
        ['--least' as string]: `${least}px`,
        ['--left' as string]: `${leftWidth}px`,
        ['--right' as string]: `${rightWidth}px`,
        ...(columnWidth === undefined ? {} : { ['--column' as string]: `${columnWidth}px` }),
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a table can't leave rows undrawn */}
      <div
        role="grid"
        className={styles.grid}
        aria-label={props.label}
        aria-describedby={hintId}
        aria-rowcount={rows.length + 1}
        aria-colcount={leftColumns.length + days.length + rightColumns.length}
        aria-multiselectable
        aria-readonly={readOnly}
        tabIndex={-1}
        {...grid.handlers}
      >
        <Head columns={columns} from={range.left} to={range.right} />
        {/* biome-ignore lint/a11y/useSemanticElements: parts of a grid that isn't a table */}
        <div role="rowgroup" ref={grid.body}>
          {rows.map((row, at) => {
            const inRange = at >= range.top && at <= range.bottom;
            const isActive = at === active.row;
            return (
              <Row
                key={row.id}
                row={row}
                at={at}
                columns={columns}
                words={words}
                readOnly={readOnly}
                from={inRange ? range.left : -1}
                to={inRange ? range.right : -1}
                first={at === range.top}
                last={at === range.bottom}
                active={isActive ? active.col : -1}
                editor={
                  isActive && grid.editing
                    ? {
                        label: words.editor,
                        initial: grid.initial(),
                        typed: grid.typed,
                        parse: (text) =>
                          props.parse(text, days[active.col - leftColumns.length]?.key),
                        unreadable: words.unreadable,
                        onWrite: grid.finishEditing,
                        onCancel: grid.cancelEditing,
                      }
                    : null
                }
              />
            );
          })}
        </div>
      </div>
      <p id={hintId} className="visually-hidden">
        {words.hint}
      </p>
    </div>
  );
}

function widthOf(columns: readonly FixedColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}
