import { useCallback } from 'react';
import { useSearch } from '../../lib/search.ts';
import { applyChanges } from '../../lib/url-state.ts';
import type { Board, Show } from './board-model.ts';

/** Where the board stands, kept in the address: town or filter, the chosen place and person. */
export interface BoardState {
  /** Null: the whole district. */
  town: string | null;
  show: Show | null;
  placeId: string | null;
  cadreId: string | null;
  setTown(town: string | null): void;
  setShow(show: Show): void;
  choosePlace(placeId: string | null): void;
  /** Chooses a place wherever it is: its town comes along. */
  goTo(placeId: string | null): void;
  chooseCadre(cadreId: string | null): void;
  /** Chooses a place and who might take it. */
  offer(placeId: string, cadreId: string): void;
}

const shows: readonly Show[] = ['vacant', 'pinned', 'warned'];
const wholeDistrict = 'all';

export function useBoardState(board: Board): BoardState {
  const [search, setSearch] = useSearch();
  const change = useCallback(
    (changes: Record<string, string | null>) =>
      setSearch((before) => applyChanges(before, changes), { replace: true }),
    [setSearch],
  );
  const show = shows.find((one) => one === search.get('show')) ?? null;
  const asked = search.get('town');
  const known = board.towns.find(({ id }) => id === asked);
  const placeId = board.place(search.get('place'))?.id ?? null;
  const townOf = (id: string | null) => board.village(board.place(id)?.villageId)?.townshipId;
  const usual =
    board.towns.find(({ id }) => id === townOf(placeId)) ??
    board.towns.find(({ filled, places }) => filled < places) ??
    board.towns[0];
  const everywhere = asked === wholeDistrict || (show !== null && !known);
  return {
    town: everywhere ? null : ((known ?? usual)?.id ?? null),
    show,
    placeId,
    cadreId: search.get('cadre'),
    setTown: useCallback(
      (town) => change({ town: town ?? wholeDistrict, show: null, place: null, cadre: null }),
      [change],
    ),
    setShow: useCallback(
      (next) => change({ show: next, town: null, place: null, cadre: null }),
      [change],
    ),
    goTo: (id) => change({ town: townOf(id) ?? null, show: null, place: id, cadre: null }),
    choosePlace: useCallback((place) => change({ place, cadre: null }), [change]),
    offer: useCallback((place, cadre) => change({ place, cadre }), [change]),
    chooseCadre: useCallback((cadre) => change({ cadre }), [change]),
  };
}
