import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { setTrainingPeople } from '@xuanpai/contracts/trainings';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { type Fault, invalid } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { holdTraining } from '../../lib/trainings/hold.ts';
import { addPeople, inviteByTier } from '../../lib/trainings/people.ts';
import { writeAs } from '../../lib/write.ts';

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
    const added = (who ? await inviteByTier(tx, id, who) : 0) + (await addPeople(tx, id, add));
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
