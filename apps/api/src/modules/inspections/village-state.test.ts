import type { Inspection } from '@xuanpai/contracts/inspections';
import type { Leader } from '@xuanpai/contracts/leader-links';
import type { VillageState } from '@xuanpai/contracts/village-state';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, startTestApp, type TestApp } from '../../testing.ts';
import { accepted } from '../../testing-plans.ts';

let office: TestApp;
let own: string;
let other: string;
let foreign: string;
let foreignName: string;

beforeAll(async () => {
  office = await startTestApp('demo', day('2015-07-15'));
  const of = (name: string) =>
    office.db.prisma.village.findMany({
      where: { township: { name } },
      orderBy: { code: 'asc' },
      select: { id: true, name: true },
    });
  const villages = await of('郑旺镇');
  [own, other] = [villages[0]?.id ?? '', villages[1]?.id ?? ''];
  const [village] = await of('朝阳街道');
  [foreign, foreignName] = [village?.id ?? '', village?.name ?? ''];
});
afterAll(() => office.close());

const codesOf = (reply: { body: { errors: { code: string }[] } }) =>
  reply.body.errors.map(({ code }) => code);
const path = (rest: string) => `/api/inspections/${rest}`;
const post = (who: string, rest: string, body: object) => office.as(who).post(path(rest), body);
const patch = (who: string, rest: string, body: object) => office.as(who).patch(path(rest), body);
const state = async (village: string, who = 'officer'): Promise<VillageState> =>
  accepted(await office.as(who).get(path(`villages/${village}/state`))).body;
const tasks = async (who: string) =>
  (await office.as(who).get('/api/home')).body.tasks.map(({ code }: { code: string }) => code);

test('who sits and who sat, one secretary at a time', async () => {
  const seat = (more: object, who = 'officer') =>
    post(who, `villages/${own}/holders`, {
      ...{ seat: 'secretary', name: '孙书记', startsOn: '2012-03-01', ...more },
    });
  const [first] = (accepted(await seat({})).body as VillageState).holders;
  expect((await seat({ name: '李书记', startsOn: '2015-07-01' })).status).toBe(409);
  const left = { endsOn: '2015-06-30', version: first?.version };
  expect((await patch('officer', `village-holders/${first?.id}`, left)).status).toBe(200);
  expect((await patch('officer', `village-holders/${first?.id}`, left)).body.code).toBe(
    'staleVersion',
  );
  accepted(await seat({ name: '李书记', startsOn: '2015-07-01' }));
  accepted(await seat({ seat: 'partyMember', name: '周委员' }));
  accepted(await seat({ seat: 'partyMember', name: '吴委员' }));
  expect((await state(own)).holders.map(({ name }) => name)).toEqual([
    ...['李书记', '周委员', '吴委员', '孙书记'],
  ]);
  expect(codesOf(await seat({ endsOn: '2012-02-01' }))).toEqual(['periodReversed']);
  for (const who of ['head', 'inspector', 'office', 'liaison', 'leader']) {
    expect((await seat({}, who)).status, who).toBe(403);
  }
  expect((await seat({}, 'officer2')).status).toBe(404);
  expect((await state(own, 'leader')).editable).toBe(false);
});

test('a re-election is told of before it is due, until it is held', async () => {
  const due = (body: string, dueOn: string) =>
    post('officer', `villages/${other}/elections`, { body, dueOn });
  accepted(await due('party', '2015-09-14'));
  expect(await tasks('officer')).not.toContain('holdElections');
  accepted(await due('villagers', '2015-09-13'));
  expect(await tasks('officer')).toContain('holdElections');
  expect(await tasks('planner')).toContain('holdElections');
  for (const who of ['officer2', 'inspector', 'head']) {
    expect(await tasks(who)).not.toContain('holdElections');
  }
  expect((await due('party', '2016-01-01')).status).toBe(409);
  const list = (await office.as('officer').get(path('elections'))).body;
  expect(list.items.map(({ body }: { body: string }) => body)).toEqual(['villagers', 'party']);
  expect((await office.as('officer2').get(path('elections'))).body.items).toEqual([]);
  const election = list.items[0];
  const held = (heldOn: string) =>
    patch('officer', `village-elections/${election.id}`, {
      heldOn,
      result: '全部当选',
      version: 1,
    });
  expect(codesOf(await held('2015-07-16'))).toEqual(['ahead']);
  accepted(await held('2015-07-10'));
  expect(await tasks('officer')).not.toContain('holdElections');
});

test('weak and lax once at a time, turned round by the district with a document', async () => {
  const designate = () =>
    post('officer', `villages/${own}/weak-lax`, {
      ...{ designatedOn: '2015-05-01', document: '河组发〔2015〕20号', reason: '班子不团结' },
    });
  const [open] = (accepted(await designate()).body as VillageState).weakLax;
  expect((await designate()).status).toBe(409);
  const turn = (who: string, turnedOn: string) =>
    post(who, `weak-lax/${open?.id}/turn-round`, {
      ...{ turnedOn, turnedDocument: '河组发〔2015〕41号', version: 1 },
    });
  expect((await turn('officer', '2015-07-10')).status).toBe(403);
  expect(codesOf(await turn('planner', '2015-04-30'))).toEqual(['periodReversed']);
  const turned: VillageState = accepted(await turn('planner', '2015-07-10')).body;
  expect(turned.weakLax).toMatchObject([{ turnedOn: '2015-07-10' }]);
  expect((await turn('planner', '2015-07-10')).status).toBe(409);
  expect((await designate()).status).toBe(201);

  // Entered by mistake: taken back with a reason, which the log keeps; never without one.
  const back = (who: string, record: string, reason = '重复登记', version = 1) =>
    post(who, `village-records/${record}/withdraw`, { reason, version });
  const { body: state } = await office.as('officer').get(path(`villages/${own}/state`));
  const again = (state as VillageState).weakLax.find(({ turnedOn }) => turnedOn === null);
  expect((await back('officer', `weakLax/${again?.id}`, ' ')).status).toBe(400);
  expect((await back('officer', `weakLax/${open?.id}`, '写错', 2)).status).toBe(404);
  expect((await back('officer', `weakLax/${again?.id}`, '写错', 9)).status).toBe(409);
  const left: VillageState = accepted(await back('officer', `weakLax/${again?.id}`)).body;
  expect(left.weakLax).toMatchObject([{ id: open?.id, turnedOn: '2015-07-10' }]);
  expect(accepted(await back('planner', `weakLax/${open?.id}`, '写错', 2)).body.weakLax).toEqual(
    [],
  );
});

test('a leader visits linked villages, and questions are answered in time', async () => {
  const enter = { name: '赵区长', position: '副区长', username: 'leader' };
  const leader: Leader = accepted(await post('planner', 'leaders', enter)).body;
  expect(codesOf(await post('planner', 'leaders', { ...enter, username: 'officer' }))).toEqual([
    'unknownUser',
  ]);
  const link = (villageId: string, more: object = {}) =>
    post('office', `leaders/${leader.id}/links`, { villageId, startsOn: '2015-06-01', ...more });
  const linked: Leader = accepted(await link(foreign, { intervalDays: 30 })).body;
  expect(linked.links).toMatchObject([{ dueOn: '2015-07-01', daysLeft: -14, visits: 0 }]);
  expect((await link(foreign)).status).toBe(409);
  const second: Leader = accepted(await link(own)).body;
  expect(second.links.find(({ villageId }) => villageId === own)?.intervalDays).toBe(60);
  for (const who of ['leader', 'planner', 'office']) {
    expect(await tasks(who), who).toContain('visitVillages');
  }
  expect(await tasks('inspector')).not.toContain('visitVillages');

  const visit = (who: string, id = leader.id) =>
    post(who, `leaders/${id}/visits`, {
      ...{ villageId: foreign, day: '2015-07-05', summary: '了解产业园进展' },
      questions: [{ text: '灌溉渠何时修好', deadline: '2015-07-10', responsible: 'township' }],
    });
  const { id: another } = accepted(
    await post('planner', 'leaders', { name: '钱部长', position: '组织部长' }),
  ).body;
  expect((await visit('leader', another)).status).toBe(404);
  expect((await visit('officer')).status).toBe(403);
  const inspection: Inspection = accepted(await visit('leader')).body;
  expect(inspection).toMatchObject({ kind: 'leaderVisit', findings: { open: 1 } });
  expect(await tasks('leader')).not.toContain('visitVillages');
  expect(await tasks('officer2')).toContain('rectifyFindings');
  const list = (await office.as('leader').get(path('leaders'))).body;
  expect(list).toMatchObject({ overdueVisits: 0, overdueAnswers: 1 });
  expect(list.items[0]).toMatchObject({ own: true, username: 'leader' });
  expect(list.items[0].links[0]).toMatchObject({
    ...{ villageName: foreignName, lastVisitOn: '2015-07-05', dueOn: '2015-08-04' },
    ...{ visits: 1, questions: 1, overdueAnswers: 1 },
  });
  const ended = { endsOn: '2015-07-14', version: 1 };
  const after: Leader = accepted(
    await patch('planner', `leader-links/${list.items[0].links[0].id}`, ended),
  ).body;
  expect(after.links.find(({ villageId }) => villageId === foreign)?.dueOn).toBeNull();
});
