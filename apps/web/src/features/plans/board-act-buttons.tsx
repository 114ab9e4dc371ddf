import { useGo } from '../../lib/links.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import type { Board } from './board-model.ts';
import { UndoButtons } from './history/undo-buttons.tsx';
import { mayChange } from './may-change.ts';
import type { BoardActs } from './use-board-acts.ts';
import { isProof, type PlanRun } from './use-run.ts';

interface BoardActButtonsProps {
  board: Board;
  run: PlanRun;
  acts: BoardActs;
  contradictions: number;
}

/** Undo, redo, solve, cancel; the one next step is solving, then the issue. */
export function BoardActButtons({ board, run, acts, contradictions }: BoardActButtonsProps) {
  const { plans: text, wishes } = useText();
  const contradicted = contradictions > 0 ? wishes.contradictionsBlock(contradictions) : null;
  const go = useGo();
  const { plan } = board;
  const solved = plan.filled > 0;
  const issued = plan.status === 'issued';
  const proving = isProof(run.run);
  const hindered = plan.findings.some(
    ({ weight, placeId }) => weight === 'blocks' && !board.place(placeId)?.emptyReason,
  );
  async function start() {
    if (await mayChange(plan, text)) run.start();
  }
  const adopt = (
    <ActButton
      kind="primary"
      reads
      blocked={run.running && !proving ? text.runningBlocks : hindered ? text.adoptBlocked : null}
      onClick={() => {
        if (proving) run.cancel();
        go(linkTo.planPublication(plan.id));
      }}
    >
      {issued ? text.seeIssue : plan.status === 'draft' ? text.adopt : text.toIssue}
    </ActButton>
  );
  if (issued) return adopt;
  return (
    <>
      <UndoButtons acts={acts} />
      {run.running ? (
        <ActButton icon="stop" onClick={run.cancel}>
          {proving ? text.stopProof : text.cancelRun}
        </ActButton>
      ) : (
        <ActButton
          kind={solved && !hindered ? 'secondary' : 'primary'}
          blocked={acts.blocked ?? contradicted}
          onClick={() => void start()}
        >
          {solved ? text.solveAgain : text.solve}
        </ActButton>
      )}
      {solved && adopt}
    </>
  );
}
