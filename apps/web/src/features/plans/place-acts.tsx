import { Input, Segmented } from 'antd';
import { useState } from 'react';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import type { Board, BoardVillage, PlanPlace } from './board-model.ts';
import type { BoardActs } from './use-board-acts.ts';
import styles from './village-grid.module.css';

interface PlaceActsProps {
  board: Board;
  village: BoardVillage;
  place: PlanPlace;
  acts: BoardActs;
}

/** Pin and clear; for a township's cadre how to be appointed; for an empty deputy's place why. */
export function PlaceActs({ village, place, acts }: PlaceActsProps) {
  const text = useText().place;
  const { blocked, busy } = acts;
  const deputy = place.post === 'deputySecretary';
  return (
    <>
      {place.cadreId !== null && (
        <p className={styles.actLine}>
          <ActButton
            size="small"
            icon="pin"
            blocked={blocked}
            busy={busy}
            shortcut="P"
            onClick={() => void acts.togglePin(place)}
          >
            {place.pinned ? text.unpin : text.pin} {text.pinKey}
          </ActButton>
          <ActButton
            size="small"
            blocked={blocked ?? (place.pinned ? text.nobodyPinned : null)}
            busy={busy}
            shortcut="Delete"
            onClick={() => void acts.clear(place)}
          >
            {text.clear} {text.clearKey}
          </ActButton>
        </p>
      )}
      {place.tier === 'township' && <Appointment village={village} place={place} acts={acts} />}
      {place.cadreId === null && deputy && <EmptyReason key={place.id} place={place} acts={acts} />}
    </>
  );
}

/** D6: attached as first secretary, or directly secretary. */
function Appointment({ village, place, acts }: Omit<PlaceActsProps, 'board'>) {
  const text = useText().place;
  const kinds = { firstSecretary: text.attached, secretary: text.direct };
  return (
    <p className={styles.actLine}>
      <span>{text.appointment}</span>
      <Segmented<'firstSecretary' | 'secretary'>
        size="small"
        aria-label={text.appointment}
        disabled={acts.blocked !== null || acts.busy}
        value={place.post === 'secretary' ? 'secretary' : 'firstSecretary'}
        options={[
          { value: 'firstSecretary', label: kinds.firstSecretary },
          { value: 'secretary', label: kinds.secretary },
        ]}
        onChange={(post) =>
          void acts.choosePost(place.id, post, text.postChosen(village.name, kinds[post]))
        }
      />
    </p>
  );
}

function EmptyReason({ place, acts }: Pick<PlaceActsProps, 'place' | 'acts'>) {
  const text = useText().place;
  const [reason, setReason] = useState(place.emptyReason ?? '');
  const missing = reason.trim().length < 2 ? text.emptyReasonHint : null;
  return (
    <p className={styles.actLine}>
      <Input
        aria-label={text.emptyReason}
        placeholder={text.emptyReason}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <ActButton
        blocked={acts.blocked ?? missing}
        busy={acts.busy}
        onClick={() => void acts.explain(place.id, reason.trim(), text.emptyReasonSaved)}
      >
        {text.emptyReasonSave}
      </ActButton>
    </p>
  );
}
