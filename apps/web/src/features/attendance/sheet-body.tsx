import type { InputRef } from 'antd';
import { type RefObject, useCallback, useMemo, useRef } from 'react';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { useIsPhone } from '../../lib/media.ts';
import { createStore } from '../../lib/store.ts';
import { useText } from '../../locales/use-text.ts';
import type { GridHandle, GridSelection } from '../../ui/month-grid/grid-types.ts';
import { Empty } from '../../ui/table-states.tsx';
import styles from './attendance.module.css';
import { ChosenArea } from './chosen-area.tsx';
import { EditionView } from './edition-view.tsx';
import { PhoneSheet } from './phone-sheet.tsx';
import { SheetGrid } from './sheet-grid.tsx';
import { TodoList } from './todo-list.tsx';
import type { Remarks } from './use-remarks.ts';
import type { OpenSheet } from './use-sheet.ts';
import type { SheetView } from './use-sheet-view.ts';

interface SheetBodyProps {
  open: OpenSheet;
  /** The same a moment later, for what is said beside the grid. */
  later: OpenSheet;
  view: SheetView;
  remarks: Remarks;
  grid: RefObject<GridHandle | null>;
}

/** The month itself: as a grid with what is left to do, on the telephone by person, or an earlier edition. */
export function SheetBody({ open, later, view, remarks, grid }: SheetBodyProps) {
  const text = useText().attendance;
  const { sheet } = open;
  const { panel, setPanel, revision } = view;
  const phone = useIsPhone();
  const { readOnly } = useDay();
  const decides = useCan('attendance.confirm') && !readOnly;
  const note = useRef<InputRef>(null);
  const selection = useMemo(() => createStore<GridSelection | null>(null), []);
  const toNote = useCallback(() => note.current?.focus(), []);
  if (sheet.rows.length === 0) return <Empty title={text.todo.nobody} />;
  const list = (
    <TodoList
      open={later}
      grid={grid}
      onOpen={view.toRow}
      onNote={toNote}
      onSignAll={view.toSignAll}
    />
  );
  if (phone) {
    return (
      <>
        {list}
        <PhoneSheet open={open} onOpen={setPanel} />
      </>
    );
  }
  if (revision !== null) {
    return (
      <EditionView
        key={revision}
        {...{ open: later, revision, grid }}
        onOpen={setPanel}
        onBack={() => view.showRevision(null)}
      />
    );
  }
  return (
    <>
      <SheetGrid {...{ open, grid }} onSelect={selection.set} onOpen={setPanel} onNote={toNote} />
      <div className={styles.foot}>
        {panel !== 'review' && list}
        <ChosenArea
          {...{ selection, grid, note }}
          open={later}
          onOpen={setPanel}
          onAbsence={decides && sheet.status !== 'confirmed' ? view.toAbsence : undefined}
          onRemark={remarks.pointAt}
          remarked={remarks.remarks.length}
          mayFill={sheet.editable && !readOnly}
        />
      </div>
    </>
  );
}
