import type { PlainDate } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import { fault } from '@xuanpai/domain/post-life/dates';
import { type OtherPost, otherPostFault } from '@xuanpai/domain/post-life/successor';
import type { Fault } from '../../../lib/api-error.ts';

/** Somebody in a post from a day to a day. */
export interface Stay {
  cadreId: string;
  villageId: string;
  lead: boolean;
  from: PlainDate;
  to: PlainDate | null;
  /** Posts that the act itself changes. */
  but: readonly string[];
}

interface Found extends OtherPost {
  cadreId: string;
  cadreName: string;
}

/**
 * What a stay would overlap: a cadre has one post at a time, and a post one cadre. The database would
 * refuse; this says who and where.
 */
export async function clashFaults(tx: Tx, stay: Stay, path: string): Promise<Fault[]> {
  const { cadreId, villageId, lead, from, to, but } = stay;
  const found = await tx.$queryRaw<Found[]>`
    SELECT a.cadre_id AS "cadreId", c.name AS "cadreName", v.name AS "villageName",
      a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn"
    FROM assignment a JOIN cadre c ON c.id = a.cadre_id JOIN village v ON v.id = a.village_id
    WHERE a.state = 'inForce' AND a.id <> ALL(${[...but]}::uuid[])
      AND (a.cadre_id = ${cadreId}::uuid OR (a.village_id = ${villageId}::uuid
        AND (a.post <> 'deputySecretary') = ${lead}))
      AND daterange(a.starts_on, a.ends_on, '[]') && daterange(${from}::date, ${to}::date, '[]')
    ORDER BY a.starts_on, a.id`;
  return found.map((other) =>
    other.cadreId === cadreId ? otherPostFault(other.cadreName, other, path) : takenFault(other),
  );
}

function takenFault({ cadreName, villageName, startsOn, endsOn }: Found): Fault {
  const message = {
    zh: `${villageName}这个岗位由${cadreName}担任（${startsOn}至${endsOn ?? '今'}），期间重叠。`,
    en: `${cadreName} holds this post of ${villageName} (${startsOn} to ${endsOn ?? 'now'}) in these days.`,
  };
  const remedy = { zh: '请先撤销或办结那个任职。', en: 'Undo or end that post first.' };
  return fault('from', 'postTaken', message, remedy);
}
