import type { StepPerson } from '@xuanpai/contracts/evaluation-steps';
import type { Permission } from '@xuanpai/contracts/permissions';
import type { PlainDate } from '@xuanpai/contracts/values';
import { redoOf } from '@xuanpai/domain/evaluation/redo';
import type { StepBack } from '@xuanpai/domain/evaluation/stepping-back';
import { actsOnPerson, stepsDone } from '@xuanpai/domain/evaluation/steps';
import type { Actor } from '../../lib/actor.ts';
import { noticeStanding, type StepRow, standingOf } from '../../lib/evaluation/step-rows.ts';
import { scopeFor } from '../../lib/scope.ts';

/** Whether somebody may act by a permission on this person. */
export function reachesRow(
  actor: Actor,
  permission: Permission,
  { townshipId, unitId }: Pick<StepRow, 'townshipId' | 'unitId'>,
): boolean {
  const scope = scopeFor(actor, permission, 'assignments');
  if (scope === 'all' || scope === 'none') return scope === 'all';
  return scope.townshipIds.includes(townshipId) || scope.unitIds.includes(unitId);
}

/**
 * A person as somebody reads it: what is proposed is for those who work on the round and don't step back
 * from them (E8).
 */
export function presentPerson(
  actor: Actor,
  row: StepRow,
  today: PlainDate,
  back: StepBack | null = null,
): StepPerson {
  const reaches = reachesRow(actor, 'grades.sheet', row);
  const works = reaches && back === null;
  const standing = standingOf(row, actor.userId, today, back);
  const { edition, feedback, notice } = row;
  const ofEdition = feedback.filter((one) => one.edition === edition);
  const state = noticeStanding(row, today);
  return {
    ...row,
    ...(works ? {} : hidden),
    sheet: null,
    done: row.standing === 'evaluated' ? stepsDone(standing) : [],
    noted: works ? row.records : row.records.filter((kind) => ownKinds(actor, row).includes(kind)),
    notice:
      notice === null || state === 'none'
        ? null
        : {
            ...{ id: notice.id, state, startsOn: notice.startsOn, endsOn: notice.endsOn },
            objections: works ? notice.objections : 0,
          },
    feedback: {
      sent: ofEdition.length,
      received: ofEdition.filter(({ received }) => received).length,
    },
    redo: redoOf({
      ...{ edition, told: row.toldEditions, form: row.form, file: row.file },
      ...{ feedback: feedback.map((one) => one.edition), oldLetters: row.oldLetters },
      lostBenefit: row.lostBenefit,
    }),
    acts:
      row.standing === 'evaluated'
        ? actsOnPerson(standing, (permission) => reachesRow(actor, permission, row))
        : [],
    stepsBack: reaches && back !== null,
  };
}

/** Of the way to a grade a township and a unit read their own opinions. */
export function ownKinds(actor: Actor, row: StepRow): string[] {
  return (['townshipOpinion', 'unitOpinion', 'committeeOpinion'] as const).filter((kind) =>
    reachesRow(actor, `grades.${kind}`, row),
  );
}

const hidden = {
  ...{ proposedGrade: null, proposalReason: null, proposedByName: null, checkedByName: null },
  ...{ visitedOn: null, proposedAt: null },
} as const;
