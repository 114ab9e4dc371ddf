import type { AppraisalEdition, AppraisalRow } from '@xuanpai/contracts/appraisals';
import type { PlainDate } from '@xuanpai/contracts/values';
import { actsOnAppraisal } from '@xuanpai/domain/targets/appraisals';
import type { Actor } from '../../lib/actor.ts';
import type { DuePeriod } from '../../lib/appraisals/periods.ts';
import type { AppraisalSqlRow } from './list.ts';
import { ownTownships, townshipsFor } from './reach.ts';

type Stored = NonNullable<AppraisalSqlRow['newest']>;

/** Opinions as somebody reads them, with what they may do: unsigned ones are their township's alone. */
export function presentAppraisals(
  actor: Actor,
  periods: readonly DuePeriod[],
  rows: readonly AppraisalSqlRow[],
  today: PlainDate,
): AppraisalRow[] {
  const byKey = new Map(periods.map((period) => [period.key, period]));
  const own = ownTownships(actor);
  return rows.map((row) => {
    const { newest, inForce, period: key, townshipId, to } = row;
    const period = byKey.get(key);
    if (!period) throw new Error(`a row of ${key}, which was not asked for`);
    const works = own.includes(townshipId);
    const state = !works && inForce ? 'signed' : (newest?.state ?? 'missing');
    const shown = works ? newest : inForce;
    const ownWriting = newest !== null && isOwn(actor, newest);
    return {
      ...row,
      state,
      newest: shown && presentEdition(shown),
      inForce: inForce && presentEdition(inForce),
      dueOn: period.dueOn,
      late: inForce === null && period.dueOn < today,
      acts: works
        ? actsOnAppraisal(
            { state, ownWriting, period, to },
            (permission) => townshipsFor(actor, permission).includes(townshipId),
            today,
          )
        : [],
    };
  });
}

export function presentEdition({ draftedById: _, ...edition }: Stored): AppraisalEdition {
  return edition;
}

/** Whoever wrote an opinion doesn't sign it. */
export function isOwn(actor: Actor, { draftedById }: { draftedById: string | null }): boolean {
  return draftedById !== null && draftedById === actor.userId;
}
