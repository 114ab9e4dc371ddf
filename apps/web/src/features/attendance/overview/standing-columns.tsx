import type { SheetStanding } from '@xuanpai/contracts/attendance';
import { formatInstantDay, formatNumber } from '../../../lib/format.ts';
import type { Dictionary } from '../../../locales/zh-cn.ts';
import { linkTo } from '../../../paths.ts';
import { Link } from '../../../ui/link.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { Column } from '../../../ui/table-column.ts';
import styles from './overview.module.css';
import { sumsOf } from './standing-filters.ts';

type Text = Dictionary['attendanceOverview'];

/** One line a township: how far its month is, what is open in it, when it came in. */
export function standingColumns(
  text: Text,
  month: string,
  rows: readonly SheetStanding[],
): Column<SheetStanding>[] {
  const sums = sumsOf(rows);
  const count = (
    key: keyof typeof sums & keyof SheetStanding & keyof Text['columns'],
    width: number,
    tone?: 'short',
  ): Column<SheetStanding> => ({
    key,
    title: text.columns[key],
    width,
    align: 'end',
    cell: (standing) => <Count value={Number(standing[key])} tone={tone} />,
    total: formatNumber(sums[key]),
  });
  return [
    {
      key: 'township',
      title: text.columns.township,
      width: 140,
      fixed: true,
      phone: 'title',
      cell: (standing) => <Link to={sheetOf(standing, month)}>{standing.townshipName}</Link>,
      total: text.district,
    },
    {
      key: 'status',
      title: text.columns.status,
      width: 160,
      phone: 'side',
      cell: (standing) => <Status standing={standing} text={text} />,
    },
    count('cadres', 64),
    count('unfilled', 84, 'short'),
    count('short', 84, 'short'),
    count('shortWithoutReason', 108, 'short'),
    count('contradictions', 96, 'short'),
    count('objections', 76),
    {
      key: 'submittedAt',
      title: text.columns.submittedAt,
      width: 104,
      cell: ({ submittedAt }) => submittedAt && formatInstantDay(submittedAt),
    },
    {
      key: 'confirmedAt',
      title: text.columns.confirmedAt,
      width: 104,
      cell: ({ confirmedAt, status }) =>
        status === 'confirmed' && confirmedAt && formatInstantDay(confirmedAt),
    },
    {
      key: 'late',
      title: text.columns.late,
      width: 128,
      phone: 'note',
      cell: ({ late }) => late !== 'no' && <StateBadge state="overdue" word={text.late[late]} />,
    },
    {
      key: 'inWords',
      title: text.columns.short,
      untitled: true,
      hidden: true,
      phone: 'note',
      cell: ({ cadres, short, contradictions }) => text.line(cadres, short, contradictions),
    },
  ];
}

/** What was submitted opens with what is to be looked at. */
export function sheetOf({ townshipId, status }: SheetStanding, month: string): string {
  const review = status === 'submitted' ? { row: 'review' } : {};
  return linkTo.attendanceSheet(townshipId, month, review);
}

function Status({ standing, text }: { standing: SheetStanding; text: Text }) {
  const { status, correctionAsked, revision } = standing;
  return (
    <span className={styles.status}>
      <StateBadge state={status} />
      {correctionAsked ? (
        <StateBadge state="needsDecision" word={text.correctionAsked} />
      ) : (
        revision > 1 && <span className={styles.faint}>{text.edition(revision)}</span>
      )}
    </span>
  );
}

/** A zero is lighter, so that what there is stands out. */
function Count({ value, tone }: { value: number; tone: 'short' | undefined }) {
  const look = value === 0 ? styles.faint : tone === 'short' ? styles.short : undefined;
  return <span className={look}>{formatNumber(value)}</span>;
}
