import type { Move, MoveOutcome } from '@xuanpai/contracts/plan-moves';
import { explainMove, type MoveEffect } from '@xuanpai/planner/moves';
import type { ViolationCode } from '@xuanpai/planner/rule-table';
import type { Actor } from '../../../lib/actor.ts';
import { ruleViolated } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import { faultOf, findingsOf } from '../read/findings.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import { lockPlan } from './lock-plan.ts';
import { checkForm, checkHolders } from './move-faults.ts';
import { namedHolders } from './named-holders.ts';
import { presentOutcome } from './present-outcome.ts';
import { saveEdit } from './save-edit.ts';
import { changedHolders, holdersBefore, writePlaces } from './write-places.ts';

interface Moves {
  moves: Move[];
  version: number;
}

/**
 * Places, exchanges and clears by hand, or (`dryRun`) only says what that would change. Throws
 * `notFound`, `staleVersion`, `alreadyDone`, `invalid`, and `ruleViolated` where D1, D4, D5 or D7
 * would be broken: those have no exception.
 */
export function movePlaces(
  deps: Deps,
  actor: Actor,
  planId: string,
  { moves, version }: Moves,
  dryRun: boolean,
): Promise<MoveOutcome> {
  return writeAs(deps, actor, async (tx) => {
    const open = await lockPlan(tx, planId, version, deps.today());
    const effect = checkedEffect(open, moves);
    const changed = changedHolders(open.input.places, open.placement, effect.placement);
    const outcome = { moves, effect, changed, dryRun };
    if (dryRun || changed.length === 0) {
      return presentOutcome(open, { ...outcome, version }, actor.language);
    }
    await writePlaces(tx, planId, changed);
    const saved = await saveEdit(tx, open, {
      action: 'plan.move',
      params: { places: changed.length, before: effect.before, after: effect.after },
      before: namedHolders(open, holdersBefore(open.placement, changed)),
      after: namedHolders(open, changed),
    });
    return presentOutcome(open, { ...outcome, version: saved.plan.version }, actor.language);
  });
}

/** A plan may be incomplete while it is made, and a pin is checked before. */
const allowedMeanwhile: ReadonlySet<ViolationCode> = new Set([
  'firstSecretaryMissing',
  'deputyMissing',
  'pinNotKept',
]);

function checkedEffect(open: OpenPlan, moves: readonly Move[]): MoveEffect {
  checkForm(open, moves);
  checkHolders(open, moves);
  const effect = explainMove(open.input, open.placement, moves);
  const broken = effect.violations.appeared.filter(
    ({ severity, code }) => severity === 'hard' && !allowedMeanwhile.has(code),
  );
  if (broken.length > 0) {
    throw ruleViolated(
      findingsOf(open.dossier, broken).map((finding) => {
        const index = moves.findIndex(({ placeId }) => placeId === finding.placeId);
        return { ...faultOf(finding), path: `moves.${index}.cadreId` };
      }),
    );
  }
  return effect;
}
