import { useQuery } from '@tanstack/react-query';
import { movePlaces } from '@xuanpai/contracts/plan-moves';
import { call } from '../../lib/api.ts';
import { useText } from '../../locales/use-text.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { Board, PlanCadre, PlanPlace } from './board-model.ts';
import styles from './place-panel.module.css';

interface RefusedProps {
  board: Board;
  place: PlanPlace;
  cadre: PlanCadre;
}

/** Somebody was dropped on a place that they can't take: the rule says why, and nothing was done. */
export function Refused({ board, place, cadre }: RefusedProps) {
  const text = useText().place;
  const { id, version } = board.plan;
  const seat = board.seatOf(cadre.cadreId);
  const put = { placeId: place.id, cadreId: cadre.cadreId };
  const moves = seat ? [put, { placeId: seat.id, cadreId: place.cadreId }] : [put];
  const { error } = useQuery({
    queryKey: ['plans', id, 'dryRun', version, place.id, cadre.cadreId],
    queryFn: () =>
      call(movePlaces, { params: { id }, query: { dryRun: '1' }, body: { moves, version } }),
    enabled: seat?.id !== place.id,
  });
  if (seat?.id === place.id) return null;
  return (
    <>
      <p className={styles.parts}>{text.cannot(cadre.name)}</p>
      {error && <ProblemAlert error={error} />}
    </>
  );
}
