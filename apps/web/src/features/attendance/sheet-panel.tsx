import type { RefObject } from 'react';
import { useIsPhone } from '../../lib/media.ts';
import type { GridHandle } from '../../ui/month-grid/grid-types.ts';
import { EditionsPanel } from './editions-panel.tsx';
import { ReviewPanel } from './overview/review-panel.tsx';
import { RowPanel } from './row-panel.tsx';
import type { Remarks } from './use-remarks.ts';
import type { OpenSheet } from './use-sheet.ts';
import type { SheetView } from './use-sheet-view.ts';

interface SheetPanelProps {
  open: OpenSheet;
  view: SheetView;
  remarks: Remarks;
  grid: RefObject<GridHandle | null>;
}

/** Beside the month: its editions, what whoever confirms it looks at, or one person's row. */
export function SheetPanel({ open, view, remarks, grid }: SheetPanelProps) {
  const { township, sheet } = open;
  const { panel, setPanel, row, field } = view;
  const phone = useIsPhone();
  const close = () => setPanel(null);
  if (panel === 'editions') {
    return (
      <EditionsPanel open={open} shown={view.revision} onShow={view.showRevision} onClose={close} />
    );
  }
  if (panel === 'review') {
    return (
      <ReviewPanel
        {...{ township, sheet }}
        onCell={(rowId, day) => (phone ? setPanel(rowId) : grid.current?.focusCell(rowId, day))}
        onRow={setPanel}
        onRemark={remarks.pointAt}
        onClose={close}
      />
    );
  }
  if (!row) return null;
  const { assignmentId } = row;
  /** Back to where the person stood in the table. */
  function leaveRow() {
    close();
    grid.current?.focusCell(assignmentId, '');
  }
  return <RowPanel key={assignmentId} {...{ open, row, field }} onClose={leaveRow} />;
}
