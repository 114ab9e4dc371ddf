import { useQuery } from '@tanstack/react-query';
import type { Candidate } from '@xuanpai/contracts/plan-moves';
import { useState } from 'react';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { FilterSearch } from '../../ui/filter-bar.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { CandidateTable } from './candidate-table.tsx';
import { ExchangePreview } from './exchange-preview.tsx';
import styles from './place-panel.module.css';
import type { PlacePanelProps } from './place-panel.tsx';
import { candidatesQuery } from './queries.ts';
import { Refused } from './refused.tsx';
import { focusPlace } from './use-grid-keys.ts';
import { useSettled } from './use-settled.ts';

type Where = 'unplaced' | 'exchange';

/** Who could take the place: those not placed, then those who would change places. */
export function Candidates({ board, state, village, place, acts }: PlacePanelProps) {
  const { place: text } = useText();
  const settled = useSettled(place.id);
  const query = useQuery(candidatesQuery(board.plan.id, settled, board.plan.version));
  const [asked, setAsked] = useState<Where | null>(null);
  const [find, setFind] = useState('');
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || settled !== place.id) return <Skeleton />;
  const { items } = query.data;
  const parts = {
    unplaced: items.filter(({ currentPlaceId }) => currentPlaceId === null),
    exchange: items.filter(({ currentPlaceId }) => currentPlaceId !== null),
  };
  // Whoever was dropped here is shown, whichever list they are in.
  const dropped = (['unplaced', 'exchange'] as const).find((list) =>
    parts[list].some(({ cadreId }) => cadreId === state.cadreId),
  );
  const where = asked ?? dropped ?? (parts.unplaced.length > 0 ? 'unplaced' : 'exchange');
  const refused = state.cadreId !== null && !dropped ? board.cadre(state.cadreId) : null;
  const shown = parts[where].filter(matches);
  const chosen = shown.find(({ cadreId }) => cadreId === state.cadreId) ?? null;
  const holder = board.cadre(place.cadreId);
  const act = () => chosen && void acts.place(place, chosen);
  return (
    <>
      <div className={styles.choice}>
        <Tabs
          label={text.person}
          value={where}
          onChange={setAsked}
          items={[
            { value: 'unplaced', label: text.unplaced, count: parts.unplaced.length },
            { value: 'exchange', label: text.exchange, count: parts.exchange.length },
          ]}
        />
        {parts[where].length > 12 && (
          <FilterSearch
            label={text.find}
            value={find}
            width={150}
            onChange={(next) => setFind(next ?? '')}
          />
        )}
      </div>
      <CandidateTable
        board={board}
        items={shown}
        holder={holder?.name ?? null}
        chosen={chosen?.cadreId ?? null}
        onChoose={state.chooseCadre}
        onAct={act}
        onBack={() => focusPlace(place.id)}
      />
      {refused && <Refused board={board} place={place} cadre={refused} />}
      {chosen && (
        <>
          <ExchangePreview board={board} village={village} holder={holder} candidate={chosen} />
          <p className={styles.actLine}>
            <ActButton busy={acts.busy} blocked={acts.blocked} onClick={act}>
              {chosen.currentPlaceId !== null && holder
                ? text.actExchange
                : text.act(board.cadre(chosen.cadreId)?.name ?? '')}
            </ActButton>
            <span>{acts.blocked ?? text.actKeys}</span>
          </p>
        </>
      )}
    </>
  );

  function matches({ cadreId }: Candidate) {
    const cadre = board.cadre(cadreId);
    return find === '' || `${cadre?.name} ${cadre?.unitName}`.includes(find);
  }
}
