import type { Move, MoveOutcome } from '@xuanpai/contracts/plan-moves';
import type { Language } from '@xuanpai/contracts/text';
import type { MoveEffect } from '@xuanpai/planner/moves';
import { pairsOf } from '../read/figures.ts';
import { findingsOf, presentFinding } from '../read/findings.ts';
import { namesOf } from '../read/names.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import { type Holder, holdersBefore } from './write-places.ts';

interface Outcome {
  moves: readonly Move[];
  effect: MoveEffect;
  changed: readonly Holder[];
  dryRun: boolean;
  /** Of the plan after the moves. */
  version: number;
}

/** What moves change (or would change), in points and in rules, and how to undo them. */
export function presentOutcome(
  open: OpenPlan,
  { moves, effect, changed, dryRun, version }: Outcome,
  language: Language,
): MoveOutcome {
  const { dossier, input } = open;
  const names = namesOf(dossier);
  const points = (units: { value: number }[]) => units.reduce((sum, { value }) => sum + value, 0);
  const inWords = (violations: MoveEffect['violations']['appeared']) =>
    findingsOf(dossier, violations).map((finding) => presentFinding(finding, language));
  return {
    dryRun,
    moves: [...moves],
    inverse: holdersBefore(open.placement, changed),
    before: effect.before,
    after: effect.after,
    change: effect.change,
    villages: effect.villages.map(({ villageId, before, after }) => ({
      villageId,
      name: names.villageName(villageId),
      before: before.total,
      after: after.total,
    })),
    splitUnits: points(effect.splitUnits.after) - points(effect.splitUnits.before),
    gained: inWords(effect.violations.appeared),
    solved: inWords(effect.violations.resolved),
    pairsBefore: pairsOf(open),
    pairsAfter: pairsOf({ input, placement: effect.placement }),
    version,
  };
}
