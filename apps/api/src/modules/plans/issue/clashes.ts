import type { PlainDate } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import { ApiError, type Fault } from '../../../lib/api-error.ts';
import type { OpenPlan } from '../read/open-plan.ts';

/** A batch is issued once; a re-plan changes what was. Throws `alreadyDone`. */
export async function checkNoOtherIssue(tx: Tx, { plan, replan }: OpenPlan): Promise<void> {
  if (replan !== null) return;
  const issued = await tx.plan.findFirst({
    where: { batchId: plan.batchId, status: 'issued', replansOn: null },
    select: { name: true },
  });
  if (!issued) return;
  throw new ApiError('alreadyDone', {
    detail: {
      zh: `本批次已印发${issued.name}，不能再印发；要调整请新建重排方案。`,
      en: `${issued.name} of this batch is issued already; make a re-plan to change it.`,
    },
  });
}

interface Clash {
  placeId: string;
  cadreName: string;
  villageName: string;
  startsOn: string;
  endsOn: string | null;
}

/** Where somebody is to be from a day to a day; null is open. */
export interface Stay {
  placeId: string;
  cadreId: string;
  startsOn: PlainDate;
  endsOn: PlainDate | null;
}

/**
 * A cadre has one post at a time; the database would refuse, this says who. `but`: posts that end
 * before. Throws `conflict`.
 */
export async function checkClashes(
  tx: Tx,
  stays: readonly Stay[],
  but: readonly string[] = [],
): Promise<void> {
  const clashes = await tx.$queryRaw<Clash[]>`
    SELECT s."placeId", c.name AS "cadreName", v.name AS "villageName",
      a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn"
    FROM jsonb_to_recordset(${JSON.stringify(stays)}::jsonb)
        AS s("placeId" uuid, "cadreId" uuid, "startsOn" date, "endsOn" date)
      JOIN assignment a ON a.cadre_id = s."cadreId" AND a.state = 'inForce'
        AND daterange(a.starts_on, a.ends_on, '[]') && daterange(s."startsOn", s."endsOn", '[]')
      JOIN cadre c ON c.id = a.cadre_id JOIN village v ON v.id = a.village_id
    WHERE NOT a.id = ANY(${[...but]}::uuid[]) ORDER BY c.sort_key, c.id`;
  if (clashes.length > 0) throw new ApiError('conflict', { faults: clashes.map(faultOf) });
}

function faultOf({ placeId, cadreName, villageName, startsOn, endsOn }: Clash): Fault {
  return {
    path: `places.${placeId}`,
    code: 'holdsAnotherPost',
    message: {
      zh: `${cadreName}在${villageName}任职（${startsOn}至${endsOn ?? '今'}），期间重叠。`,
      en: `${cadreName} is posted in ${villageName} (${startsOn} to ${endsOn ?? 'now'}) in these days.`,
    },
    remedy: { zh: '请先办结原任职，或换人。', en: 'End that post first, or place somebody else.' },
  };
}
