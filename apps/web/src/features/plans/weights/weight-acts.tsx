import type { Plan, WeightChanges } from '@xuanpai/contracts/plans';
import { useCan } from '../../../lib/can.tsx';
import { useIsPhone } from '../../../lib/media.ts';
import { useText } from '../../../locales/use-text.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { useWhatIf } from '../use-what-if.ts';

interface WeightActsProps {
  plan: Plan;
  tried: WeightChanges;
  /** Nothing is tried beyond what the plan has. */
  same: boolean;
  faulty: boolean;
  onReset: () => void;
  /** What was typed has gone into a plan. */
  onForget: () => void;
  onAdopt: () => void;
}

/** Solve with the weights tried: a copy, or the plan itself where it is one on trial; or adopt them. */
export function WeightActs(props: WeightActsProps) {
  const { plan, tried, same, faulty } = props;
  const text = useText().whatIf;
  const phone = useIsPhone();
  const mayTry = useCan('plans.write');
  const mayAdopt = useCan('policy.write');
  const act = useWhatIf();
  const count = Object.keys(tried).length;
  const onTrial = plan.weightChanges !== null && plan.status === 'draft';
  const blocked = faulty ? text.invalidTried : null;
  // A telephone is for reading.
  if (!mayTry || phone) return null;
  return (
    <>
      {!same && <TextButton onClick={props.onReset}>{text.drop}</TextButton>}
      <ActButton
        blocked={blocked ?? (count === 0 ? text.nothingTried : mayAdopt ? null : text.mayNotAdopt)}
        onClick={props.onAdopt}
      >
        {text.adopt}
      </ActButton>
      <ActButton
        kind="primary"
        busy={act.busy}
        blocked={blocked ?? (count === 0 && !onTrial ? text.nothingTried : null)}
        onClick={() => {
          props.onForget();
          if (onTrial) act.solveAgain(plan, plan.basedOnId, tried);
          else act.solveCopy(plan, tried);
        }}
      >
        {onTrial ? text.solveAgain : text.solveCopy}
      </ActButton>
    </>
  );
}
