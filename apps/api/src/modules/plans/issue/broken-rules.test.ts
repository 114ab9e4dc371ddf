import type { Plan } from '@xuanpai/contracts/plans';
import type { rules } from '@xuanpai/planner/rule-table';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing.ts';
import { approve, confirm, onlyPlan } from '../../../testing-plans.ts';

/** A plan that was approved and confirmed, and is broken behind the application’s back before its issue. */
let office: TestApp;
let plan: Plan;
beforeAll(async () => {
  office = await startTestApp('planned');
  plan = await confirm(office, await approve(office, await onlyPlan(office)));
});
afterAll(() => office.close());

type Code = keyof typeof rules;
type HardCode = { [C in Code]: (typeof rules)[C]['severity'] extends 'hard' ? C : never }[Code];

const run = (text: string, ...values: unknown[]) => office.db.pool.query(text, values);
const places = (wanted: Partial<Plan['places'][number]>) =>
  plan.places.filter((place) =>
    Object.entries(wanted).every(([key, value]) => place[key as keyof typeof place] === value),
  );
const first = <T>(items: readonly T[]): T => {
  const [item] = items;
  if (item === undefined) throw new Error('the sample has none');
  return item;
};
const townshipOf = ({ villageId }: Plan['places'][number]) =>
  plan.villages.find((village) => village.villageId === villageId)?.townshipId;
const isLagging = ({ villageId }: Plan['places'][number]) =>
  plan.villages.find((village) => village.villageId === villageId)?.kinds.includes('lagging');
const nominationOf = (cadreId: string | null) =>
  plan.cadres.find((cadre) => cadre.cadreId === cadreId)?.nominationId ?? '';
/** The two of a district village. */
const pair = () => {
  const lead = first(places({ tier: 'district', post: 'firstSecretary' }));
  const deputy = first(places({ villageId: lead.villageId, post: 'deputySecretary' }));
  return { lead, deputy };
};

async function exchange(one: Plan['places'][number], other: Plan['places'][number]) {
  const set = (a: typeof one, b: typeof one) =>
    run(
      `UPDATE plan_place SET cadre_id = CASE id WHEN $1::uuid THEN $4::uuid ELSE $3::uuid END
       WHERE id IN ($1, $2)`,
      one.id,
      other.id,
      a.cadreId,
      b.cadreId,
    );
  await set(one, other);
  return () => set(other, one);
}

async function empty({ id, cadreId }: Plan['places'][number]) {
  await run('UPDATE plan_place SET cadre_id = NULL WHERE id = $1', id);
  return () => run('UPDATE plan_place SET cadre_id = $2 WHERE id = $1', id, cadreId);
}

async function wish(columns: Record<string, string | null>) {
  const names = Object.keys(columns);
  await run(
    `INSERT INTO plan_wish (id, plan_id, reason, set_by_name, ${names.join(', ')})
     VALUES (gen_random_uuid(), $1, '工作需要', '王晓东', ${names.map((_, at) => `$${at + 2}`).join(', ')})`,
    plan.id,
    ...Object.values(columns),
  );
  return () => run('DELETE FROM plan_wish');
}

async function kin(cadreId: string | null, columns: Record<string, string | null>) {
  const [name = ''] = Object.keys(columns);
  await run(
    `INSERT INTO nomination_relative (id, nomination_id, cadre_id, relation, declared_by_id, declared_by_name, ${name})
     VALUES (gen_random_uuid(), $1, $2, 'direct', gen_random_uuid(), '王晓东', $3)`,
    nominationOf(cadreId),
    cadreId,
    columns[name],
  );
  return () => run('DELETE FROM nomination_relative');
}

/** What the database itself has no place for. */
type ByDatabase = 'cadreTwice' | 'unknownPlace';

/** How each of the others is broken; gives what puts it right again. */
const broken: Record<Exclude<HardCode, ByDatabase>, () => Promise<() => Promise<unknown>>> = {
  async unknownCadre() {
    const id = nominationOf(first(places({ tier: 'district' })).cadreId);
    const other = await office.db.prisma.batch.create({
      data: { name: '别的批次', date: at, startsOn: at, endsOn: at },
    });
    await run('UPDATE nomination SET batch_id = $2 WHERE id = $1', id, other.id);
    return () => run('UPDATE nomination SET batch_id = $2 WHERE id = $1', id, plan.batchId);
  },
  wrongTier: () =>
    exchange(first(places({ tier: 'district' })), first(places({ tier: 'township' }))),
  async laggingNeedsLeadingBody() {
    const id = nominationOf(first(places({ tier: 'township' }).filter(isLagging)).cadreId);
    const set = (category: string) =>
      run('UPDATE nomination SET category = $2::category WHERE id = $1', id, category);
    await set('officeCadre');
    return () => set('leadingBody');
  },
  async notEligible() {
    const { cadreId } = first(plan.places);
    const set = (status: string) =>
      run('UPDATE cadre SET political_status = $2 WHERE id = $1', cadreId, status);
    await set('群众');
    return () => set('中共党员');
  },
  firstSecretaryMissing: () => empty(pair().lead),
  deputyMissing: () => empty(pair().deputy),
  async outsideTownship() {
    const free = places({ tier: 'township' }).filter((place) => !isLagging(place));
    const one = first(free);
    return exchange(one, first(free.filter((place) => townshipOf(place) !== townshipOf(one))));
  },
  banned: () => {
    const { cadreId, villageId } = pair().lead;
    return wish({ kind: 'banVillage', cadre_id: cadreId, village_id: villageId });
  },
  togetherNotKept: () => {
    const { lead } = pair();
    const far = first(
      places({ tier: 'district' }).filter((one) => one.villageId !== lead.villageId),
    );
    return wish({ kind: 'together', cadre_id: lead.cadreId, other_cadre_id: far.cadreId });
  },
  apartNotKept: () => {
    const { lead, deputy } = pair();
    return wish({ kind: 'apart', cadre_id: lead.cadreId, other_cadre_id: deputy.cadreId });
  },
  relativeInVillage: () => {
    const { cadreId, villageId } = pair().lead;
    return kin(cadreId, { village_id: villageId });
  },
  relativesTogether: () => {
    const { lead, deputy } = pair();
    return kin(lead.cadreId, { other_cadre_id: deputy.cadreId });
  },
  pinNotKept: () => {
    const { lead, deputy } = pair();
    return wish({ kind: 'pin', place_id: lead.id, cadre_id: deputy.cadreId });
  },
};
const at = new Date('2017-04-24T00:00:00Z');

describe('a confirmed plan is refused at its issue, with the basis, where it breaks', () => {
  test.each(Object.entries(broken))('%s', async (code, breakIt) => {
    const mend = await breakIt();
    const { version } = plan;
    const reply = await office.as('planner').post(`/api/plans/${plan.id}/publish`, { version });
    await mend();
    expect(reply.body).toMatchObject({ status: 422, code: 'ruleViolated' });
    expect(reply.body.errors).toContainEqual(
      expect.objectContaining({
        code,
        message: expect.stringMatching(/[。？]$/),
        basis: { kind: expect.stringMatching(/./), source: expect.stringMatching(/./) },
      }),
    );
    expect(await office.db.prisma.assignment.count()).toBe(0);
  });

  test('cadreTwice: the database itself has no place for it', async () => {
    const { lead, deputy } = pair();
    const twice = run('UPDATE plan_place SET cadre_id = $2 WHERE id = $1', lead.id, deputy.cadreId);
    await expect(twice).rejects.toThrow('plan_place_plan_id_cadre_id_key');
  });

  test('unknownPlace: the database itself keeps a plan to its own places', async () => {
    const { lead } = pair();
    const copy = await office.as('planner').post(`/api/plans/${plan.id}/copies`, {});
    const pinned = { kind: 'pin', place_id: copy.body.places[0].id, cadre_id: lead.cadreId };
    await expect(wish(pinned)).rejects.toThrow('plan_wish_plan_id_place_id_fkey');
  });

  test('nothing any more: mended, it is issued', async () => {
    const { version } = plan;
    const reply = await office.as('planner').post(`/api/plans/${plan.id}/publish`, { version });
    expect(reply.body).toMatchObject({ status: 'issued', filled: 255 });
  });
});
