import { monthSchema } from '@xuanpai/contracts/attendance';
import { useDeferredValue, useRef } from 'react';
import { useParams } from 'react-router';
import { useFirstAnswer } from '../../lib/first-answer.ts';
import { useText } from '../../locales/use-text.ts';
import type { GridHandle } from '../../ui/month-grid/grid-types.ts';
import { Page } from '../../ui/page.tsx';
import { PlacesSavingSign } from '../../ui/saving-sign.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import styles from './attendance.module.css';
import { MonthLinks } from './month-links.tsx';
import { SheetBody } from './sheet-body.tsx';
import { SheetDialog } from './sheet-dialog.tsx';
import { NextAct, SecondaryActs, sheetAnswer } from './sheet-header.tsx';
import { SheetPanel } from './sheet-panel.tsx';
import { SheetSteps } from './sheet-steps.tsx';
import { useRemarks } from './use-remarks.ts';
import { type OpenSheet, useSheet } from './use-sheet.ts';
import { useSheetActs } from './use-sheet-acts.ts';
import { useSheetView } from './use-sheet-view.ts';

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

function Sheet({ open }: { open: OpenSheet }) {
  const text = useText().attendance;
  const { sheet, township, month } = open;
  const acts = useSheetActs(open);
  const grid = useRef<GridHandle>(null);
  const view = useSheetView(open);
  const remarks = useRemarks(open);
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
          onAsk={view.setAsking}
          onReview={() => view.toggle('review')}
          onEditions={() => view.toggle('editions')}
        />
      }
      primary={<NextAct open={later} acts={acts} />}
    >
      <WithPanel panel={<SheetPanel {...{ open, view, remarks, grid }} />}>
        <div className={styles.sheet}>
          <div className={styles.line}>
            <SheetSteps sheet={later.sheet} />
            <span className={styles.lineEnd}>
              <MonthLinks township={township} month={month} />
              <Calendar open={later} />
              {(sheet.editable || open.edits.size > 0) && <PlacesSavingSign savings={[open]} />}
            </span>
          </div>
          <SheetBody {...{ open, later, view, remarks, grid }} />
        </div>
      </WithPanel>
      <SheetDialog {...{ open, acts, view, remarks }} />
    </Page>
  );
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
