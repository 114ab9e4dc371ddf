import { monthSchema, type SheetRemark } from '@xuanpai/contracts/attendance';
import type { InputRef } from 'antd';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { useFirstAnswer } from '../../lib/first-answer.ts';
import { useIsPhone } from '../../lib/media.ts';
import { createStore } from '../../lib/store.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import type { GridHandle, GridSelection } from '../../ui/month-grid/grid-types.ts';
import { Page } from '../../ui/page.tsx';
import { PlacesSavingSign } from '../../ui/saving-sign.tsx';
import { Empty } from '../../ui/table-states.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import { AbsenceDialog, ReasonDialog, ReturnDialog, SignAllDialog } from './act-dialogs.tsx';
import styles from './attendance.module.css';
import { ChosenArea } from './chosen-area.tsx';
import { EditionView } from './edition-view.tsx';
import { EditionsPanel } from './editions-panel.tsx';
import type { EntryField } from './edits.ts';
import { MonthLinks } from './month-links.tsx';
import { ReviewPanel } from './overview/review-panel.tsx';
import { PhoneSheet } from './phone-sheet.tsx';
import { RowPanel } from './row-panel.tsx';
import { SheetGrid } from './sheet-grid.tsx';
import { type Dialogs, NextAct, SecondaryActs, sheetAnswer } from './sheet-header.tsx';
import { SheetSteps } from './sheet-steps.tsx';
import { TodoList } from './todo-list.tsx';
import { type OpenSheet, useSheet } from './use-sheet.ts';
import { useSheetActs } from './use-sheet-acts.ts';

/** A township's month: filled in by the officer, signed by the head, confirmed by the district. */
export function MonthPage() {
  const { township = '', month = '' } = useParams();
  if (!monthSchema.safeParse(month).success) throw new Response(null, { status: 404 });
  return <Month key={`${township} ${month}`} township={township} month={month} />;
}

function Month({ township, month }: { township: string; month: string }) {
  const text = useText().attendance;
  const { query, ...saving } = useSheet(township, month);
  const drawn = useFirstAnswer(query.data);
  if (query.data && drawn) {
    return <Sheet open={{ township, month, sheet: query.data, ...saving }} />;
  }
  return (
    <UnreadPage
      title={text.reading}
      documentTitle={text.documentTitle}
      error={query.error}
      onRetry={() => void query.refetch()}
    />
  );
}

type Asking = Dialogs | 'signAll' | { rowId: string; day: string };

function Sheet({ open }: { open: OpenSheet }) {
  const text = useText().attendance;
  const { sheet, township, month } = open;
  const phone = useIsPhone();
  const { readOnly } = useDay();
  const mayConfirm = useCan('attendance.confirm');
  const acts = useSheetActs(open);
  const grid = useRef<GridHandle>(null);
  const note = useRef<InputRef>(null);
  const selection = useMemo(() => createStore<GridSelection | null>(null), []);
  const [panel, setPanel] = useUrlValue('row');
  const [edition, setEdition] = useUrlValue('edition');
  const revision = /^[1-9]\d{0,3}$/.test(edition ?? '') ? Number(edition) : null;
  const [asking, setAsking] = useState<Asking | null>(null);
  const [remarks, setRemarks] = useState<readonly SheetRemark[]>([]);
  const row = sheet.rows.find(({ assignmentId }) => assignmentId === panel);
  const [field, setField] = useState<EntryField | null>(null);
  const toRow = useCallback(
    (rowId: string, asked?: EntryField) => {
      setField(asked ?? null);
      setPanel(rowId);
    },
    [setPanel],
  );
  const toNote = useCallback(() => note.current?.focus(), []);
  const pointAt = useCallback(
    (assignmentId: string, day: string | null) =>
      setRemarks((before) =>
        before.some((one) => one.assignmentId === assignmentId && one.day === day)
          ? before
          : [...before, { assignmentId, day, reason: '' }],
      ),
    [],
  );
  const toAbsence = useCallback((rowId: string, day: string) => setAsking({ rowId, day }), []);
  const toSignAll = useCallback(() => setAsking('signAll'), []);
  // A key press is painted in the grid first; what is said about the sheet follows.
  const later = useDeferredValue(open);
  return (
    <Page
      title={sheetAnswer(later.sheet, text)}
      tone="amber"
      documentTitle={text.sheetOf(sheet.township.name, month)}
      layout="fill"
      secondary={
        <SecondaryActs
          {...{ acts }}
          open={later}
          onAsk={setAsking}
          onReview={() => setPanel(panel === 'review' ? null : 'review')}
          onEditions={() => setPanel(panel === 'editions' ? null : 'editions')}
        />
      }
      primary={<NextAct open={later} acts={acts} />}
    >
      <WithPanel panel={panelShown()}>
        <div className={styles.sheet}>
          <div className={styles.line}>
            <SheetSteps sheet={later.sheet} />
            <span className={styles.lineEnd}>
              <MonthLinks township={township} month={month} />
              <Calendar open={later} />
              {(sheet.editable || open.edits.size > 0) && <PlacesSavingSign savings={[open]} />}
            </span>
          </div>
          {body()}
        </div>
      </WithPanel>
      {dialog()}
    </Page>
  );

  function body() {
    if (sheet.rows.length === 0) return <Empty title={text.todo.nobody} />;
    const list = (
      <TodoList open={later} grid={grid} onOpen={toRow} onNote={toNote} onSignAll={toSignAll} />
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
          onBack={() => setEdition(null)}
        />
      );
    }
    const decides = mayConfirm && !readOnly;
    return (
      <>
        <SheetGrid {...{ open, grid }} onSelect={selection.set} onOpen={setPanel} onNote={toNote} />
        <div className={styles.foot}>
          {panel !== 'review' && list}
          <ChosenArea
            {...{ selection, grid, note }}
            open={later}
            onOpen={setPanel}
            onAbsence={decides && sheet.status !== 'confirmed' ? toAbsence : undefined}
            onRemark={decides && sheet.acts.includes('return') ? pointAt : undefined}
            remarked={remarks.length}
            mayFill={sheet.editable && !readOnly}
          />
        </div>
      </>
    );
  }

  /** Back to where the person stood in the table. */
  function leaveRow() {
    setPanel(null);
    if (row) grid.current?.focusCell(row.assignmentId, '');
  }

  function panelShown() {
    if (panel === 'editions') {
      return (
        <EditionsPanel
          open={open}
          shown={revision}
          onShow={(one) => setEdition(one === null ? null : String(one))}
          onClose={() => setPanel(null)}
        />
      );
    }
    if (panel === 'review') {
      return (
        <ReviewPanel
          {...{ township, sheet }}
          onCell={(rowId, day) => (phone ? setPanel(rowId) : grid.current?.focusCell(rowId, day))}
          onRow={setPanel}
          onRemark={mayConfirm && !readOnly && sheet.acts.includes('return') ? pointAt : undefined}
          onClose={() => setPanel(null)}
        />
      );
    }
    return row ? (
      <RowPanel key={row.assignmentId} {...{ open, row, field }} onClose={leaveRow} />
    ) : null;
  }

  function dialog() {
    const close = () => setAsking(null);
    if (asking === null) return null;
    if (asking === 'signAll') return <SignAllDialog open={open} onClose={close} />;
    if (asking === 'return') {
      return <ReturnDialog {...{ open, acts, remarks }} onRemarks={setRemarks} onClose={close} />;
    }
    if (typeof asking === 'string') {
      return <ReasonDialog kind={asking} {...{ open, acts }} onClose={close} />;
    }
    return <AbsenceDialog {...{ open, acts, ...asking }} onClose={close} />;
  }
}

/** How many are short, how many workdays the month has, and which weekend days are worked. */
function Calendar({ open: { sheet } }: { open: OpenSheet }) {
  const text = useText().attendance;
  const worked = sheet.days.filter(({ kind }) => kind === 'workday' || kind === 'makeUp');
  const makeUps = worked.filter(({ kind }) => kind === 'makeUp');
  const named = makeUps.map(({ day }) => text.makeUpDay(Number(day.slice(8)))).join(text.comma);
  const short = sheet.rows.filter((row) => row.short > 0).length;
  return (
    <span>
      {short > 0 && text.shortPeople(short)}
      {text.calendar(worked.length, named)}
    </span>
  );
}
