import { Input, Segmented } from 'antd';
import { useState } from 'react';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import type { BoardVillage, PlanPlace } from './board-model.ts';
import styles from './place-panel.module.css';
import type { BoardActs } from './use-board-acts.ts';
import type { Asking } from './wishes/last-reason.ts';

interface PlaceActsProps {
  village: BoardVillage;
  place: PlanPlace;
  acts: BoardActs;
}

interface HolderActsProps extends Pick<PlaceActsProps, 'place' | 'acts'> {
  /** Pins, or takes the pin away. */
  onPin: () => void;
  onAsk: (kind: Asking) => void;
}

/** Beside the title: pin, ban and clear, each with its key. */
export function HolderActs({ place, acts, onPin, onAsk }: HolderActsProps) {
  const text = useText().place;
  const { blocked } = acts;
  return (
    <>
      <KeyAct keyName={text.pinKey} blocked={blocked} onClick={onPin}>
        {place.pinned ? text.unpin : text.pin}
      </KeyAct>
      <KeyAct
        keyName={text.banKey}
        blocked={blocked ?? (place.pinned ? text.nobodyPinned : null)}
        onClick={() => onAsk('ban')}
      >
        {text.ban}
      </KeyAct>
      <KeyAct
        keyName={text.clearKey}
        blocked={blocked ?? (place.pinned ? text.nobodyPinned : null)}
        onClick={() => void acts.clear(place)}
      >
        {text.clear}
      </KeyAct>
    </>
  );
}

interface KeyActProps {
  keyName: string;
  blocked: string | null;
  onClick: () => void;
  children: string;
}

/** A small act that shows its key; blocked it stays in the tab order and says why. */
function KeyAct({ keyName, blocked, onClick, children }: KeyActProps) {
  return (
    <TextButton
      className={styles.keyAct}
      aria-keyshortcuts={keyName}
      aria-disabled={blocked !== null}
      title={blocked ?? undefined}
      onClick={blocked === null ? onClick : undefined}
    >
      {keyName} {children}
    </TextButton>
  );
}

/** For a township's cadre how to be appointed; for an empty deputy's place why it stays so. */
export function PlaceActs({ village, place, acts }: PlaceActsProps) {
  const deputy = place.post === 'deputySecretary';
  return (
    <>
      {place.tier === 'township' && <Appointment village={village} place={place} acts={acts} />}
      {place.cadreId === null && deputy && <EmptyReason key={place.id} place={place} acts={acts} />}
    </>
  );
}

/** D6: attached as first secretary, or directly secretary. */
function Appointment({ village, place, acts }: PlaceActsProps) {
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
          void acts.choosePost(place, post, text.postChosen(village.name, kinds[post]))
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
        onClick={() => void acts.explain(place, reason.trim())}
      >
        {text.emptyReasonSave}
      </ActButton>
    </p>
  );
}
