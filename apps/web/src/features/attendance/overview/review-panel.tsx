import { useQuery } from '@tanstack/react-query';
import type { AttendanceMonth, Month } from '@xuanpai/contracts/attendance';
import { markWords } from '@xuanpai/contracts/attendance-marks';
import { monthAfter } from '@xuanpai/domain/attendance/month';
import type { ReactNode } from 'react';
import { formatChange } from '../../../lib/format.ts';
import { currentLanguage } from '../../../lib/language.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { PanelPart, SidePanel } from '../../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../../ui/table-states.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { formatAmount } from '../amounts.ts';
import { sheetQuery } from '../queries.ts';
import styles from './overview.module.css';
import { type Difference, differencesOf, notesOf } from './review.ts';

interface ReviewPanelProps {
  /** As the address names it. */
  township: string;
  sheet: AttendanceMonth;
  onCell: (assignmentId: string, day: string) => void;
  onRow: (assignmentId: string) => void;
  /** Points at a cell, or a whole row, for the return; where that isn't open, there is none. */
  onRemark: ((assignmentId: string, day: string | null) => void) | undefined;
  onClose: () => void;
}

/** What whoever confirms a month looks at: contradictions, shortfalls, objections, notes, differences. */
export function ReviewPanel(props: ReviewPanelProps) {
  const { township, sheet, onCell, onRow, onRemark, onClose } = props;
  const text = useText().attendanceOverview.review;
  const short = sheet.rows.filter((row) => row.short > 0);
  const objections = sheet.rows.filter(({ objection }) => objection !== null);
  const notes = notesOf(sheet);
  const { contradictions } = sheet;
  return (
    <SidePanel title={text.title} width={440} onClose={onClose}>
      <PanelPart title={text.contradictions} note={text.count(contradictions.length)}>
        {contradictions.length === 0 && <p className={styles.quiet}>{text.noContradictions}</p>}
        <Lines>
          {contradictions.map(({ assignmentId, day, kind, words }) => (
            <Line
              key={`${assignmentId} ${day} ${kind}`}
              onSee={() => onCell(assignmentId, day)}
              onRemark={onRemark && (() => onRemark(assignmentId, day))}
            >
              {words[currentLanguage()]}
            </Line>
          ))}
        </Lines>
      </PanelPart>
      <PanelPart title={text.short} note={text.people(short.length)}>
        {short.length === 0 && <p className={styles.quiet}>{text.noShort}</p>}
        <Lines>
          {short.map((row) => (
            <Line
              key={row.assignmentId}
              onSee={() => onRow(row.assignmentId)}
              onRemark={onRemark && (() => onRemark(row.assignmentId, null))}
            >
              {text.shortOf(row.cadreName, formatAmount(row.short), row.shortReason)}
            </Line>
          ))}
        </Lines>
      </PanelPart>
      {objections.length > 0 && (
        <PanelPart title={text.objections} note={text.people(objections.length)}>
          <Lines>
            {objections.map((row) => (
              <Line key={row.assignmentId} onSee={() => onRow(row.assignmentId)}>
                {text.objection(row.cadreName, row.objection ?? '', row.answer)}
              </Line>
            ))}
          </Lines>
        </PanelPart>
      )}
      {notes.length > 0 && (
        <PanelPart title={text.notes} note={text.count(notes.length)}>
          <Lines>
            {notes.map(({ row, day, text: note }) => (
              <Line
                key={`${row.assignmentId} ${day}`}
                onSee={() => onCell(row.assignmentId, day)}
                onRemark={onRemark && (() => onRemark(row.assignmentId, day))}
              >
                {text.note(row.cadreName, text.day(day), note)}
              </Line>
            ))}
          </Lines>
        </PanelPart>
      )}
      <PanelPart title={text.differences}>
        <Differences township={township} sheet={sheet} onRow={onRow} />
      </PanelPart>
    </SidePanel>
  );
}

function Lines({ children }: { children: ReactNode }) {
  return <ul className={styles.reviewLines}>{children}</ul>;
}

interface LineProps {
  onSee: () => void;
  onRemark?: (() => void) | undefined;
  children: ReactNode;
}

function Line({ onSee, onRemark, children }: LineProps) {
  const text = useText().attendanceOverview.review;
  return (
    <li>
      <span className={styles.reviewWords}>{children}</span>
      <TextButton onClick={onSee}>{text.see}</TextButton>
      {onRemark && <TextButton onClick={onRemark}>{text.remark}</TextButton>}
    </li>
  );
}

/** Each cadre's totals against those of the month before. */
function Differences({
  township,
  sheet,
  onRow,
}: Pick<ReviewPanelProps, 'township' | 'sheet' | 'onRow'>) {
  const text = useText().attendanceOverview.review;
  const query = useQuery({
    ...sheetQuery(township, monthAfter(sheet.month as Month, -1)),
    refetchOnMount: false,
  });
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton lines={3} />;
  if (query.data.rows.length === 0) return <p className={styles.quiet}>{text.noBefore}</p>;
  const rows = differencesOf(query.data, sheet);
  if (rows.length === 0) return <p className={styles.quiet}>{text.noDifferences}</p>;
  return (
    <PlainTable<Difference>
      label={text.differences}
      rows={rows}
      rowKey={({ row }) => row.assignmentId}
      rowHeight={26}
      columns={[
        {
          key: 'who',
          title: text.who,
          width: 72,
          phone: 'title',
          cell: ({ row }) => (
            <TextButton told onClick={() => onRow(row.assignmentId)}>
              {row.cadreName}
            </TextButton>
          ),
        },
        {
          key: 'inVillage',
          title: text.inVillage,
          width: 92,
          align: 'end',
          phone: 'side',
          cell: ({ was, is }) => `${formatAmount(was)} → ${formatAmount(is)}`,
        },
        {
          key: 'change',
          title: text.change,
          width: 48,
          align: 'end',
          phone: 'side',
          cell: ({ was, is }) =>
            was === is ? '' : formatChange(is - was, Number.isInteger(is - was) ? 0 : 1),
        },
        {
          key: 'others',
          title: text.others,
          phone: 'note',
          cell: ({ others }) =>
            others
              .map(({ mark, was, is }) =>
                text.other(word(markWords[mark]), formatAmount(was), formatAmount(is)),
              )
              .join(text.comma),
        },
      ]}
    />
  );
}
