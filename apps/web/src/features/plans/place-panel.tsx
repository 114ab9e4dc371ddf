import type { PlanWishes } from '@xuanpai/contracts/plan-wishes';
import { useText } from '../../locales/use-text.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import type { Board, BoardVillage, PlanPlace } from './board-model.ts';
import { Candidates } from './candidates.tsx';
import { PlaceLooks } from './explanation/place-looks.tsx';
import { HolderActs, PlaceActs } from './place-acts.tsx';
import styles from './place-panel.module.css';
import { kindsText, partsText, postText } from './plan-words.ts';
import type { BoardActs } from './use-board-acts.ts';
import type { BoardState } from './use-board-state.ts';
import { focusPlace } from './use-grid-keys.ts';
import type { Asking } from './wishes/last-reason.ts';
import { PlaceWishes } from './wishes/place-wishes.tsx';
import { ReasonField } from './wishes/reason-field.tsx';

export interface PlacePanelProps {
  board: Board;
  state: BoardState;
  village: BoardVillage;
  place: PlanPlace;
  acts: BoardActs;
}

interface PanelProps extends PlacePanelProps {
  wishes: PlanWishes | undefined;
  /** Whether the reason of a pin or a ban is being asked. */
  asking: Asking | null;
  onAsk: (kind: Asking | null) => void;
  onPin: () => void;
}

/** The chosen place: who holds it, who could take it, and what that would change before it is done. */
export function PlacePanel(props: PanelProps) {
  const { board, state, village, place, acts, wishes, asking, onAsk, onPin } = props;
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
      extra={
        (holder || place.pinned) &&
        !issued && <HolderActs place={place} acts={acts} onPin={onPin} onAsk={onAsk} />
      }
      width={412}
      onClose={() => {
        focusPlace(place.id);
        state.choosePlace(null);
      }}
    >
      {acts.problem && <ProblemAlert error={acts.problem} />}
      {asking && holder && (
        <ReasonField
          key={`${asking} ${place.id}`}
          kind={asking}
          title={asking === 'pin' ? text.pinOf(holder.name) : text.banOf(holder.name, village.name)}
          busy={acts.busy}
          onCancel={leaveField}
          onDone={(reason) => {
            leaveField();
            void acts.wish(asking, place, reason);
          }}
        />
      )}
      <PlaceWishes planId={board.plan.id} place={place} wishes={wishes} acts={acts} />
      <PlaceActs village={village} place={place} acts={acts} />
      <PlaceLooks board={board} village={village} place={place} acts={acts}>
        {place.pinned || issued ? (
          <p className={styles.parts}>{issued ? plans.issuedBlocks : pinnedText()}</p>
        ) : (
          <Candidates board={board} state={state} village={village} place={place} acts={acts} />
        )}
      </PlaceLooks>
    </SidePanel>
  );

  function leaveField() {
    onAsk(null);
    focusPlace(place.id);
  }
  /** Whom a pin wants here: the holder, or somebody whom solving will put here. */
  function pinnedText() {
    const pin = wishes?.items.find(
      ({ placeId, state: at }) => placeId === place.id && at === 'inForce',
    );
    const waits = pin && pin.cadreId !== place.cadreId;
    return waits ? text.pinWaits(board.cadre(pin.cadreId)?.name ?? '') : text.nobodyPinned;
  }
}
