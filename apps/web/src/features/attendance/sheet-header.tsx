import type { AttendanceMonth } from '@xuanpai/contracts/attendance';
import { useCan } from '../../lib/can.tsx';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { SheetFiles } from './sheet-files.tsx';
import { monthWords } from './sheet-grid.tsx';
import { todoOf } from './todo.ts';
import type { OpenSheet } from './use-sheet.ts';
import type { SheetActs } from './use-sheet-acts.ts';

type Text = Dictionary['attendance'];

/** The answer: whose month it is, and what stands between it and the district's confirmation. */
export function sheetAnswer(sheet: AttendanceMonth, text: Text): string {
  const { answer } = text;
  const where = text.sheetOf(sheet.township.name, monthWords(sheet.month, text));
  const people = sheet.rows.length;
  if (people === 0) return answer.nobody(where);
  if (sheet.closed && sheet.status !== 'confirmed') return answer.closed(where, people);
  const left = todoOf(sheet, text).length;
  if (sheet.correction) return answer.corrected(where);
  switch (sheet.status) {
    case 'draft':
      return left > 0 ? answer.left(where, people, left) : answer.ready(where, people);
    case 'returned':
      return answer.returned(where, left);
    case 'signed':
    case 'submitted':
    case 'confirmed':
      return answer[sheet.status](where, people);
  }
}

export type Dialogs = 'return' | 'askCorrection' | 'refuseCorrection';

interface SheetButtonsProps {
  open: OpenSheet;
  acts: SheetActs;
  onAsk: (dialog: Dialogs) => void;
  onEditions: () => void;
  onReview: () => void;
}

/** What can be done besides the next step. */
export function SecondaryActs(props: SheetButtonsProps) {
  const { open, acts, onAsk, onEditions, onReview } = props;
  const { attendance: text, attendanceOverview } = useText();
  const reviews = useCan('attendance.district');
  const { sheet, township, month } = open;
  const may = new Set(sheet.acts);
  return (
    <>
      <SheetFiles township={township} month={month} editable={sheet.editable} />
      {reviews && sheet.rows.length > 0 && (
        <ActButton reads onClick={onReview}>
          {attendanceOverview.review.title}
        </ActButton>
      )}
      {(sheet.revision > 0 || sheet.events.length > 0) && (
        <ActButton reads onClick={onEditions}>
          {text.editions.open}
        </ActButton>
      )}
      {may.has('withdraw') && (
        <ActButton onClick={() => void acts.withdraw()}>{text.acts.withdraw}</ActButton>
      )}
      {may.has('return') && (
        <ActButton onClick={() => onAsk('return')}>{text.acts.return}</ActButton>
      )}
      {may.has('askCorrection') && (
        <ActButton onClick={() => onAsk('askCorrection')}>{text.acts.askCorrection}</ActButton>
      )}
      {may.has('refuseCorrection') && (
        <ActButton onClick={() => onAsk('refuseCorrection')}>
          {text.acts.refuseCorrection}
        </ActButton>
      )}
    </>
  );
}

/** The one next step of whoever looks at it; blocked with the reason while it can't be taken. */
export function NextAct({ open, acts }: Pick<SheetButtonsProps, 'open' | 'acts'>) {
  const text = useText().attendance;
  const writes = useCan('attendance.write');
  const { sheet } = open;
  const may = new Set(sheet.acts);
  const left = todoOf(sheet, text).length;
  const notReady = left > 0 ? text.blocked.left(left) : null;
  if (sheet.rows.length === 0 || sheet.closed) return null;
  if (may.has('submit')) return act('submit', null);
  if (may.has('sign')) return act('sign', notReady);
  if (may.has('confirm')) return act('confirm', null);
  if (may.has('approveCorrection')) return act('approveCorrection', null);
  const township = sheet.editable || (writes && sheet.status === 'draft');
  return township ? act('submit', notReady ?? text.blocked.needsHead) : null;

  function act(kind: 'submit' | 'sign' | 'confirm' | 'approveCorrection', blocked: string | null) {
    return (
      <ActButton kind="primary" blocked={blocked} onClick={() => void acts[kind]()}>
        {text.acts[kind]}
      </ActButton>
    );
  }
}
