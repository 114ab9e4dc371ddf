import { useQuery } from '@tanstack/react-query';
import type { PlainDate } from '@xuanpai/contracts/values';
import { monthAfter, monthOf } from '@xuanpai/domain/attendance/month';
import { Navigate } from 'react-router';
import { useDay } from '../../lib/day.ts';
import { useTo } from '../../lib/links.ts';
import { useReach } from '../../lib/reach.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { Page } from '../../ui/page.tsx';
import { Empty } from '../../ui/table-states.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { OwnPeople } from './overview/own-people.tsx';
import { TownshipComparison } from './overview/township-comparison.tsx';
import { TownshipMonths } from './overview/township-months.tsx';
import { useHandles } from './overview/use-handles.ts';
import { standingsQuery } from './queries.ts';

/**
 * Where 考勤 leads: all townships' month, the own township's that is to be worked on, or the own unit's
 * people.
 */
export function AttendancePage() {
  const text = useText().attendance;
  const handles = useHandles();
  const reach = useReach('attendance.sheet', 'sheets');
  const reads = useReach('attendance.read', 'assignments');
  const township = reach === 'all' || reach === 'none' ? undefined : reach.townshipIds[0];
  if (reach === 'all') return handles ? <TownshipMonths /> : <TownshipComparison />;
  if (township) return <OwnMonth township={township} />;
  if (reads !== 'none') return <OwnPeople />;
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
