import { useQueryClient } from '@tanstack/react-query';
import type { Month } from '@xuanpai/contracts/attendance';
import { monthAfter } from '@xuanpai/domain/attendance/month';
import type { RefObject } from 'react';
import { problemOf } from '../../lib/api-problem.ts';
import { useDay } from '../../lib/day.ts';
import type { Store } from '../../lib/store.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { GridHandle, GridSelection } from '../../ui/month-grid/grid-types.ts';
import styles from './attendance.module.css';
import { type Fill, habitFill, villageFill } from './fill.ts';
import { sheetQuery } from './queries.ts';
import type { OpenSheet } from './use-sheet.ts';

interface FillMenuProps {
  open: OpenSheet;
  selection: Store<GridSelection | null>;
  grid: RefObject<GridHandle | null>;
}

/** Whole columns and rows in one stroke: empty workdays only, and taken back by Ctrl+Z. */
export function FillMenu({ open, selection, grid }: FillMenuProps) {
  const text = useText().attendance.fill;
  const client = useQueryClient();
  const { today } = useDay();
  const { sheet, edits, township, month } = open;

  function write(fills: readonly Fill[], nothing = text.nothing) {
    if (fills.length === 0) return showDone(nothing);
    grid.current?.apply(fills);
    showDone(text.filled(fills.length), () => grid.current?.undo());
  }

  async function fillHabit() {
    try {
      const before = monthAfter(month as Month, -1);
      const earlier = await client.fetchQuery(sheetQuery(township, before));
      const fills = habitFill(sheet, earlier, { edits, today });
      const empty = villageFill(sheet, { edits, today }).length === 0;
      write(fills, empty ? text.nothing : text.noHabit);
    } catch (error) {
      const problem = problemOf(error);
      showDone(problem.detail || problem.title);
    }
  }

  function fillChosen() {
    const { rowIds = [], columns = [] } = selection.get() ?? {};
    write(villageFill(sheet, { edits, today }, { rowIds, days: columns }));
  }

  return (
    <Menu
      label={text.menu}
      side="above"
      triggerClassName={styles.menuButton}
      trigger={
        <>
          {text.menu}
          <Icon name="up" size={14} />
        </>
      }
      entries={[
        { key: 'chosen', label: text.villageChosen, onSelect: fillChosen },
        {
          key: 'village',
          label: text.village,
          onSelect: () => write(villageFill(sheet, { edits, today })),
        },
        { key: 'habit', label: text.habit, onSelect: () => void fillHabit() },
      ]}
    />
  );
}
