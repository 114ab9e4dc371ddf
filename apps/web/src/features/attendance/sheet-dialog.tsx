import { AbsenceDialog, ReasonDialog, ReturnDialog, SignAllDialog } from './act-dialogs.tsx';
import type { Remarks } from './use-remarks.ts';
import type { OpenSheet } from './use-sheet.ts';
import type { SheetActs } from './use-sheet-acts.ts';
import type { SheetView } from './use-sheet-view.ts';

interface SheetDialogProps {
  open: OpenSheet;
  acts: SheetActs;
  view: SheetView;
  remarks: Remarks;
}

/** What an act on the month asks before it is done. */
export function SheetDialog({ open, acts, view, remarks }: SheetDialogProps) {
  const { asking } = view;
  const onClose = () => view.setAsking(null);
  const common = { open, acts, onClose };
  switch (asking) {
    case null:
      return null;
    case 'signAll':
      return <SignAllDialog {...{ open, onClose }} />;
    case 'return':
      return <ReturnDialog {...common} remarks={remarks.remarks} onRemarks={remarks.setRemarks} />;
    case 'askCorrection':
    case 'refuseCorrection':
      return <ReasonDialog {...common} kind={asking} />;
    default:
      return <AbsenceDialog {...common} {...asking} />;
  }
}
