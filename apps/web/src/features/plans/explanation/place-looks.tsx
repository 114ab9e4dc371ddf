import type { ReactNode } from 'react';
import { useText } from '../../../locales/use-text.ts';
import { Skeleton } from '../../../ui/table-states.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import type { Board, BoardVillage, PlanPlace } from '../board-model.ts';
import type { BoardActs } from '../use-board-acts.ts';
import { useSettled } from '../use-settled.ts';
import { OtherChoices } from './other-choices.tsx';
import { type Look, useLook } from './use-look.ts';
import { WaysToFill } from './ways-to-fill.tsx';
import { WhyVillage } from './why-village.tsx';

interface PlaceLooksProps {
  board: Board;
  village: BoardVillage;
  place: PlanPlace;
  acts: BoardActs;
  /** Who could take the place: what is seen first. */
  children: ReactNode;
}

/** Three looks at the chosen place: who could take it, why it is as it is, what else could be. */
export function PlaceLooks({ board, village, place, acts, children }: PlaceLooksProps) {
  const text = useText().explanation;
  const [look, ask] = useLook();
  const settled = useSettled(place.id) === place.id;
  return (
    <>
      <Tabs<Look>
        lined
        label={text.look}
        value={look}
        onChange={ask}
        items={[
          { value: 'candidates', label: text.candidates },
          { value: 'why', label: text.why },
          { value: 'others', label: text.others },
        ]}
      />
      {look === 'candidates' && children}
      {look !== 'candidates' && !settled && <Skeleton />}
      {look === 'why' && settled && (
        <>
          {place.cadreId === null && <WaysToFill board={board} place={place} acts={acts} />}
          <WhyVillage board={board} village={village} />
        </>
      )}
      {look === 'others' && settled && (
        <OtherChoices board={board} village={village} place={place} acts={acts} />
      )}
    </>
  );
}
