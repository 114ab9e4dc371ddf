import { useQuery } from '@tanstack/react-query';
import type { CadreExplanation } from '@xuanpai/contracts/plan-explanation';
import { postWords } from '@xuanpai/contracts/words';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { Failed, Skeleton } from '../../../ui/table-states.tsx';
import type { Board } from '../board-model.ts';
import type { BoardActs } from '../use-board-acts.ts';
import { AlternativeList } from './alternative-list.tsx';
import styles from './explanation.module.css';
import { cadreQuery } from './queries.ts';
import { Reasons } from './reasons.tsx';

interface OtherPlacesProps {
  board: Board;
  cadreId: string;
  acts: BoardActs;
}

/** Where else somebody could be, and what rules out the rest. */
export function OtherPlaces({ board, cadreId, acts }: OtherPlacesProps) {
  const query = useQuery(cadreQuery(board.plan.id, board.plan.version, cadreId));
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton />;
  return <PlacesOf board={board} told={query.data} acts={acts} />;
}

export function PlacesOf({
  board,
  told,
  acts,
}: Omit<OtherPlacesProps, 'cadreId'> & { told: CadreExplanation }) {
  const text = useText().explanation;
  const choices = told.alternatives.map(
    ({ placeId, villageId, village, post, ...alternative }) => ({
      key: `${told.cadreId}.${placeId}`,
      villageId,
      label: `${village}${word(postWords[post])}`,
      act: text.actThere(told.name, village),
      alternative,
    }),
  );
  return (
    <>
      <AlternativeList board={board} choices={choices} acts={acts} />
      {told.ruledOut.length > 0 && (
        <>
          <p className={styles.quiet}>{text.ruledOut}</p>
          <Reasons items={told.ruledOut} />
        </>
      )}
    </>
  );
}
