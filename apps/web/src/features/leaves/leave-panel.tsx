import { useQuery } from '@tanstack/react-query';
import { markWords } from '@xuanpai/contracts/attendance-marks';
import type { Leave } from '@xuanpai/contracts/leaves';
import { formatInstant } from '../../lib/format.ts';
import { currentLanguage } from '../../lib/language.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Link } from '../../ui/link.tsx';
import { Mark } from '../../ui/mark.tsx';
import { BasisLine } from '../../ui/problem-alert.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { LeaveActs } from './leave-acts.tsx';
import { LeaveState } from './leave-state.tsx';
import { daysWords, periodWords } from './leave-words.ts';
import { LeaveYearPart } from './leave-year.tsx';
import styles from './leaves.module.css';
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
      extra={leave && <Link to={linkTo.cadre(leave.cadreId)}>{text.openPage}</Link>}
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
          <Hints leave={leave} />
          <LeaveActs key={`${leave.id} ${leave.version}`} leave={leave} />
          <LeaveYearPart cadreId={leave.cadreId} year={Number(leave.startsOn.slice(0, 4))} />
        </>
      )}
    </SidePanel>
  );
}

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

/** What wants a look beside the leave itself: a prompt, never a result. */
function Hints({ leave: { beyond, notices } }: { leave: Leave }) {
  const language = currentLanguage();
  if (beyond === null && notices.length === 0) return null;
  return (
    <PanelPart>
      <ul className={styles.hints}>
        {beyond && (
          <li>
            <Mark shape="warn" tone="amber" /> {beyond[language]}
          </li>
        )}
        {notices.map((notice) => (
          <li key={`${notice.code} ${notice.year}`}>
            <Mark shape="warn" tone="amber" /> {notice.words[language]}
            <BasisLine basis={notice.basis} />
          </li>
        ))}
      </ul>
    </PanelPart>
  );
}
