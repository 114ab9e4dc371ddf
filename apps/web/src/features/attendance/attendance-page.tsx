import { useQuery } from '@tanstack/react-query';
import type { PlainDate } from '@xuanpai/contracts/values';
import { monthAfter, monthOf } from '@xuanpai/domain/attendance/month';
import { Navigate } from 'react-router';
import { useDay } from '../../lib/day.ts';
import { useTo } from '../../lib/links.ts';
import { useReach } from '../../lib/reach.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo, paths } from '../../paths.ts';
import { Page } from '../../ui/page.tsx';
import { Empty } from '../../ui/table-states.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { standingsQuery } from './queries.ts';

/** Where 考勤 leads: the own township's month that is to be worked on. */
export function AttendancePage() {
  const text = useText().attendance;
  const reach = useReach('attendance.sheet', 'sheets');
  const township = reach === 'all' || reach === 'none' ? undefined : reach.townshipIds[0];
  const to = useTo();
  if (township) return <OwnMonth township={township} />;
  if (reach === 'all') return <Navigate replace to={to(paths.attendanceDistrict)} />;
  return (
    <Page title={text.documentTitle}>
      <Empty title={text.landing.none} note={text.landing.noneNote} />
    </Page>
  );
}

/** The month before until it is submitted, then this one. */
function OwnMonth({ township }: { township: string }) {
  const text = useText().attendance;
  const to = useTo();
  const { today } = useDay();
  const current = monthOf(today as PlainDate);
  const before = monthAfter(current, -1);
  const query = useQuery(standingsQuery(before));
  if (!query.data) {
    return (
      <UnreadPage
        title={text.reading}
        documentTitle={text.documentTitle}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    );
  }
  const standing = query.data.items.find(({ townshipId }) => townshipId === township);
  const open =
    standing !== undefined &&
    standing.cadres > 0 &&
    standing.status !== 'submitted' &&
    standing.status !== 'confirmed';
  return <Navigate replace to={to(linkTo.attendanceSheet(township, open ? before : current))} />;
}
