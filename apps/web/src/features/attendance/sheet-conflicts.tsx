import { asText } from '../../lib/saving/edits.ts';
import { useText } from '../../locales/use-text.ts';
import { ConflictLines, type PlaceInWords } from '../../ui/conflict-lines.tsx';
import { placeOf } from './edits.ts';
import { cellInWords } from './mark-words.ts';
import type { OpenSheet } from './use-sheet.ts';

interface SheetConflictsProps {
  open: OpenSheet;
  onCell: (rowId: string, day: string) => void;
}

/** The lines of a month's conflicts: whose, of which day, what. */
export function SheetConflicts({ open, onCell }: SheetConflictsProps) {
  const text = useText().attendance;
  return (
    <ConflictLines
      saving={open}
      inWords={(name, { message }): PlaceInWords => {
        const { assignmentId, field, day } = placeOf(name);
        const row = open.sheet.rows.find((one) => one.assignmentId === assignmentId);
        const on = day ? text.dayOf(Number(day.slice(5, 7)), Number(day.slice(8))) : '';
        const what = field === 'cell' ? '' : ` ${text.fields[field]}`;
        return {
          where: message === null ? `${row?.cadreName ?? ''}${on}${what}` : '',
          said: (value) =>
            field === 'cell'
              ? cellInWords(asText(value), text.cell)
              : (asText(value) ?? text.cell.unfilled),
          way: day ? { act: text.todo.toCell, go: () => onCell(assignmentId, day) } : undefined,
        };
      }}
    />
  );
}
