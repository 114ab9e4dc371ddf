import type { Vacancy } from '@xuanpai/contracts/vacancies';
import type { PlainDate, Post } from '@xuanpai/contracts/values';
import { postsOf } from '@xuanpai/domain/coverage';
import { groupBy } from '@xuanpai/domain/group-by';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { gapsOf, type Held, type Period } from '@xuanpai/domain/post-life/vacancies';
import { isLead } from '@xuanpai/domain/posts';
import type { Deps } from '../deps.ts';
import { rows, type Sql, sql } from '../sql.ts';
import type { BatchRecord } from './batch.ts';
import { readBatchVillages } from './batch-villages.ts';

interface HeldPost extends Held {
  assignmentId: string;
  cadreId: string;
  cadreName: string;
  villageId: string;
  post: Post;
}

/**
 * The term of a batch up to a day: when posts can be vacant. None before the term begins, or before
 * the batch is issued.
 */
export async function periodOfPosts(
  { db }: Pick<Deps, 'db'>,
  batch: BatchRecord,
  today: PlainDate,
): Promise<Period | null> {
  const issued = await db.prisma.plan.count({ where: { batchId: batch.id, status: 'issued' } });
  if (issued === 0 || today < batch.startsOn) return null;
  return { from: batch.startsOn, to: today < batch.endsOn ? today : batch.endsOn };
}

/**
 * The days of a period on which nobody held a post of the batch, by village and post, of the villages
 * within `reach` (alias v). Whoever is there counts, also from another batch, as after an extension.
 */
export async function readVacancies(
  { db }: Pick<Deps, 'db'>,
  { batch, policy, period, reach }: Asked,
): Promise<Vacancy[]> {
  const villages = await readBatchVillages(db.pool, batch, policy);
  const within = new Set(
    (await rows<{ id: string }>(db.pool, sql`SELECT v.id FROM village v WHERE ${reach}`)).map(
      ({ id }) => id,
    ),
  );
  const held = await rows<HeldPost>(
    db.pool,
    sql`SELECT a.id AS "assignmentId", a.cadre_id AS "cadreId", c.name AS "cadreName",
        a.village_id AS "villageId", a.post, a.starts_on AS "startsOn", a.ends_on AS "endsOn"
      FROM assignment a JOIN cadre c ON c.id = a.cadre_id
      WHERE a.state = 'inForce' AND a.village_id IN
        (SELECT village_id FROM assignment WHERE batch_id = ${batch.id}::uuid
          UNION SELECT village_id FROM batch_village WHERE batch_id = ${batch.id}::uuid)
      ORDER BY a.starts_on, a.id`,
  );
  const seats = groupBy(held, ({ villageId, post }) => `${villageId} ${isLead(post)}`);
  return villages
    .filter(({ villageId }) => within.has(villageId))
    .flatMap(({ villageId, name, townshipId, townshipName, tier }) =>
      postsOf(tier, policy).flatMap((post): Vacancy[] => {
        if (tier === null) return [];
        const lead = isLead(post);
        const facts = { villageId, villageName: name, townshipId, townshipName, tier, lead };
        const posts = seats.get(`${villageId} ${lead}`) ?? [];
        return gapsOf(posts, period).map(({ from, to, days, before, after }) => ({
          ...facts,
          ...{ from, to, days },
          open: to === period.to,
          before: before && holderOf(before),
          after: after && holderOf(after),
        }));
      }),
    );
}

interface Asked {
  batch: BatchRecord;
  policy: Policy;
  period: Period;
  reach: Sql;
}

function holderOf({ assignmentId, cadreId, cadreName }: HeldPost) {
  return { assignmentId, cadreId, cadreName };
}
