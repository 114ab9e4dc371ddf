import { useCan } from '../../../lib/can.tsx';
import { useGo } from '../../../lib/links.ts';
import { useText } from '../../../locales/use-text.ts';
import { linkTo } from '../../../paths.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import type { PlanSummary } from '../plan-columns.tsx';
import { useWhatIf } from '../use-what-if.ts';

/** Keep the other plan, and go on with it, or lay it aside. */
export function OtherActs({ other }: { other: PlanSummary }) {
  const text = useText().whatIf;
  const act = useWhatIf();
  const go = useGo();
  const mayWrite = useCan('plans.write');
  const dropped = other.status === 'dropped';
  return (
    <>
      {mayWrite && other.status !== 'issued' && (
        <ActButton
          busy={act.busy}
          onClick={() => (dropped ? act.restore(other) : void act.drop(other))}
        >
          {dropped ? text.restoreOther(other.name) : text.layOther(other.name)}
        </ActButton>
      )}
      <ActButton kind="primary" reads onClick={() => go(linkTo.plan(other.id))}>
        {text.openOther(other.name)}
      </ActButton>
    </>
  );
}
