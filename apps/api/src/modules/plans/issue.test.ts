import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing.ts';
import {
  approve,
  batchIdOf,
  confirm,
  correctTheNine,
  decision,
  newPlan,
  onlyPlan,
  publish,
  readPlan,
  solve,
} from '../../testing-plans.ts';

const provenOptimum = 20_476.75;

describe('from 246 to an issued plan of 255', () => {
  let office: TestApp;
  let planId: string;
  beforeAll(async () => {
    office = await startTestApp('demo');
    planId = (await newPlan(office)).id;
  });
  afterAll(() => office.close());

  test('the nine who are no full members leave nine places, and these stop the approval', async () => {
    const { filled, version } = await solve(office, planId);
    expect(filled).toBe(246);
    const path = `/api/plans/${planId}/approval`;
    const refused = await office.as('planner').post(path, { ...decision, version });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toHaveLength(9);
    expect(refused.body.errors[0]).toMatchObject({
      code: expect.stringMatching(/Missing$/),
      basis: { kind: 'notice', source: '二（四）' },
      remedy: expect.stringContaining('安排'),
    });
  });

  test('corrected from the file, all 255 are placed, at 99.5 % of the optimum or better', async () => {
    await correctTheNine(office, await readPlan(office, planId));
    const full = await solve(office, planId);
    expect(full.filled).toBe(255);
    expect(full.score).toBeGreaterThanOrEqual(0.995 * provenOptimum);
    expect(full.townshipScore).toBe(5870);
    expect(full.findings.filter(({ weight }) => weight === 'blocks')).toEqual([]);
    expect(full.unfilled).toEqual([]);
  });

  test('approved by one and confirmed by another, it is issued', async () => {
    const approved = await approve(office, await readPlan(office, planId));
    expect(approved).toMatchObject({ status: 'approved', documentNumber: decision.documentNumber });
    const confirmed = await confirm(office, approved);
    expect(confirmed.approval).toMatchObject({ approvedBy: '王晓东', confirmedBy: '李广文' });
    const issued = await publish(office, confirmed);
    expect(issued).toMatchObject({ status: 'issued', filled: 255 });
    expect(issued.approval).toMatchObject({ issuedBy: '王晓东', ...decision });
  });

  test('the issue made 255 assignments for the term, of the kinds of their tiers (D6, D7)', async () => {
    const { prisma } = office.db;
    const kinds = await prisma.assignment.groupBy({ by: ['tier', 'kind'], _count: true });
    const counts = kinds.map(({ tier, kind, _count }) => `${tier} ${kind} ${_count}`);
    expect(counts.toSorted()).toEqual(['district appointed 144', 'township attached 111']);
    expect(await prisma.assignment.findFirst()).toMatchObject({
      startsOn: new Date('2015-06-01T00:00:00Z'),
      endsOn: new Date('2017-05-31T00:00:00Z'),
      documentNumber: decision.documentNumber,
    });
  });

  test('it is one entry of the log, with every assignment', async () => {
    const { prisma } = office.db;
    const entry = await prisma.auditEntry.findFirstOrThrow({ where: { action: 'plan.publish' } });
    expect(entry.params).toMatchObject({ assignments: 255, districtUnits: 73, townships: 10 });
    expect(await prisma.auditChange.count({ where: { seq: entry.seq } })).toBe(256);
  });

  test('it is not issued again, nor changed, nor is another plan over it', async () => {
    const planner = office.as('planner');
    const { version, places } = await readPlan(office, planId);
    const again = await planner.post(`/api/plans/${planId}/publish`, { version });
    expect(again.body).toMatchObject({ status: 409, code: 'alreadyDone' });
    const moves = [{ placeId: places[0]?.id, cadreId: null }];
    const edit = await planner.post(`/api/plans/${planId}/moves`, { moves, version });
    expect(edit.body).toMatchObject({ status: 409, code: 'alreadyDone' });
    const other = await newPlan(office);
    const over = await planner.post(`/api/plans/${other.id}/publish`, { version: other.version });
    expect(over.body).toMatchObject({ status: 409, code: 'alreadyDone' });
    expect(over.body.detail).toContain('方案一');
  });

  test('a plan made afterwards is charged for every post that it would change', async () => {
    const other = await newPlan(office);
    const solved = await solve(office, other.id);
    const issued = await readPlan(office, planId);
    expect(solved.places.map(({ villageId, post, cadreId }) => [villageId, post, cadreId])).toEqual(
      expect.arrayContaining(
        issued.places.map(({ villageId, post, cadreId }) => [villageId, post, cadreId]),
      ),
    );
  });
});

describe('what stops an issue', () => {
  let office: TestApp;
  beforeEach(async () => {
    office = await startTestApp('planned');
    return () => office.close();
  });

  const post = async (path: string, planId: string, body: object, as = 'planner') =>
    (await office.as(as).post(`/api/plans/${planId}/${path}`, body)).body;

  test('a decision dated before the batch or after today, and a step after the decision', async () => {
    const { id, version } = await onlyPlan(office);
    const earlierSteps = [{ kind: 'consultation', date: '2015-04-20', note: '征求单位意见' }];
    const before = { ...decision, date: '2015-04-01', earlierSteps, version };
    expect((await post('approval', id, before)).errors).toMatchObject([
      { path: 'date', code: 'dateBeforeBatch' },
      { path: 'earlierSteps.0.date', code: 'stepAfterDecision' },
    ]);
    const after = { ...decision, date: '2015-05-20', version };
    expect((await post('approval', id, after)).errors).toMatchObject([{ code: 'dateInFuture' }]);
  });

  test('no approval, no confirmation, the same person twice', async () => {
    const plan = await onlyPlan(office);
    const version = { version: plan.version };
    expect((await post('publish', plan.id, version)).errors).toMatchObject([
      { code: 'notApproved' },
    ]);
    expect((await post('confirm', plan.id, version, 'office')).errors).toMatchObject([
      { code: 'notApproved' },
    ]);
    const approved = await approve(office, plan);
    const { prisma } = office.db;
    const planner = await prisma.user.findUniqueOrThrow({ where: { username: 'planner' } });
    await prisma.userRole.create({ data: { userId: planner.id, role: 'office' } });
    const own = await post('confirm', plan.id, { version: approved.version });
    expect(own).toMatchObject({ status: 422, errors: [{ code: 'samePerson' }] });
    expect((await post('publish', plan.id, { version: approved.version })).errors).toMatchObject([
      { code: 'notConfirmed', remedy: expect.stringContaining('选派办') },
    ]);
  });

  test('the database itself refuses one person for both steps', async () => {
    const { id } = await approve(office, await onlyPlan(office));
    const itself = office.db.pool.query(
      'UPDATE plan SET confirmed_by_id = approved_by_id WHERE id = $1',
      [id],
    );
    await expect(itself).rejects.toThrow('plan_two_people');
  });

  test('a nominee who turns out to be no full member after the confirmation (D5)', async () => {
    const { id, version, places } = await confirm(
      office,
      await approve(office, await onlyPlan(office)),
    );
    await office.db.pool.query(
      "UPDATE cadre SET joined_on = '2015-01-01', full_member_on = NULL WHERE id = $1",
      [places[0]?.cadreId],
    );
    expect(await post('publish', id, { version })).toMatchObject({
      status: 422,
      errors: [{ path: `places.${places[0]?.id}`, code: 'notEligible', basis: { kind: 'notice' } }],
    });
    expect(await office.db.prisma.assignment.count()).toBe(0);
  });

  test('a village whose tier was changed after the confirmation (D3)', async () => {
    const plan = await confirm(office, await approve(office, await onlyPlan(office)));
    const village = plan.villages.find(({ tier }) => tier === 'township');
    await office.db.pool.query(
      "UPDATE batch_village SET tier_override = 'district', tier_reason = '试' WHERE village_id = $1",
      [village?.villageId],
    );
    expect(await post('publish', plan.id, { version: plan.version })).toMatchObject({
      status: 422,
      errors: [{ code: 'placesOutdated', path: `villages.${village?.villageId}` }],
    });
    const renewed = await solve(office, plan.id);
    expect(renewed.places).toHaveLength(256);
    expect(renewed.status).toBe('draft');
  });

  test('somebody who holds another post in these days', async () => {
    const plan = await confirm(office, await approve(office, await onlyPlan(office)));
    const [place] = plan.places;
    const { prisma } = office.db;
    const earlier = await prisma.batch.create({
      data: {
        name: '第一批',
        date: new Date('2013-04-01T00:00:00Z'),
        startsOn: new Date('2013-06-01T00:00:00Z'),
        endsOn: new Date('2015-06-30T00:00:00Z'),
      },
    });
    await prisma.assignment.create({
      data: {
        batchId: earlier.id,
        cadreId: place?.cadreId ?? '',
        villageId: place?.villageId ?? '',
        tier: 'district',
        post: 'firstSecretary',
        kind: 'appointed',
        startsOn: earlier.startsOn,
        endsOn: earlier.endsOn,
        documentNumber: '河组发〔2013〕9号',
      },
    });
    expect(await post('publish', plan.id, { version: plan.version })).toMatchObject({
      status: 409,
      errors: [{ path: `places.${place?.id}`, code: 'holdsAnotherPost' }],
    });
  });

  test('two who issue at once: one succeeds, the other is told', async () => {
    const { id, version } = await confirm(office, await approve(office, await onlyPlan(office)));
    const both = await Promise.all([
      office.as('planner').post(`/api/plans/${id}/publish`, { version }),
      office.as('planner').post(`/api/plans/${id}/publish`, { version }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('alreadyDone');
    expect(await office.db.prisma.assignment.count()).toBe(255);
  });

  test('an edit after the confirmation voids it, and the log says so', async () => {
    const plan = await confirm(office, await approve(office, await onlyPlan(office)));
    const deputy = plan.places.find(({ post }) => post === 'deputySecretary');
    const moves = [{ placeId: deputy?.id, cadreId: null }];
    await post('moves', plan.id, { moves, version: plan.version });
    const edited = await readPlan(office, plan.id);
    expect(edited).toMatchObject({ status: 'draft', approval: null, documentNumber: null });
    const stale = await post('publish', plan.id, { version: plan.version });
    expect(stale).toMatchObject({ status: 409, code: 'staleVersion' });
    expect(stale.changes).toContainEqual(
      expect.objectContaining({ path: 'status', was: 'confirmed', is: 'draft', by: '王晓东' }),
    );
  });

  test('an empty deputy’s place without a reason; with one, 254 are issued', async () => {
    const plan = await onlyPlan(office);
    const deputy = plan.places.find((place) => place.post === 'deputySecretary');
    const moves = [{ placeId: deputy?.id, cadreId: null }];
    await post('moves', plan.id, { moves, version: plan.version });
    const cleared = await readPlan(office, plan.id);
    const refused = await post('approval', plan.id, { ...decision, version: cleared.version });
    expect(refused.errors).toMatchObject([{ code: 'deputyMissing' }]);
    const reason = '本人援疆，暂缺';
    const path = `places/${deputy?.id}/empty-reason`;
    await post(path, plan.id, { reason, version: cleared.version });
    const approved = await approve(office, await readPlan(office, plan.id));
    await publish(office, await confirm(office, approved));
    expect(await office.db.prisma.assignment.count()).toBe(254);
  });

  test('a policy without a second person lets the approved plan out', async () => {
    await office.db.prisma.policyParameter.create({
      data: {
        batchId: await batchIdOf(office),
        key: 'issue.secondPerson',
        effectiveFrom: new Date('2015-04-24T00:00:00Z'),
        value: false,
        basisKind: 'local',
        basisSource: '试',
        setBy: '王晓东',
      },
    });
    const approved = await approve(office, await onlyPlan(office));
    expect(approved.needsConfirmation).toBe(false);
    expect((await publish(office, approved)).status).toBe('issued');
  });
});
