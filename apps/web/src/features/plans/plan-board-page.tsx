import { useQuery } from '@tanstack/react-query';
import type { Plan } from '@xuanpai/contracts/plans';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { useFirstAnswer } from '../../lib/first-answer.ts';
import { useText } from '../../locales/use-text.ts';
import { Page } from '../../ui/page.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import { boardHeader } from './board-header.tsx';
import { boardOf } from './board-model.ts';
import { PersonPanel } from './explanation/person-panel.tsx';
import { IdlePanel } from './idle-panel.tsx';
import { PlacePanel } from './place-panel.tsx';
import { planTabs } from './plan-tabs.ts';
import { planQuery, wishesQuery } from './queries.ts';
import { TownList } from './town-list.tsx';
import { useBoardActs } from './use-board-acts.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { useBoardState } from './use-board-state.ts';
import { useDragPeople } from './use-drag-people.ts';
import { isProof, usePlanRun } from './use-run.ts';
import { VillageGrid } from './village-grid.tsx';
import { useAsking } from './wishes/use-asking.ts';

/** The board of a plan: solve it, look at every village, adjust by hand. */
export function PlanBoardPage() {
  const { planId = '' } = useParams();
  const text = useText().plans;
  const query = useQuery(planQuery(planId));
  const plan = useFirstAnswer(query.data);
  if (plan) return <PlanBoard key={planId} plan={plan} />;
  return (
    <UnreadPage
      title={text.loading}
      documentTitle={text.documentTitle}
      error={query.error}
      onRetry={() => void query.refetch()}
    />
  );
}

function PlanBoard({ plan }: { plan: Plan }) {
  const { plans: text } = useText();
  const board = useMemo(() => boardOf(plan), [plan]);
  const state = useBoardState(board);
  const run = usePlanRun(plan);
  // A proof is about what was asked, not about who is where: exchanges by hand leave it true.
  const acts = useBoardActs(board, run.running && !isProof(run.run));
  const wishes = useQuery(wishesQuery(plan.id, plan.version)).data;
  const asking = useAsking(board, state, acts, wishes);
  useBoardKeys(board, state, acts, asking);
  const drag = useDragPeople(state, acts.blocked === null);
  const place = board.place(state.placeId);
  const village = board.village(place?.villageId);
  const candidate = board.cadre(state.cadreId);
  const contradictions = wishes?.contradictions.length ?? 0;
  return (
    <Page
      {...boardHeader({ board, run, acts, contradictions, text })}
      documentTitle={plan.name}
      layout="fill"
      tabs={planTabs(plan, text)}
    >
      <TownList board={board} state={state} wishes={wishes} />
      <WithPanel
        panel={
          place && village ? (
            <PlacePanel
              board={board}
              state={state}
              village={village}
              place={place}
              acts={acts}
              wishes={wishes}
              asking={asking.kind}
              onAsk={asking.ask}
              onPin={asking.pin}
            />
          ) : candidate && !board.seatOf(candidate.cadreId) ? (
            <PersonPanel
              board={board}
              cadre={candidate}
              acts={acts}
              onClose={() => state.chooseCadre(null)}
            />
          ) : (
            <IdlePanel board={board} state={state} wishes={wishes} drag={drag} />
          )
        }
      >
        <VillageGrid
          board={board}
          drag={drag}
          state={state}
          otherPlaceId={candidate ? (board.seatOf(candidate.cadreId)?.id ?? null) : null}
        />
      </WithPanel>
    </Page>
  );
}
