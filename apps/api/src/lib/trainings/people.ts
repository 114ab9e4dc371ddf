import type { Invitation } from '@xuanpai/contracts/trainings';
import type { Tx } from '@xuanpai/database/transaction';
import { type Fault, invalid } from '../api-error.ts';
import { oneOf, type Sql, sql } from '../sql.ts';

/** Whether a session (t) is for a cadre (c): in post on its days or later on, and in its township. */
export const mayCome: Sql = sql`EXISTS (
  SELECT 1 FROM assignment ca JOIN village cv ON cv.id = ca.village_id
  WHERE ca.cadre_id = c.id AND ca.batch_id = t.batch_id AND ca.state = 'inForce'
    AND (ca.ends_on IS NULL OR ca.ends_on >= t.starts_on)
    AND (t.township_id IS NULL OR cv.township_id = t.township_id))`;

/** Puts on a session's list who may come, of one tier or of both; gives how many are new. */
export function inviteByTier(tx: Tx, trainingId: string, who: Invitation): Promise<number> {
  const ofTier =
    who === 'all'
      ? sql`true`
      : sql`EXISTS (SELECT 1 FROM assignment ta WHERE ta.cadre_id = c.id AND ta.batch_id = t.batch_id
          AND ta.state = 'inForce' AND ta.tier = ${who}::tier
          AND (ta.ends_on IS NULL OR ta.ends_on >= t.starts_on))`;
  return invite(tx, trainingId, ofTier);
}

function invite(tx: Tx, trainingId: string, condition: Sql): Promise<number> {
  return tx.$executeRaw(
    sql`INSERT INTO training_person (training_id, cadre_id)
      SELECT t.id, c.id FROM training t JOIN cadre c ON ${mayCome}
      WHERE t.id = ${trainingId}::uuid AND ${condition} ON CONFLICT DO NOTHING`,
  );
}

/** Puts people on the list; gives how many are new. Throws `invalid` for who can't come. */
export async function addPeople(
  tx: Tx,
  trainingId: string,
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const added = await invite(tx, trainingId, oneOf('c.id', ids, 'uuid'));
  await refuseNotToCome(tx, trainingId, ids);
  return added;
}

/** Whoever isn't on the list by now isn't in post, or is another township's. */
async function refuseNotToCome(tx: Tx, trainingId: string, ids: readonly string[]): Promise<void> {
  const there = await tx.trainingPerson.findMany({
    where: { trainingId, cadreId: { in: [...ids] } },
    select: { cadreId: true },
  });
  const known = new Set(there.map(({ cadreId }) => cadreId));
  const faults = ids.flatMap((cadreId, at): Fault[] =>
    known.has(cadreId)
      ? []
      : [
          {
            path: `add.${at}`,
            code: 'notInPost',
            message: {
              zh: '这名干部不在任，或不属于这个镇街。',
              en: 'Not in post, or of another township.',
            },
          },
        ],
  );
  if (faults.length > 0) throw invalid(faults);
}
