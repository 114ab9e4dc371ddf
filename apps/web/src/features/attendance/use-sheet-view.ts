import { useCallback, useState } from 'react';
import { useUrlValue } from '../../lib/url-state.ts';
import type { EntryField } from './edits.ts';
import type { Dialogs } from './sheet-header.tsx';
import type { OpenSheet } from './use-sheet.ts';

/** What is asked in a dialog: an act's words, the signatures of all, or an absence of a day. */
export type Asking = Dialogs | 'signAll' | { rowId: string; day: string };

export type SheetView = ReturnType<typeof useSheetView>;

/** What is open of a month: the panel and the edition (both in the address), and a dialog. */
export function useSheetView({ sheet }: OpenSheet) {
  const [panel, setPanel] = useUrlValue('row');
  const [edition, setEdition] = useUrlValue('edition');
  const [field, setField] = useState<EntryField | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  /** A row's panel, at one of its entries where that is asked for. */
  const toRow = useCallback(
    (rowId: string, asked?: EntryField) => {
      setField(asked ?? null);
      setPanel(rowId);
    },
    [setPanel],
  );
  const toAbsence = useCallback((rowId: string, day: string) => setAsking({ rowId, day }), []);
  const toSignAll = useCallback(() => setAsking('signAll'), []);
  return {
    ...{ panel, setPanel, field, toRow, asking, setAsking, toAbsence, toSignAll },
    row: sheet.rows.find(({ assignmentId }) => assignmentId === panel),
    /** The edition that is shown instead of the sheet; null for the sheet. */
    revision: /^[1-9]\d{0,3}$/.test(edition ?? '') ? Number(edition) : null,
    showRevision: (revision: number | null) =>
      setEdition(revision === null ? null : String(revision)),
    toggle: (name: 'review' | 'editions') => setPanel(panel === name ? null : name),
  };
}
