import type { SheetRow } from '@xuanpai/contracts/attendance';
import { marks, markWords } from '@xuanpai/contracts/attendance-marks';
import { postWords } from '@xuanpai/contracts/words';
import { Input } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useDay } from '../../lib/day.ts';
import { currentLanguage } from '../../lib/language.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { DateField, dateComplaint } from '../../ui/date-field.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Link } from '../../ui/link.tsx';
import { Mark } from '../../ui/mark.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { formatAmount } from './amounts.ts';
import styles from './attendance.module.css';
import { type EntryField, editsOf, shownValue } from './edits.ts';
import { requiredWords } from './sheet-rows.tsx';
import type { OpenSheet } from './use-sheet.ts';

interface RowPanelProps {
  open: OpenSheet;
  row: SheetRow;
  /** What is to be entered: it takes the focus. */
  field: EntryField | null;
  onClose: () => void;
}

/** One cadre's month: how it was reckoned, what the shortfall's reason is, signature or objection. */
export function RowPanel({ open, row, field, onClose }: RowPanelProps) {
  const text = useText().attendance;
  useEffect(() => {
    if (field)
      document.querySelector<HTMLElement>(`[data-entry="${field}"] :is(input, textarea)`)?.focus();
  }, [field]);
  const { contradictions } = open.sheet;
  const own = contradictions.filter(({ assignmentId }) => assignmentId === row.assignmentId);
  const notes = Object.entries(row.notes).sort();
  const day = (on: string) => text.dayOf(Number(on.slice(5, 7)), Number(on.slice(8)));
  return (
    <SidePanel
      title={row.cadreName}
      note={`${row.villageName} · ${row.unitName} · ${word(postWords[row.post])}`}
      width={400}
      extra={<Link to={linkTo.cadre(row.cadreId)}>{text.row.open}</Link>}
      onClose={onClose}
    >
      {own.length > 0 && (
        <PanelPart title={text.row.contradictions}>
          <ul>
            {own.map(({ day: on, kind, words }) => (
              <li key={`${on} ${kind}`} className={styles.todoLine}>
                <Mark shape="warn" tone="amber" />
                {words[currentLanguage()]}
              </li>
            ))}
          </ul>
        </PanelPart>
      )}
      <PanelPart title={text.row.reckoning}>
        <Reckoning row={row} />
      </PanelPart>
      <PanelPart title={text.row.signature}>
        <Entry {...{ open, row }} field="signedOn" label={text.row.signedOn} date />
        <Entry
          {...{ open, row }}
          field="objection"
          label={text.row.objection}
          hint={text.row.objectionHint}
        />
        {shownValue(row, 'objection', null, open.edits) !== null && (
          <Entry {...{ open, row }} field="answer" label={text.row.answer} />
        )}
      </PanelPart>
      {(row.short > 0 || row.shortReason !== null) && (
        <PanelPart title={text.row.reason}>
          <Entry
            {...{ open, row }}
            field="shortReason"
            label={text.row.reason}
            hint={text.row.reasonHint}
          />
        </PanelPart>
      )}
      {notes.length > 0 && (
        <PanelPart title={text.row.notes}>
          <ul>
            {notes.map(([on, note]) => (
              <li key={on}>
                {day(on)} {note}
              </li>
            ))}
          </ul>
        </PanelPart>
      )}
    </SidePanel>
  );
}

function Reckoning({ row }: { row: SheetRow }) {
  const text = useText().attendance;
  const totals = marks.flatMap((mark) => {
    const days = row.totals[mark];
    return days ? [text.markDays(word(markWords[mark]), days)] : [];
  });
  return (
    <>
      <DescriptionList
        columns={3}
        termWidth={36}
        items={[
          { term: text.row.inVillage, value: text.row.days(row.inVillage) },
          { term: text.row.required, value: requiredWords(row, text) },
          {
            term: text.row.short,
            value: row.short > 0 ? text.row.days(row.short) : text.row.enough,
          },
        ]}
      />
      <p className={styles.words}>{row.reckoning[currentLanguage()]}</p>
      {row.shortMonth && <p className={styles.words}>{row.shortMonth[currentLanguage()]}</p>}
      {row.weeks.length > 0 && (
        <ol className={styles.weekList}>
          {row.weeks.map(({ monday, inVillage, required, short }, at) => (
            <li key={monday} data-short={short > 0 || undefined}>
              <span>{text.row.week(at + 1)}</span>
              {text.row.weekCounts(inVillage, required)}
              {short > 0 && ` · ${text.row.short}${formatAmount(short)}`}
            </li>
          ))}
        </ol>
      )}
      {totals.length > 0 && <p className={styles.words}>{totals.join(text.listComma)}</p>}
      <p className={styles.words}>{text.row.inPost(row.firstDay, row.lastDay)}</p>
    </>
  );
}

interface EntryProps {
  open: OpenSheet;
  row: SheetRow;
  field: EntryField;
  label: string;
  hint?: string;
  date?: boolean;
}

/** One thing that is entered beside the row; kept on leaving the field. */
function Entry({ open, row, field, label, hint, date = false }: EntryProps) {
  const all = useText();
  const { readOnly } = useDay();
  const id = useId();
  const kept = shownValue(row, field, null, open.edits);
  const [typed, setTyped] = useState(kept ?? '');
  useEffect(() => setTyped(kept ?? ''), [kept]);
  const wrong = date ? dateComplaint(typed, 'day', all.ui) : null;
  if (!open.sheet.editable || readOnly) {
    return (
      <p className={styles.entry}>
        <span className={styles.entryLabel}>{label}</span>
        {kept ?? all.attendance.row.none}
      </p>
    );
  }
  return (
    <div className={styles.entry} data-entry={field}>
      <label className={styles.entryLabel} htmlFor={id}>
        {label}
      </label>
      {date ? (
        <DateField
          id={id}
          value={typed}
          onChange={(value) => setTyped(value ?? '')}
          onBlur={keep}
          aria-invalid={wrong !== null}
        />
      ) : (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={500}
          placeholder={hint}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={keep}
        />
      )}
      {wrong && <span className={styles.wrong}>{wrong}</span>}
    </div>
  );

  function keep() {
    const is = typed.trim() === '' ? null : typed.trim();
    if (is === kept || (date && dateComplaint(typed, 'day', all.ui) !== null)) return;
    const { assignmentId } = row;
    open.saver.edit(editsOf([{ assignmentId, field, day: null, was: kept, is }]));
  }
}
