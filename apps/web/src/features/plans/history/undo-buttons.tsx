import { useText } from '../../../locales/use-text.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import type { PlanActs } from '../use-plan-acts.ts';

type Acts = Pick<PlanActs, 'busy' | 'undo' | 'redo' | 'undoBlocked' | 'redoBlocked'> & {
  blocked: string | null;
};

/** Back and forth over everything that was done to the plan by hand. */
export function UndoButtons({ acts }: { acts: Acts }) {
  const text = useText().plans;
  return (
    <>
      <ActButton
        icon="undo"
        shortcut="Control+Z"
        busy={acts.busy}
        blocked={acts.blocked ?? acts.undoBlocked}
        onClick={() => void acts.undo()}
      >
        {text.undo}
      </ActButton>
      <ActButton
        icon="redo"
        shortcut="Control+Y"
        busy={acts.busy}
        blocked={acts.blocked ?? acts.redoBlocked}
        onClick={() => void acts.redo()}
      >
        {text.redo}
      </ActButton>
    </>
  );
}
