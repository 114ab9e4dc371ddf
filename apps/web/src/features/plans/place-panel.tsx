import { useText } from '../../locales/use-text.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import type { Board, BoardVillage, PlanPlace } from './board-model.ts';
import { Candidates } from './candidates.tsx';
import { HolderActs, PlaceActs } from './place-acts.tsx';
import styles from './place-panel.module.css';
import { kindsText, partsText, postText } from './plan-words.ts';
import type { BoardActs } from './use-board-acts.ts';
import type { BoardState } from './use-board-state.ts';
import { focusPlace } from './use-grid-keys.ts';

export interface PlacePanelProps {
  board: Board;
  state: BoardState;
  village: BoardVillage;
  place: PlanPlace;
  acts: BoardActs;
}

/** The chosen place: who holds it, who could take it, and what that would change before it is done. */
export function PlacePanel({ board, state, village, place, acts }: PlacePanelProps) {
  const { place: text, plans } = useText();
  const holder = board.cadre(place.cadreId);
  const issued = board.plan.status === 'issued';
  return (
    <SidePanel
      title={plans.placeOf(village.name, postText(place))}
      note={
        <>
          {[
            kindsText(village, plans),
            holder ? text.holder(holder.name, holder.unitName) : text.empty,
          ]
            .filter((part) => part !== '')
            .join(plans.comma)}
          <span className={styles.parts}>{partsText(village, plans)}</span>
        </>
      }
      extra={holder && !issued && <HolderActs place={place} acts={acts} />}
      width={412}
      onClose={() => {
        focusPlace(place.id);
        state.choosePlace(null);
      }}
    >
      {acts.problem && <ProblemAlert error={acts.problem} />}
      <PlaceActs village={village} place={place} acts={acts} />
      {place.pinned || issued ? (
        <p className={styles.parts}>{issued ? plans.issuedBlocks : text.nobodyPinned}</p>
      ) : (
        <Candidates board={board} state={state} village={village} place={place} acts={acts} />
      )}
    </SidePanel>
  );
}
