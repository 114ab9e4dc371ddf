import { useQuery } from '@tanstack/react-query';
import { markWords } from '@xuanpai/contracts/attendance-marks';
import type { Leave } from '@xuanpai/contracts/leaves';
import { formatInstant } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Link } from '../../ui/link.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { LeaveActs } from './leave-acts.tsx';
import { LeaveHints } from './leave-hints.tsx';
import { LeaveState } from './leave-state.tsx';
import { daysWords, periodWords } from './leave-words.ts';
import { LeaveYearTable } from './leave-year.tsx';
import { leaveQuery } from './queries.ts';

interface LeavePanelProps {
  id: string;
  onClose: () => void;
}

/** A leave: what was asked, who decided, what it comes to in the year, and what can be done. */
export function LeavePanel({ id, onClose }: LeavePanelProps) {
  const text = useText().leaves;
  const query = useQuery(leaveQuery(id));
  const leave = query.data;
  return (
    <SidePanel
      title={leave?.cadreName ?? ''}
      badge={leave && <LeaveState leave={leave} />}
      note={
        leave &&
        [leave.unitName, leave.townshipName, leave.villageName].filter(Boolean).join(text.dot)
      }
      extra={leave && <Link to={linkTo.cadreLeaves(leave.cadreId)}>{text.openPage}</Link>}
      width={480}
      onClose={onClose}
    >
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!leave && !query.error && <Skeleton />}
      {leave && (
        <>
          <PanelPart>
            <Facts leave={leave} />
          </PanelPart>
          {(leave.beyond || leave.notices.length > 0) && (
            <PanelPart>
              <LeaveHints beyond={leave.beyond} notices={leave.notices} />
            </PanelPart>
          )}
          <LeaveActs key={`${leave.id} ${leave.version}`} leave={leave} />
          <PanelPart title={text.yearTitle(yearOf(leave))}>
            <LeaveYearTable cadreId={leave.cadreId} year={yearOf(leave)} />
          </PanelPart>
        </>
      )}
    </SidePanel>
  );
}

const yearOf = ({ startsOn }: Leave) => Number(startsOn.slice(0, 4));

function Facts({ leave }: { leave: Leave }) {
  const text = useText().leaves;
  const { kind, workdays, lastDay, endsOn } = leave;
  const changed = lastDay !== null && lastDay !== endsOn;
  return (
    <DescriptionList
      items={[
        {
          term: text.what,
          value: text.ofDays(word(markWords[kind]), periodWords(leave, text), daysWords(workdays)),
        },
        ...(changed
          ? [{ term: text.approvedFor, value: periodWords({ ...leave, lastDay: null }, text) }]
          : []),
        { term: text.reason, value: leave.reason },
        { term: text.document, value: leave.documentNumber },
        ...(leave.beyondReason === null
          ? []
          : [{ term: text.beyondReason, value: leave.beyondReason }]),
        { term: text.askedBy, value: `${leave.askedByName} ${formatInstant(leave.askedAt)}` },
        { term: text.decidedBy, value: decided() },
        ...(leave.endedAt === null
          ? []
          : [
              {
                term: text.ended,
                value: [leave.endedByName, formatInstant(leave.endedAt), leave.endReason]
                  .filter(Boolean)
                  .join(' '),
              },
            ]),
      ]}
    />
  );

  function decided() {
    const { decidedAt, decidedByName, decision, state, decidedBy } = leave;
    if (decidedAt === null) return state === 'asked' ? text.waitsFor[decidedBy] : null;
    return [decidedByName, formatInstant(decidedAt), decision].filter(Boolean).join(' ');
  }
}
