import type { Assignment } from '@xuanpai/contracts/assignments';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accepted } from '../../testing-plans.ts';
import { change, firstOf, type Life, startLife } from './testing-life.ts';

let life: Life;
let ofZhengwang: Assignment[];
let ofChaoyang: Assignment;
beforeAll(async () => {
  life = await startLife('2017-03-05');
  const all = [...(await life.postsOf('')), ...(await life.postsOf('page=2'))];
  ofZhengwang = all.filter(({ townshipName }) => townshipName === '郑旺镇');
  ofChaoyang = firstOf(all, ({ townshipName }) => townshipName === '朝阳街道');
});
afterAll(() => life.office.close());

const seen = (posts: readonly Assignment[]) => posts.map(({ id, version }) => ({ id, version }));
const paper = { date: '2015-06-02', documentNumber: '郑委发〔2015〕9号' };

describe('what a township records', () => {
  test('one document for all of its 40 at once, and each can be undone alone', async () => {
    const body = { assignments: seen(ofZhengwang), ...paper };
    const officer = life.office.as('officer');
    const reply = accepted(await officer.post('/api/assignments/appointment', body));
    expect(reply.body).toEqual({ recorded: 40 });
    const township = ofZhengwang[0]?.townshipId;
    const posts = await life.postsOf(`townshipIds=${township}`);
    expect(new Set(posts.map(({ appointmentNumber }) => appointmentNumber))).toEqual(
      new Set([paper.documentNumber]),
    );
    expect(await life.postsOf(`townshipIds=${township}&missing=appointment`)).toEqual([]);
    accepted(await life.undoLast(posts[0]?.id ?? '', 'officer'));
    expect(await life.postsOf(`townshipIds=${township}&missing=appointment`)).toHaveLength(1);
  });

  test('twice is refused, and nothing of the batch is written', async () => {
    const posts = await life.postsOf(`townshipIds=${ofZhengwang[0]?.townshipId}`);
    const body = { assignments: seen(posts), ...paper };
    const reply = await life.office.as('head').post('/api/assignments/appointment', body);
    expect(reply.status).toBe(422);
    expect(reply.body.errors).toHaveLength(39);
  });

  test('not for another township’s people, nor beside own ones', async () => {
    const [own] = await life.postsOf(`townshipIds=${ofZhengwang[0]?.townshipId}&missing=report`);
    if (!own) throw new Error('no post');
    const body = { assignments: seen([own, ofChaoyang]), date: '2015-06-01' };
    expect((await life.office.as('officer').post('/api/assignments/report', body)).status).toBe(
      404,
    );
    expect((await life.history(own.id)).assignment.reportedOn).toBeNull();
    expect(
      (await life.act(ofChaoyang.id, 'report', { date: '2015-06-01' }, 'officer2')).status,
    ).toBe(200);
  });

  test.each(['office', 'inspector', 'leader', 'liaison'])(
    '%s reads and records nothing',
    async (who) => {
      const reply = await life.act(
        ofChaoyang.id,
        'membership',
        {
          ...{ direction: 'transferred', date: '2015-06-10', documentNumber: '1' },
        },
        who,
      );
      expect(reply.status).toBe(403);
    },
  );

  test('an officer changes no posts and undoes no change', async () => {
    const [post] = await life.postsOf(`townshipIds=${ofZhengwang[0]?.townshipId}&tier=district`);
    if (!post) throw new Error('no post');
    expect((await life.act(post.id, 'withdraw', change('2017-04-01'), 'officer')).status).toBe(403);
    accepted(await life.act(post.id, 'withdraw', change('2017-04-01')));
    expect((await life.undoLast(post.id, 'officer')).status).toBe(403);
    const seenByOfficer = await life.office.as('officer').get(`/api/assignments/${post.id}/events`);
    expect(seenByOfficer.body.events.at(-1).undoBlocked).toContain('角色');
    accepted(await life.undoLast(post.id));
  });

  test('an arrival in the term, not in the future; the membership of district cadres alone', async () => {
    const [post] = await life.postsOf(`townshipIds=${ofZhengwang[0]?.townshipId}&tier=district`);
    const [township] = await life.postsOf('tier=township');
    if (!post || !township) throw new Error('no post');
    const early = await life.act(post.id, 'report', { date: '2015-05-30' });
    expect(early.body.errors).toMatchObject([{ path: 'date', code: 'outsideTerm' }]);
    const future = await life.act(post.id, 'report', { date: '2017-03-06' });
    expect(future.body.errors).toMatchObject([{ path: 'date', code: 'dateInFuture' }]);
    const moved = { direction: 'transferred', date: '2015-06-10', documentNumber: '回执12' };
    expect((await life.act(township.id, 'membership', moved)).status).toBe(422);
    const back = { direction: 'returned', date: '2015-06-09', documentNumber: '回执13' };
    expect((await life.act(post.id, 'membership', back)).body.errors[0].code).toBe('notOpen');
    accepted(await life.act(post.id, 'membership', moved));
    const before = await life.act(post.id, 'membership', back);
    expect(before.body.errors).toMatchObject([{ code: 'beforeTransfer' }]);
    accepted(await life.act(post.id, 'membership', { ...back, date: '2017-03-01' }));
    const { events } = await life.history(post.id);
    const transfer = events.find(({ kind }) => kind === 'membershipTransferred');
    expect(transfer?.undoBlocked).toContain('先撤销');
    accepted(await life.undoLast(post.id));
    accepted(await life.undoLast(post.id));
  });

  test('whoever reported for duty leaves after that day', async () => {
    const [post] = await life.postsOf('tier=district&post=deputySecretary');
    if (!post) throw new Error('no post');
    accepted(await life.act(post.id, 'report', { date: '2015-06-03' }));
    const body = { ...change('2015-06-02'), lateReason: '补录' };
    const reply = await life.act(post.id, 'withdraw', body);
    expect(reply.body.errors).toMatchObject([{ path: 'from', code: 'reportedLater' }]);
  });
});

describe('warnings', () => {
  const warnings = async (on: string, who = 'planner') =>
    accepted(await life.office.as(who).get(`/api/batches/${life.batchId}/warnings?on=${on}`)).body;

  test('terms from 90 days before their end, late ones with less than none', async () => {
    expect((await warnings('2017-03-01')).endingSoon).toHaveLength(0);
    const soon = await warnings('2017-03-02');
    expect(soon.endingSoon).toHaveLength(255);
    expect(soon.endingSoon[0]).toMatchObject({ endsOn: '2017-05-31', daysLeft: 90 });
    expect((await warnings('2017-06-03')).endingSoon[0].daysLeft).toBe(-3);
    expect((await warnings('2017-03-02', 'officer')).endingSoon).toHaveLength(40);
  });

  test('many ends of terms are recorded at once and leave the list', async () => {
    const { endingSoon } = await warnings('2017-03-05');
    const assignments = endingSoon.map((one: { assignmentId: string; version: number }) => ({
      id: one.assignmentId,
      version: one.version,
    }));
    const body = { assignments, date: '2017-03-05', documentNumber: '河组发〔2017〕11号' };
    const reply = accepted(await life.office.as('planner').post('/api/assignments/end', body));
    expect(reply.body.recorded).toBe(255);
    expect((await warnings('2017-03-05')).endingSoon).toEqual([]);
    for (const { id } of assignments.slice(0, 3)) accepted(await life.undoLast(id));
    expect((await warnings('2017-03-05')).endingSoon).toHaveLength(3);
  });

  test('posts vacant for more than 30 days; people in two batches; all of it as a workbook', async () => {
    const { endingSoon } = await warnings('2017-03-05');
    const { assignmentId, cadreName, villageName } = endingSoon[0];
    accepted(await life.act(assignmentId, 'withdraw', change('2017-03-10')));
    expect((await warnings('2017-04-08')).vacant).toEqual([]);
    expect((await warnings('2017-04-09')).vacant).toMatchObject([
      { villageName, from: '2017-03-10', days: 31, open: true, before: { cadreName } },
    ]);
    const { prisma } = life.office.db;
    const third = await prisma.batch.create({
      data: {
        name: '第三批 2017–2019',
        date: new Date('2017-04-24T00:00:00Z'),
        startsOn: new Date('2017-06-01T00:00:00Z'),
        endsOn: new Date('2019-05-31T00:00:00Z'),
      },
    });
    const { cadreId, cadre } = await prisma.assignment.findUniqueOrThrow({
      where: { id: assignmentId },
      include: { cadre: true },
    });
    const facts = { tier: 'district', category: 'sectionCadre' } as const;
    const named = await prisma.nomination.findFirstOrThrow({ where: { cadreId } });
    await prisma.nomination.create({
      data: {
        batchId: third.id,
        cadreId,
        unitId: cadre.unitId,
        ...facts,
        ...{ tier: named.tier, category: named.category },
      },
    });
    const { inSeveralBatches } = await warnings('2017-04-09');
    expect(inSeveralBatches).toMatchObject([
      { cadreId, batches: [{ villageName }, { name: '第三批 2017–2019', villageName: null }] },
    ]);
    const path = `/api/batches/${life.batchId}/warnings.xlsx?on=2017-04-09`;
    const file = await life.office.as('planner').download(path);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file.raw as unknown as Parameters<typeof workbook.xlsx.load>[0]);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['任期届满', '空岗', '两个批次']);
    expect(workbook.worksheets[1]?.getRow(4).getCell(3).text).toBe(villageName);
  });

  test('they wait on the workbench of whoever acts', async () => {
    const home = async (who: string) =>
      accepted(await life.office.as(who).get(`/api/home?batchId=${life.batchId}`)).body.tasks.map(
        ({ code }: { code: string }) => code,
      );
    expect(await home('planner')).toEqual(expect.arrayContaining(['endTerms', 'checkBatches']));
    expect(await home('officer')).toContain('recordReports');
    expect(await home('leader')).not.toContain('endTerms');
  });
});
