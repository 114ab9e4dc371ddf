import type { SheetRemark } from '@xuanpai/contracts/attendance';
import type { PlainDate } from '@xuanpai/contracts/values';
import { Input } from 'antd';
import { useState } from 'react';
import { useDay } from '../../lib/day.ts';
import { useText } from '../../locales/use-text.ts';
import { ActDialog, DayField, TextField } from '../../ui/act-dialog.tsx';
import { dateComplaint } from '../../ui/date-field.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './attendance.module.css';
import { editsOf } from './edits.ts';
import { monthWords } from './sheet-grid.tsx';
import type { OpenSheet } from './use-sheet.ts';
import type { SheetActs } from './use-sheet-acts.ts';

const leastWords = 2;

interface CommonProps {
  open: OpenSheet;
  acts: SheetActs;
  onClose: () => void;
}

function useWhat({ sheet }: OpenSheet): string {
  const text = useText().attendance;
  return text.sheetOf(sheet.township.name, monthWords(sheet.month, text));
}

/** A reason, and nothing else: to ask for a correction, or to refuse one. */
export function ReasonDialog({
  kind,
  open,
  acts,
  onClose,
}: CommonProps & { kind: 'askCorrection' | 'refuseCorrection' }) {
  const text = useText().attendance;
  const what = useWhat(open);
  const [reason, setReason] = useState('');
  const { correction } = open.sheet;
  const body =
    kind === 'askCorrection'
      ? text.ask.askCorrection.body
      : text.ask.refuseCorrection.body(correction?.byName ?? '', correction?.reason ?? '');
  return (
    <ActDialog
      title={text.ask[kind].title(what)}
      body={body}
      act={text.acts[kind].replace('…', '')}
      ready={reason.trim().length >= leastWords}
      run={() => acts[kind](reason.trim())}
      onClose={onClose}
    >
      <TextField label={text.ask[kind].reason} value={reason} onChange={setReason} />
    </ActDialog>
  );
}

interface ReturnDialogProps extends CommonProps {
  remarks: readonly SheetRemark[];
  onRemarks: (remarks: readonly SheetRemark[]) => void;
}

/** Sends the sheet back, with remarks on the cells that were pointed at. */
export function ReturnDialog({ open, acts, remarks, onRemarks, onClose }: ReturnDialogProps) {
  const all = useText();
  const text = all.attendance;
  const what = useWhat(open);
  const [reason, setReason] = useState('');
  const complete = remarks.every((remark) => remark.reason.trim().length >= leastWords);
  const where = ({ assignmentId, day }: SheetRemark) => {
    const row = open.sheet.rows.find((one) => one.assignmentId === assignmentId);
    const on = day === null ? '' : text.dayOf(Number(day.slice(5, 7)), Number(day.slice(8)));
    return `${row?.cadreName ?? ''}${on}`;
  };
  return (
    <ActDialog
      title={text.ask.return.title(what)}
      body={text.ask.return.body}
      act={text.acts.return.replace('…', '')}
      ready={reason.trim().length >= leastWords && complete}
      run={async () => {
        await acts.giveBack(reason.trim(), remarks);
        onRemarks([]);
      }}
      onClose={onClose}
    >
      <TextField label={text.ask.return.reason} value={reason} onChange={setReason} />
      <p className={styles.quiet}>
        {remarks.length === 0 ? text.ask.return.noRemarks : text.ask.return.remarks(remarks.length)}
      </p>
      <ul>
        {remarks.map((remark, at) => (
          <li key={`${remark.assignmentId} ${remark.day}`} className={styles.remark}>
            <span>{where(remark)}</span>
            <Input
              aria-label={text.ask.return.remarkReason(where(remark))}
              maxLength={200}
              value={remark.reason}
              onChange={(event) => {
                const changed = { ...remark, reason: event.target.value };
                onRemarks(remarks.map((one, index) => (index === at ? changed : one)));
              }}
            />
            <TextButton onClick={() => onRemarks(remarks.filter((one) => one !== remark))}>
              {text.ask.return.drop}
            </TextButton>
          </li>
        ))}
      </ul>
    </ActDialog>
  );
}

/** 未到岗 becomes 旷工, once the cadre has been heard. */
export function AbsenceDialog({
  open,
  acts,
  rowId,
  day,
  onClose,
}: CommonProps & { rowId: string; day: string }) {
  const all = useText();
  const text = all.attendance;
  const { today } = useDay();
  const [heardOn, setHeardOn] = useState<string | null>(today);
  const [statement, setStatement] = useState('');
  const [documentNumber, setDocumentNumber] = useState('');
  const row = open.sheet.rows.find(({ assignmentId }) => assignmentId === rowId);
  const on = text.dayOf(Number(day.slice(5, 7)), Number(day.slice(8)));
  const heard = heardOn !== null && dateComplaint(heardOn, 'day', all.ui) === null;
  return (
    <ActDialog
      title={text.ask.absence.title(row?.cadreName ?? '', on)}
      body={text.ask.absence.body}
      act={text.ask.absence.act}
      danger
      ready={heard && statement.trim().length >= leastWords}
      run={() =>
        acts.absence({
          assignmentId: rowId,
          day: day as PlainDate,
          heardOn: heardOn as PlainDate,
          statement: statement.trim(),
          ...(documentNumber.trim() === '' ? {} : { documentNumber: documentNumber.trim() }),
        })
      }
      onClose={onClose}
    >
      <DayField label={text.ask.absence.heardOn} value={heardOn} onChange={setHeardOn} />
      <TextField
        label={text.ask.absence.statement}
        value={statement}
        rows={4}
        most={1000}
        onChange={setStatement}
      />
      <TextField
        label={text.ask.absence.documentNumber}
        value={documentNumber}
        rows={1}
        most={60}
        onChange={setDocumentNumber}
      />
    </ActDialog>
  );
}

/** 全部已签字: everybody who hasn't signed or objected signed on that day. */
export function SignAllDialog({ open, onClose }: Omit<CommonProps, 'acts'>) {
  const all = useText();
  const text = all.attendance.signAll;
  const { today } = useDay();
  const [date, setDate] = useState<string | null>(today);
  const unsigned = open.sheet.rows.filter(
    ({ signedOn, objection }) => signedOn === null && objection === null,
  );
  return (
    <ActDialog
      title={text.title}
      body={text.body(unsigned.length)}
      act={text.act(unsigned.length)}
      ready={unsigned.length > 0 && date !== null && dateComplaint(date, 'day', all.ui) === null}
      run={async () => {
        open.saver.edit(
          editsOf(
            unsigned.map(({ assignmentId }) => ({
              ...{ assignmentId, field: 'signedOn', day: null, was: null, is: date },
            })),
          ),
        );
        await open.saver.flush();
      }}
      onClose={onClose}
    >
      <DayField label={text.date} value={date} onChange={setDate} />
    </ActDialog>
  );
}
