import { useQuery } from '@tanstack/react-query';
import { useText } from '../../../locales/use-text.ts';
import { linkTo } from '../../../paths.ts';
import { Link } from '../../../ui/link.tsx';
import { PanelPart, SidePanel } from '../../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../../ui/table-states.tsx';
import type { Board, PlanCadre } from '../board-model.ts';
import { originText } from '../plan-words.ts';
import type { BoardActs } from '../use-board-acts.ts';
import { PlacesOf } from './other-places.tsx';
import { cadreQuery } from './queries.ts';
import { Reasons } from './reasons.tsx';

interface PersonPanelProps {
  board: Board;
  cadre: PlanCadre;
  acts: BoardActs;
  onClose: () => void;
}

/** Why somebody has no place, where they could be, and what rules out the rest. */
export function PersonPanel({ board, cadre, acts, onClose }: PersonPanelProps) {
  const { explanation: text, plans } = useText();
  const query = useQuery(cadreQuery(board.plan.id, board.plan.version, cadre.cadreId));
  const told = query.data;
  return (
    <SidePanel
      title={text.person(cadre.name)}
      note={originText(cadre, plans)}
      width={412}
      onClose={onClose}
    >
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!told && !query.error && <Skeleton />}
      {told && (
        <>
          <PanelPart title={text.whyNot}>
            <Reasons items={told.reasons} />
            {told.nominationId && (
              <Link to={linkTo.eligibility({ row: told.nominationId })}>{text.settle}</Link>
            )}
          </PanelPart>
          {told.nominationId === null && (
            <PanelPart title={text.elsewhere(cadre.name)} note={text.elsewhereNote}>
              <PlacesOf board={board} told={told} acts={acts} />
            </PanelPart>
          )}
        </>
      )}
    </SidePanel>
  );
}
