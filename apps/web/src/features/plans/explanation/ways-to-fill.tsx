import { useQuery } from '@tanstack/react-query';
import type { WayToFill } from '@xuanpai/contracts/plan-explanation';
import { useText } from '../../../locales/use-text.ts';
import { linkTo } from '../../../paths.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { Link } from '../../../ui/link.tsx';
import { PanelPart } from '../../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../../ui/table-states.tsx';
import type { Board, PlanPlace } from '../board-model.ts';
import type { BoardActs } from '../use-board-acts.ts';
import styles from './explanation.module.css';
import { waysQuery } from './queries.ts';
import { BasisNote, Reasons } from './reasons.tsx';

interface WaysToFillProps {
  board: Board;
  place: PlanPlace;
  acts: BoardActs;
}

/** Why a place is empty, and what would fill it: a button where moves do it, else where to go. */
export function WaysToFill({ board, place, acts }: WaysToFillProps) {
  const text = useText().explanation;
  const { id, version } = board.plan;
  const query = useQuery(waysQuery(id, version, place.id));
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton />;
  const { reasons, ways } = query.data;
  return (
    <>
      <PanelPart title={text.whyEmpty}>
        <Reasons items={reasons} />
      </PanelPart>
      <PanelPart title={text.ways} note={text.waysNote}>
        <ul className={styles.ways}>
          {ways.map((way) => (
            <li key={way.text}>
              <span>
                {way.text}
                <BasisNote basis={way.basis} shared={null} />
              </span>
              <span className={styles.wayAct}>
                <WayAct planId={id} way={way} acts={acts} />
              </span>
            </li>
          ))}
        </ul>
      </PanelPart>
    </>
  );
}

function WayAct({ planId, way, acts }: { planId: string; way: WayToFill; acts: BoardActs }) {
  const text = useText().explanation;
  const label = text.wayActs[way.kind];
  switch (way.kind) {
    case 'reserve':
    case 'chain':
      return (
        <ActButton
          size="small"
          busy={acts.busy}
          blocked={acts.blocked}
          onClick={() => void acts.move(way.moves, text.filled)}
        >
          {label}
        </ActButton>
      );
    case 'dropWish':
      return <Link to={linkTo.planWishes(planId, { row: way.wishId })}>{label}</Link>;
    case 'correct':
    case 'accept':
    case 'replace': {
      const act = way.nominationId ? way.kind : null;
      return <Link to={linkTo.eligibility({ row: way.nominationId, act })}>{label}</Link>;
    }
  }
}
