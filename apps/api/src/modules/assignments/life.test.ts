import type { Assignment } from '@xuanpai/contracts/assignments';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../../testing.ts';
import { accepted } from '../../testing-plans.ts';
import { idNumberOf } from '../../testing-registers.ts';
import { addReserve, change, firstOf, type Life, startLife } from './testing-life.ts';

let life: Life;
let lead: Assignment;
let deputy: Assignment;
let township: Assignment;
beforeAll(async () => {
  life = await startLife('2016-03-10');
  const posts = await life.postsOf('tier=district');
  lead = firstOf(posts, ({ post }) => post === 'firstSecretary');
  deputy = firstOf(
    posts,
    ({ post, villageId }) => post === 'deputySecretary' && villageId !== lead.villageId,
  );
  township = firstOf(await life.postsOf('tier=township'), () => true);
});
afterAll(() => life.office.close());

const vacant = async (query = '') =>
  accepted(await life.office.as('planner').get(`/api/batches/${life.batchId}/vacancies?${query}`))
    .body;

describe('a cadre is called back and another one sent', () => {
  let reserve: string;

  test('called back: nobody is there from that day, and the days before stay covered', async () => {
    const reply = accepted(await life.act(lead.id, 'withdraw', change('2016-03-15')));
    expect(reply.body.assignment).toMatchObject({ endsOn: '2016-03-14', leftBy: 'withdrawn' });
    expect(await life.coveredOn('2016-03-14')).toBe(189);
    expect(await life.coveredOn('2016-03-15')).toBe(188);
    expect(await life.postsOf('on=2016-03-15')).not.toContainEqual(
      expect.objectContaining({ id: lead.id }),
    );
    const { leaderless, leaderlessDays } = await vacant('to=2016-03-31');
    expect(leaderless).toEqual([
      { villageId: lead.villageId, villageName: lead.villageName, days: 17, now: true },
    ]);
    expect(leaderlessDays).toBe(17);
  });

  test('it can’t be done twice, nor can a post that was left be extended', async () => {
    for (const [act, body] of [
      ['withdraw', change('2016-03-12')],
      ['extend', { until: '2017-12-31', documentNumber: '1', reason: '未完成' }],
    ] as const) {
      const reply = await life.act(lead.id, act, body);
      expect(reply.status).toBe(422);
      expect(reply.body.errors[0]).toMatchObject({ code: 'notOpen' });
    }
  });

  test('the same unit’s people are suggested first, with the points of the plan’s rules', async () => {
    reserve = await addReserve(life, lead.unitId, { name: '接任者' });
    const { unitId } = deputy;
    await addReserve(life, unitId, { name: '别单位' });
    const path = `/api/assignments/${lead.id}/successors?on=2016-04-01`;
    const { items } = accepted(await life.office.as('planner').get(path)).body;
    expect(items[0]).toMatchObject({ cadreId: reserve, sameUnit: true, named: false, whyNot: [] });
    expect(items[0].score).toBeGreaterThan(0);
    const found = accepted(await life.office.as('planner').get(`${path}&q=bdw`)).body.items;
    expect(found.map(({ name }: { name: string }) => name)).toEqual(['别单位']);
  });

  test('the suggested one takes the post, is named in the same act, and the gap has an end', async () => {
    const body = { ...change('2016-04-01'), cadreId: reserve };
    const reply = accepted(await life.act(lead.id, 'replace', body));
    const made = reply.body.events.at(-1).made;
    expect(made).toMatchObject({ cadreName: '接任者', startsOn: '2016-04-01', post: lead.post });
    const successor = (await life.history(made.assignmentId)).assignment;
    expect(successor).toMatchObject({
      cameBy: 'replaced',
      endsOn: '2017-05-31',
      kind: 'appointed',
    });
    const named = await life.office.db.prisma.nomination.findFirst({ where: { cadreId: reserve } });
    expect(named).toMatchObject({ state: 'active', tier: 'district' });
    expect(await life.coveredOn('2016-03-31')).toBe(188);
    expect(await life.coveredOn('2016-04-01')).toBe(189);
    expect((await vacant('to=2016-04-30')).items).toMatchObject([
      { from: '2016-03-15', to: '2016-03-31', days: 17, open: false, after: { cadreId: reserve } },
    ]);
  });

  test('the call back can’t be undone while somebody else is there', async () => {
    const { events, assignment } = await life.history(lead.id);
    const first = events[0];
    expect(first?.undoBlocked).toContain('先撤销');
    const path = `/api/assignments/${lead.id}/events/${first?.id}/undo`;
    const reply = await life.office.as('planner').post(path, { version: assignment.version });
    expect(reply.status).toBe(422);
    expect(reply.body.errors[0].message).toContain('调整人选');
  });

  test('undone from the end, everything is as before', async () => {
    accepted(await life.undoLast(lead.id));
    expect(await life.coveredOn('2016-04-01')).toBe(188);
    const named = await life.office.db.prisma.nomination.findFirst({ where: { cadreId: reserve } });
    expect(named?.state).toBe('withdrawn');
    accepted(await life.undoLast(lead.id));
    const { assignment, events } = await life.history(lead.id);
    expect(assignment).toMatchObject({ endsOn: '2017-05-31', leftBy: null });
    expect(events.every(({ undoneBy }) => undoneBy !== null)).toBe(true);
    expect(await life.coveredOn('2016-03-20')).toBe(189);
    expect((await vacant('to=2016-04-30')).total).toBe(0);
  });

  test('without a vacancy the other one follows the day after', async () => {
    const body = { ...change('2016-03-20'), cadreId: reserve };
    accepted(await life.act(lead.id, 'replace', body));
    expect((await life.history(lead.id)).assignment.endsOn).toBe('2016-03-19');
    expect(await life.coveredOn('2016-03-20')).toBe(189);
    accepted(await life.undoLast(lead.id));
  });
});

describe('what stands against a successor is said at once', () => {
  test('of the other tier (D1), and of another township (D7)', async () => {
    const body = change('2016-04-01');
    const wrong = await life.act(lead.id, 'replace', { ...body, cadreId: township.cadreId });
    expect(wrong.status).toBe(422);
    const codes = wrong.body.errors.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(['wrongTier', 'holdsAnotherPost']);
    const other = await life.office.db.prisma.unit.findFirstOrThrow({
      where: { kind: 'townshipOffice', townshipId: { not: township.townshipId } },
    });
    const stranger = await addReserve(life, other.id, { name: '外镇' });
    const away = await life.act(township.id, 'replace', { ...body, cadreId: stranger });
    expect(away.body.errors[0]).toMatchObject({
      code: 'outsideTownship',
      basis: { kind: 'reading' },
    });
  });

  test('not yet a full member on that day (D5): corrected or another one, never waived', async () => {
    const young = await addReserve(life, lead.unitId, {
      name: '新党员',
      joinedOn: day('2015-09-01'),
    });
    const reply = await life.act(lead.id, 'replace', { ...change('2016-04-01'), cadreId: young });
    expect(reply.status).toBe(422);
    expect(reply.body.errors[0]).toMatchObject({ path: 'cadreId', code: 'notYetFullMember' });
    expect(reply.body.errors[0].remedy).toContain('查档更正');
    const later = { ...change('2016-09-01'), cadreId: young };
    accepted(await life.act(lead.id, 'replace', later));
    accepted(await life.undoLast(lead.id));
  });

  test('a lagging village takes a member of the leading body (D4)', async () => {
    const { prisma } = life.office.db;
    const lagging = await prisma.assignment.findFirstOrThrow({
      where: {
        tier: 'township',
        village: { batches: { some: { kinds: { has: 'lagging' } } } },
      },
      include: { cadre: true },
    });
    const plain = await addReserve(life, lagging.cadre.unitId, { name: '一般干部', rank: 'clerk' });
    const body = { ...change('2016-04-01'), cadreId: plain };
    const reply = await life.act(lagging.id, 'replace', { ...body, category: 'officeCadre' });
    expect(reply.body.errors).toMatchObject([{ code: 'laggingNeedsLeadingBody' }]);
  });

  test('kin in the village’s committees, or beside them (E8), stay apart', async () => {
    const { prisma } = life.office.db;
    const kin = await addReserve(life, lead.unitId, { name: '有亲属' });
    const facts = { batchId: life.batchId, cadreId: kin, unitId: lead.unitId };
    const { id } = await prisma.nomination.create({
      data: { ...facts, tier: 'district', category: 'sectionCadre' },
    });
    const there = await life.postsOf(`villageIds=${lead.villageId}&on=2016-03-10`);
    const beside = firstOf(there, ({ post }) => post === 'deputySecretary');
    const declared = { nominationId: id, cadreId: kin, relation: 'direct' as const };
    const by = { declaredById: id, declaredByName: '某' };
    await prisma.nominationRelative.createMany({
      data: [
        { ...declared, ...by, villageId: lead.villageId },
        { ...declared, ...by, otherCadreId: beside.cadreId },
      ],
    });
    const reply = await life.act(lead.id, 'replace', { ...change('2016-04-01'), cadreId: kin });
    expect(reply.status).toBe(422);
    const codes = reply.body.errors.map(({ code }: { code: string }) => code).sort();
    expect(codes).toEqual(['relativeInVillage', 'relativesTogether']);
  });

  test('an age over the limit wants a reason', async () => {
    const old = await addReserve(life, township.unitId, {
      name: '年长者',
      rank: 'clerk',
      idNumber: idNumberOf('1965-05-06'),
    });
    const body = { ...change('2016-04-01'), cadreId: old, category: 'officeCadre' };
    const kinds = await life.office.db.prisma.batchVillage.findFirst({
      where: { villageId: township.villageId },
    });
    const fit = kinds?.kinds.includes('lagging')
      ? firstOf(
          await life.postsOf(`townshipIds=${township.townshipId}&tier=township`),
          ({ villageId }) => villageId !== township.villageId,
        )
      : township;
    const asked = await life.act(fit.id, 'replace', body);
    expect(asked.body.errors).toMatchObject([{ path: 'ageReason', code: 'overAge' }]);
    accepted(await life.act(fit.id, 'replace', { ...body, ageReason: '经部务会研究同意' }));
    accepted(await life.undoLast(fit.id));
  });
});

describe('villages are exchanged', () => {
  test('each has the other’s post from that day; one act, undone as one', async () => {
    const leads = (await life.postsOf('tier=district&post=firstSecretary')).filter(
      ({ id }) => id !== lead.id,
    );
    const [one, other] = leads;
    if (!one || !other) throw new Error('too few posts');
    const body = { ...change('2016-04-01'), withId: other.id, withVersion: other.version };
    accepted(await life.act(one.id, 'exchange', body));
    const there = await life.postsOf('on=2016-04-01&tier=district');
    const villageOf = (cadreId: string) =>
      there.find((post) => post.cadreId === cadreId)?.villageName;
    expect(villageOf(one.cadreId)).toBe(other.villageName);
    expect(villageOf(other.cadreId)).toBe(one.villageName);
    expect(there).toHaveLength(144);
    const made = (await life.history(other.id)).events.at(-1)?.made?.assignmentId ?? '';
    // From any of the four posts.
    accepted(await life.undoLast(made));
    expect((await life.history(one.id)).assignment).toMatchObject({ endsOn: '2017-05-31' });
    const back = await life.postsOf('on=2016-04-01&tier=district');
    expect(back.find((post) => post.cadreId === one.cadreId)?.villageName).toBe(one.villageName);
  });

  test('not between tiers', async () => {
    const { version } = (await life.history(township.id)).assignment;
    const body = { ...change('2016-04-01'), withId: township.id, withVersion: version };
    const reply = await life.act(deputy.id, 'exchange', body);
    expect(reply.body.errors).toMatchObject([{ path: 'withId', code: 'wrongTier' }]);
  });
});
