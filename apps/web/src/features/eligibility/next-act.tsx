import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import type { Judgement } from '@xuanpai/contracts/nominations';
import { useCan } from '../../lib/can.tsx';
import { useGo } from '../../lib/links.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo, paths } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import type { Counts } from './answer.ts';
import { nominationsQuery } from './queries.ts';
import type { Chosen } from './use-chosen.ts';

interface NextActProps {
  batch: Batch;
  counts: Counts;
  chosen: Chosen;
}

/** The one next step: those who can't be placed one by one, then presumed dates, then the plan. */
export function NextAct({ batch, counts, chosen }: NextActProps) {
  const text = useText().eligibility;
  const go = useGo();
  const may = {
    correct: useCan('cadres.write'),
    accept: useCan('nominations.accept'),
    confirm: useCan('nominations.confirmMembership'),
    plan: useCan('plans.read'),
    import: useCan('imports.write'),
  };
  const open = openJudgement();
  const first = useQuery({
    ...nominationsQuery(batch.id, { judgements: open ?? 'notEligible', pageSize: 1 }),
    enabled: open !== null,
  });
  if (open !== null) {
    const [nominee] = first.data?.items ?? [];
    return (
      <ActButton kind="primary" reads onClick={() => nominee && chosen.open(nominee.id)}>
        {text.handle(counts[open])}
      </ActButton>
    );
  }
  if (counts.presumed > 0 && may.confirm) {
    return (
      <ActButton kind="primary" onClick={() => chosen.openPanel('confirm')}>
        {text.confirmAll(counts.presumed)}
      </ActButton>
    );
  }
  if (counts.all === 0 && may.import) {
    return (
      <ActButton kind="primary" reads onClick={() => go(linkTo.imports({ kind: 'cadres' }))}>
        {text.toImport}
      </ActButton>
    );
  }
  if (counts.all === 0 || !may.plan) return null;
  return (
    <ActButton kind="primary" reads onClick={() => go(paths.plans)}>
      {text.toPlans}
    </ActButton>
  );

  function openJudgement(): (Judgement & keyof Counts) | null {
    if (counts.notEligible > 0 && may.correct) return 'notEligible';
    if (counts.toVerify > 0 && may.correct) return 'toVerify';
    return counts.toStudy > 0 && may.accept ? 'toStudy' : null;
  }
}
