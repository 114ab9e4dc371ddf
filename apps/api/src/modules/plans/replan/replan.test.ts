import type { Nomination } from '@xuanpai/contracts/nominations';
import type { PlanChanges } from '@xuanpai/contracts/plan-replans';
import type { Plan } from '@xuanpai/contracts/plans';
import type { PlainDate } from '@xuanpai/contracts/values';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { day, startTestApp, type TestApp } from '../../../testing.ts';
import {
  accepted,
  approve,
  confirm,
  decision,
  onlyPlan,
  publish,
  readPlan,
  solve,
} from '../../../testing-plans.ts';
import { newCadre } from '../../../testing-registers.ts';

let office: TestApp;
let issued: Plan;
const on = '2015-10-01';

/** The sample district, issued, some months into the term. */
async function start(today: PlainDate) {
  office = await startTestApp('issued', today);
  issued = await onlyPlan(office);
  return () => office.close();
}
const autumn = () => start(day('2015-09-20'));

const planner = () => office.as('planner');
const nominations = () => `/api/batches/${issued.batchId}/nominations`;

async function nominationOf(cadreId: string): Promise<Nomination> {
  const nominationId = issued.cadres.find((one) => one.cadreId === cadreId)?.nominationId;
  return accepted(await planner().get(`${nominations()}/${nominationId}`)).body;
}

async function withdraw(cadreId: string, reason = '本人援疆') {
  const { id, version } = await nominationOf(cadreId);
  return accepted(await planner().post(`${nominations()}/${id}/withdraw`, { reason, version }))
    .body;
}

/** Somebody new of the unit takes the place of whoever dropped out. */
async function succeed(cadreId: string, name: string) {
  const { unitId, category } = await nominationOf(cadreId);
  const cadre = newCadre(unitId, { name });
  return accepted(await planner().post(nominations(), { cadre, category })).body;
}

const begin = (body: object = { replansOn: on }) =>
  planner().post(`/api/batches/${issued.batchId}/plans`, body);
const changesOf = async ({ id }: Plan): Promise<PlanChanges> =>
  accepted(await planner().get(`/api/plans/${id}/changes`)).body;
const issue = async (plan: Plan) =>
  publish(office, await confirm(office, await approve(office, plan)));
const coverage = async (day: string) =>
  accepted(await planner().get(`/api/batches/${issued.batchId}/coverage?on=${day}`)).body;

/** Holders of district posts, from different units. */
function holders(count: number): string[] {
  const units = new Set<string>();
  return issued.places.flatMap(({ tier, cadreId }) => {
    const unit = issued.cadres.find((one) => one.cadreId === cadreId)?.unitId ?? '';
    if (tier !== 'district' || cadreId === null || units.has(unit) || units.size === count)
      return [];
    units.add(unit);
    return [cadreId];
  });
}

describe('three who drop out, with successors of the same units', () => {
  let gone: string[];
  let plan: Plan;
  beforeAll(autumn);
  beforeAll(async () => {
    gone = holders(3);
    for (const [at, cadreId] of gone.entries()) {
      await withdraw(cadreId);
      await succeed(cadreId, ['石一', '石二', '石三'][at] ?? '');
    }
    plan = accepted(await begin()).body;
  });

  test('the issued plan stands as it was decided, and its people stay in post', async () => {
    const { findings, score } = await readPlan(office, issued.id);
    expect(findings.filter(({ weight }) => weight === 'blocks')).toEqual([]);
    expect(score).toBe(issued.score);
    expect(await office.db.prisma.assignment.count({ where: { state: 'inForce' } })).toBe(255);
  });

  test('a re-plan begins with who is in force on its day, less the three', async () => {
    expect(plan).toMatchObject({ name: '调整方案一', replansOn: on, filled: 252, status: 'draft' });
    const { counts } = await changesOf(plan);
    expect(counts).toEqual({ comes: 0, goes: 3, moves: 0, unchanged: 252 });
  });

  test('solved, it moves at most two other people, and says who and why', async () => {
    plan = await solve(office, plan.id);
    expect(plan.filled).toBe(255);
    const { items, counts } = await changesOf(plan);
    expect(counts).toMatchObject({ comes: 3, goes: 3 });
    expect(counts.moves).toBeLessThanOrEqual(2);
    expect(counts.unchanged).toBe(252 - counts.moves);
    const left = items.filter(({ kind }) => kind === 'goes');
    expect(left.map(({ cadreId }) => cadreId).toSorted()).toEqual(gone.toSorted());
    for (const { why } of left) expect(why).toMatch(/^退出人选：本人援疆。.+由.+接任。$/);
    for (const { why } of items.filter(({ kind }) => kind === 'comes')) {
      expect(why).toMatch(/^接.+任.+(第一书记|副书记)。$/);
    }
  });

  test('the list goes out as a workbook', async () => {
    const file = await office.as('leader').download(`/api/plans/${plan.id}/changes.xlsx`);
    expect(file.status).toBe(200);
    expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain(
      '调整方案一任职变动.xlsx',
    );
  });

  test('issued, it ends and starts only what changes; the days before stay', async () => {
    const { counts } = await changesOf(plan);
    const changed = 3 + counts.moves;
    plan = await issue(plan);
    const { prisma } = office.db;
    const made = await prisma.assignment.findMany({ where: { planId: plan.id } });
    expect(made).toHaveLength(changed);
    for (const { startsOn, endsOn, documentNumber } of made) {
      expect(startsOn).toEqual(new Date('2015-10-01T00:00:00Z'));
      expect(endsOn).toEqual(new Date('2017-05-31T00:00:00Z'));
      expect(documentNumber).toBe(decision.documentNumber);
    }
    const ended = { endsOn: new Date('2015-09-30T00:00:00Z'), state: 'inForce' as const };
    expect(await prisma.assignment.count({ where: ended })).toBe(changed);
    const untouched = { planId: issued.id, version: 1 };
    expect(await prisma.assignment.count({ where: untouched })).toBe(255 - changed);
    for (const day of ['2015-09-30', on, '2017-05-31']) {
      expect(await coverage(day)).toMatchObject({ covered: 189, missing: [] });
    }
  });

  test('the life of each post says it, and none of it is undone alone', async () => {
    const { prisma } = office.db;
    const events = await prisma.assignmentEvent.findMany({ where: { planId: plan.id } });
    const { counts } = await changesOf(plan);
    expect(events).toHaveLength(3 + counts.moves);
    expect(events[0]).toMatchObject({ kind: 'replaced', documentNumber: decision.documentNumber });
    const former = await prisma.assignment.findFirstOrThrow({ where: { cadreId: gone[0] ?? '' } });
    const path = `/api/assignments/${former.id}/events`;
    const { body } = await planner().get(path);
    expect(body.events.at(-1)).toMatchObject({ kind: 'replaced', reason: '本人援疆' });
    expect(body.events.at(-1).undoBlocked).toContain('不能单独撤销');
    const undo = `${path}/${body.events.at(-1).id}/undo`;
    const reply = await planner().post(undo, { version: former.version });
    expect(reply.body).toMatchObject({ status: 422, errors: [{ code: 'ofReplan' }] });
  });

  test('what was issued keeps its list of changes and its points', async () => {
    const after = await readPlan(office, plan.id);
    expect(after.findings.filter(({ weight }) => weight === 'blocks')).toEqual([]);
    expect(after.score).toBe(plan.score);
    expect((await changesOf(after)).counts).toMatchObject({ comes: 3, goes: 3 });
  });

  test('it is one entry of the log', async () => {
    const { prisma } = office.db;
    const entry = await prisma.auditEntry.findFirstOrThrow({
      where: { action: 'plan.publish', entityId: plan.id },
    });
    expect(entry.params).toMatchObject({ replansOn: on });
  });

  test('whom it was issued without does not come back', async () => {
    const [one = ''] = gone;
    const { id, version } = await nominationOf(one);
    const reply = await planner().post(`${nominations()}/${id}/restore`, { version });
    expect(reply.body).toMatchObject({ status: 409, code: 'alreadyDone' });
  });
});

const codes = (body: { errors: { code: string }[] }) => body.errors.map(({ code }) => code);

describe('a re-plan', () => {
  beforeEach(autumn);

  test('lies within the term and not in a month that is over', async () => {
    const past = await begin({ replansOn: '2015-08-31' });
    expect(past.body).toMatchObject({ errors: [{ code: 'pastMonth' }] });
    expect(codes((await begin({ replansOn: '2017-06-01' })).body)).toEqual(['outsideTerm']);
    const early = (await begin({ replansOn: '2015-05-01' })).body;
    expect(early).toMatchObject({ status: 422, errors: [{ basis: { kind: 'notice' } }, {}] });
    expect(codes(early)).toEqual(['outsideTerm', 'pastMonth']);
  });

  test('does not go under a change that is decided for a later day', async () => {
    await office.db.pool.query(
      "UPDATE assignment SET starts_on = '2015-12-01' WHERE id = (SELECT id FROM assignment LIMIT 1)",
    );
    const reply = (await begin()).body;
    expect(codes(reply)).toEqual(['laterPosts']);
    expect(reply.errors[0].message).toContain('2015-12-01');
  });

  test('is refused where posts changed since, and begins anew from who is in force', async () => {
    const plan: Plan = accepted(await begin()).body;
    const [one = ''] = holders(1);
    await office.db.pool.query(
      "UPDATE assignment SET ends_on = '2015-08-31', version = version + 1 WHERE cadre_id = $1",
      [one],
    );
    const path = `/api/plans/${plan.id}`;
    const { version } = plan;
    const refused = await planner().post(`${path}/approval`, { ...decision, version });
    expect(refused.body).toMatchObject({ status: 422, errors: [{ code: 'postsChanged' }] });
    const name = issued.cadres.find(({ cadreId }) => cadreId === one)?.name ?? '?';
    expect(refused.body.errors[0].message).toContain(name);
    const renewed: Plan = accepted(await planner().post(`${path}/renewal`, { version })).body;
    expect(renewed.filled).toBe(254);
    expect(renewed.findings.map(({ code }) => code)).not.toContain('postsChanged');
  });

  test('made beside another that was issued is refused at its issue', async () => {
    const [one = ''] = holders(1);
    await withdraw(one);
    await succeed(one, '石四');
    const first: Plan = accepted(await begin()).body;
    const second: Plan = accepted(await begin()).body;
    const ready = await confirm(office, await approve(office, await solve(office, second.id)));
    await issue(await solve(office, first.id));
    const late = await planner().post(`/api/plans/${ready.id}/publish`, { version: ready.version });
    expect(late.body).toMatchObject({ status: 422 });
    expect(codes(late.body)).toContain('postsChanged');
  });

  test('of a batch that is not issued is refused', async () => {
    const drafts = await startTestApp('planned');
    const { batchId } = await onlyPlan(drafts);
    const path = `/api/batches/${batchId}/plans`;
    const reply = await drafts.as('planner').post(path, { replansOn: '2015-06-01' });
    expect(reply.body).toMatchObject({ status: 422, errors: [{ code: 'notIssued' }] });
    await drafts.close();
  });

  test('is copied as one, and another plan is none', async () => {
    const plan: Plan = accepted(await begin()).body;
    const copy: Plan = accepted(await planner().post(`/api/plans/${plan.id}/copies`, {})).body;
    expect(copy).toMatchObject({ replansOn: on, filled: 255 });
    const none = await planner().get(`/api/plans/${issued.id}/changes`);
    expect(none.body).toMatchObject({ status: 409, detail: expect.stringContaining('不是重排') });
  });
});

test('a re-plan from the first day of the term voids what never took effect', async () => {
  const close = await start(day('2015-05-20'));
  const [one = ''] = holders(1);
  await withdraw(one);
  await succeed(one, '石五');
  const plan: Plan = accepted(await begin({ replansOn: '2015-06-01' })).body;
  await issue(await solve(office, plan.id));
  const { prisma } = office.db;
  const [former] = await prisma.assignment.findMany({ where: { cadreId: one } });
  expect(former).toMatchObject({ state: 'revoked', endsOn: new Date('2017-05-31T00:00:00Z') });
  expect(await coverage('2015-06-01')).toMatchObject({ covered: 189 });
  await close();
});
