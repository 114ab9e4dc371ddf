import { useQuery } from '@tanstack/react-query';
import { useText } from '../../../locales/use-text.ts';
import { PanelPart } from '../../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../../ui/table-states.tsx';
import type { Board, BoardVillage, PlanPlace } from '../board-model.ts';
import type { BoardActs } from '../use-board-acts.ts';
import { AlternativeList } from './alternative-list.tsx';
import styles from './explanation.module.css';
import { OtherPlaces } from './other-places.tsx';
import { alternativesQuery } from './queries.ts';

interface OtherChoicesProps {
  board: Board;
  village: BoardVillage;
  place: PlanPlace;
  acts: BoardActs;
}

/** Who else could be in the village, and where else whoever holds the place could be. */
export function OtherChoices({ board, village, place, acts }: OtherChoicesProps) {
  const text = useText().explanation;
  const { id, version } = board.plan;
  const query = useQuery(alternativesQuery(id, version, village.villageId));
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton />;
  const choices = query.data.items.map((alternative) => {
    const names = alternative.people.map(({ name }) => name).join(text.and);
    return {
      key: alternative.people.map(({ cadreId }) => cadreId).join('.'),
      villageId: village.villageId,
      label: names,
      act: text.act(names),
      alternative,
    };
  });
  const holder = board.cadre(place.cadreId);
  const pinned = village.lead?.pinned || village.deputy?.pinned;
  return (
    <>
      <PanelPart
        title={village.tier === 'district' ? text.pairs : text.people}
        note={text.othersNote}
      >
        <AlternativeList board={board} choices={choices} acts={acts} />
        {pinned && <p className={styles.quiet}>{text.pinnedStay}</p>}
      </PanelPart>
      {holder && (
        <PanelPart title={text.elsewhere(holder.name)} note={text.elsewhereNote}>
          <OtherPlaces board={board} cadreId={holder.cadreId} acts={acts} />
        </PanelPart>
      )}
    </>
  );
}
