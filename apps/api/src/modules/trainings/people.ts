import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { Invitation, setTrainingPeople } from '@xuanpai/contracts/trainings';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { type Fault, invalid } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { oneOf, type Sql, sql } from '../../lib/sql.ts';
import { writeAs } from '../../lib/write.ts';
import { holdTraining } from './hold.ts';
import { mayCome } from './read.ts';

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

/** Changes who should come. Of whom it was said whether they came, stays. */
export function setPeople(
  deps: Deps,
  actor: Actor,
  id: string,
  { invite: who, add, remove }: BodyOf<typeof setTrainingPeople>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const { topic } = await holdTraining(tx, actor, id);
    await refuseSaid(tx, id, remove);
    const added =
      (who ? await inviteByTier(tx, id, who) : 0) +
      (add.length > 0 ? await invite(tx, id, oneOf('c.id', add, 'uuid')) : 0);
    await refuseNotToCome(tx, id, add);
    const { count: removed } = await tx.trainingPerson.deleteMany({
      where: { trainingId: id, cadreId: { in: remove } },
    });
    if (added + removed === 0) return;
    record(tx, {
      ...{ action: 'training.people', entity: 'training', entityId: id },
      params: { topic, added, removed },
    });
  });
}

async function refuseSaid(tx: Tx, trainingId: string, ids: readonly string[]): Promise<void> {
  const said = await tx.trainingPerson.findMany({
    where: { trainingId, cadreId: { in: [...ids] }, presence: { not: null } },
    select: { cadreId: true, cadre: { select: { name: true } } },
  });
  const faults = said.map(
    ({ cadreId, cadre: { name } }): Fault => ({
      path: `remove.${ids.indexOf(cadreId)}`,
      code: 'said',
      message: {
        zh: `${name}已登记是否参加，请先清除。`,
        en: `Whether ${name} came is on record; clear that first.`,
      },
    }),
  );
  if (faults.length > 0) throw invalid(faults);
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
