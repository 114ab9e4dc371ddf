import type { ProjectDetail } from '@xuanpai/contracts/projects';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseWorkbook } from '../../../lib/sheet/parse-workbook.ts';
import { knewAt } from '../../../testing-editions.ts';
import { accepted } from '../../../testing-plans.ts';
import { type SmallDistrict, startSmallDistrict } from '../../../testing-registers.ts';
import { codesOf, supportOffice } from '../testing-support.ts';

let district: SmallDistrict;
let office: ReturnType<typeof supportOffice>;
let fundId: string;

beforeAll(async () => {
  district = await startSmallDistrict();
  office = supportOffice(district);
  const { id } = accepted(
    await district.office.as('officer').post('/api/support/funds', {
      ...{ villageId: district.villages.大尤家村, year: 2015, amount: '80000.00' },
      ...{ source: '区级一事一议', document: '河财〔2015〕3号' },
    }),
  ).body;
  fundId = id;
});
afterAll(() => district.office.close());

const road = (more: object = {}) => ({
  ...{ villageId: district.villages.大尤家村, name: '村内道路硬化', kind: 'infrastructure' },
  purpose: '方便出行',
  sources: [
    { kind: 'publicFund', fundId, planned: '80000.00' },
    { kind: 'unit', unitId: district.units.区财政局, planned: '20000.50' },
  ],
  milestones: [
    { name: '招标', dueOn: '2015-03-31' },
    { name: '完工', dueOn: '2015-10-31' },
  ],
  ...more,
});
const sourceOf = ({ sources }: ProjectDetail, kind: string) =>
  sources.find((source) => source.kind === kind)?.id;

test('a project is entered with its sources and milestones, paid for, finished and accepted', async () => {
  let project = await office.made(road());
  expect(project).toMatchObject({
    ...{ state: 'planned', planned: '100000.50', received: '0.00', spent: '0.00', version: 1 },
    ...{ milestones: 2, milestonesDone: 0, milestonesLate: 1, nextMilestone: '招标' },
    ...{ acts: ['begin', 'stop'], changeable: true, oddities: [] },
  });
  const received = { kind: 'received', paidOn: '2015-04-01', amount: '30000.50', voucher: '收-3' };
  const sourceId = sourceOf(project, 'unit');
  project = accepted(await office.pay('officer', project, { ...received, sourceId })).body;
  const spent = { kind: 'spent', paidOn: '2015-04-02', amount: '45000.75', voucher: '付-1' };
  project = accepted(await office.pay('officer', project, spent)).body;
  expect(project).toMatchObject({ received: '30000.50', spent: '45000.75', version: 3 });
  expect(project.oddities.map(({ zh }) => zh)).toEqual(['支出比到位资金多15000.25元']);
  expect(project.sources.find(({ id }) => id === sourceId)?.received).toBe('30000.50');
  for (const act of ['begin', 'finish']) {
    project = accepted(await office.step('officer', project, { act, day: '2015-04-10' })).body;
  }
  expect(project).toMatchObject({ state: 'done', acts: ['rework', 'stop'] });
  const path = `/api/support/projects/${project.id}/acceptance`;
  const body = { day: '2015-04-20', text: '镇村联合验收，合格', version: project.version };
  expect((await district.office.as('officer').post(path, body)).status).toBe(403);
  project = accepted(await district.office.as('head').post(path, body)).body;
  expect(project).toMatchObject({ state: 'accepted', acceptedOn: '2015-04-20', acts: [] });
  expect(project.events.map(({ act }) => act)).toEqual(['create', 'begin', 'finish', 'accept']);
  const gone = `/api/support/projects/${project.id}/payments/${project.payments[0]?.id}`;
  const kept = await district.office.as('officer').delete(`${gone}?version=${project.version}`);
  expect([kept.status, codesOf(kept)]).toEqual([422, ['projectAccepted']]);
  const later = await office.pay('officer', project, { ...spent, voucher: '付-2', amount: '5.00' });
  expect(later.body).toMatchObject({ spent: '45005.75', state: 'accepted' });
});

test('whoever entered a project does not accept it', async () => {
  let project = await office.made(road(), 'planner');
  for (const act of ['begin', 'finish']) {
    project = accepted(await office.step('planner', project, { act, day: '2015-04-10' })).body;
  }
  const path = `/api/support/projects/${project.id}/acceptance`;
  const body = { day: '2015-04-20', text: '合格', version: project.version };
  const own = await district.office.as('planner').post(path, body);
  expect([own.status, codesOf(own)]).toEqual([422, ['ownProject']]);
});

test('it is stopped with a reason and taken up again; no step is left out', async () => {
  const project = await office.made(road({ name: '蔬菜大棚', kind: 'industry' }));
  const step = (by: ProjectDetail, act: string, text?: string) =>
    office.step('officer', by, { act, day: '2015-04-10', ...(text ? { text } : {}) });
  expect(codesOf(await step(project, 'finish'))).toEqual(['noSuchStep']);
  expect(codesOf(await step(project, 'stop'))).toEqual(['required']);
  const stopped = accepted(await step(project, 'stop', '土地流转未谈妥')).body;
  expect(stopped).toMatchObject({
    ...{ state: 'stopped', stoppedReason: '土地流转未谈妥', milestonesLate: 0, acts: ['resume'] },
  });
  const again = accepted(await step(stopped, 'resume', '已谈妥')).body;
  expect(again).toMatchObject({ state: 'underWay', stoppedReason: null, milestonesLate: 1 });
  const ahead = { act: 'finish', day: '2015-05-01' };
  expect(codesOf(await office.step('officer', again, ahead))).toEqual(['ahead']);
});

test('sources and milestones are those that are given; one that paid stays', async () => {
  let project = await office.made(road());
  const received = { kind: 'received', paidOn: '2015-04-01', amount: '1.00', voucher: '收-1' };
  const sourceId = sourceOf(project, 'publicFund');
  project = accepted(await office.pay('officer', project, { ...received, sourceId })).body;
  const path = `/api/support/projects/${project.id}`;
  const patch = (body: object) =>
    district.office.as('officer').patch(path, { version: project.version, ...body });
  expect(codesOf(await patch({ sources: [] }))).toEqual(['sourceUsed']);
  const kept = { id: sourceId, kind: 'publicFund', fundId, planned: '70000.00' };
  const village = { kind: 'village', planned: '5000.00' };
  const milestones = [{ name: '完工', dueOn: '2015-11-30', doneOn: '2015-04-20' }];
  project = accepted(await patch({ sources: [kept, village], milestones })).body;
  expect(project).toMatchObject({ planned: '75000.00', received: '1.00', milestones: 1 });
  expect(project.stages).toMatchObject([{ state: 'done' }]);
});

test('a payment that was taken back is seen on the days before it was', async () => {
  let project = await office.made(road({ name: '路灯' }));
  const { villages } = district;
  const sourceId = sourceOf(project, 'unit');
  const received = { kind: 'received', paidOn: '2015-03-01', amount: '800.00', voucher: '收-9' };
  project = accepted(await office.pay('officer', project, { ...received, sourceId })).body;
  const path = `/api/support/projects/${project.id}`;
  const gone = `${path}/payments/${project.payments[0]?.id}?version=${project.version}`;
  accepted(await district.office.as('officer').delete(gone));
  await knewAt(district.office, 'project_payment', project.payments[0]?.id ?? '', [
    ...['2015-03-02', '2015-03-20 09:00'],
  ]);
  await knewAt(district.office, 'project_source', sourceId ?? '', ['2015-03-01']);
  await knewAt(district.office, 'project', project.id, ['2015-03-01']);
  const seen = async (query: string) => {
    const { body } = await district.office.as('planner').get(`${path}?${query}`);
    const { brought } = (
      await district.office.as('planner').get(`/api/support/villages/${villages.大尤家村}?${query}`)
    ).body;
    return [body.received, body.payments.length, brought.unit];
  };
  expect(await seen('on=2015-03-19')).toEqual(['800.00', 1, '800.00']);
  expect((await seen('on=2015-03-19&known=now'))[0]).toBe('0.00');
  expect((await seen('on=2015-03-20'))[0]).toBe('0.00');
  expect((await seen('on=2015-03-01'))[0]).toBe('0.00');
  expect((await seen('on=2015-04-24')).slice(0, 2)).toEqual(['0.00', 0]);
});

test('a day that is over shows a project as it was written down then', async () => {
  let project = await office.made(road({ name: '引水渠' }));
  const path = `/api/support/projects/${project.id}`;
  const [fund, unit] = [sourceOf(project, 'publicFund'), sourceOf(project, 'unit')];
  const [tender, end] = project.stages.map(({ id }) => id);
  const change = {
    ...{ name: '排水渠', kind: 'other', version: project.version },
    sources: [{ id: fund, kind: 'publicFund', fundId, planned: '70000.00' }],
    milestones: [{ id: end, name: '竣工', dueOn: '2015-11-30', doneOn: '2015-04-20' }],
  };
  project = accepted(await district.office.as('officer').patch(path, change)).body;
  const twice = ['2015-03-02', '2015-03-20 09:00'];
  for (const id of [fund, unit]) await knewAt(district.office, 'project_source', id ?? '', twice);
  for (const id of [tender, end])
    await knewAt(district.office, 'project_milestone', id ?? '', twice);
  await knewAt(district.office, 'project', project.id, twice);
  const seen = async (query: string) =>
    (await district.office.as('planner').get(`${path}?${query}`)).body;
  expect(await seen('on=2015-03-19')).toMatchObject({
    ...{ name: '引水渠', kind: 'infrastructure', planned: '100000.50', milestones: 2 },
    sources: [{ planned: '80000.00' }, { planned: '20000.50', name: '区财政局' }],
    stages: [{ name: '招标' }, { name: '完工', dueOn: '2015-10-31', doneOn: null }],
  });
  const corrected = { name: '排水渠', kind: 'other', planned: '70000.00', milestones: 1 };
  for (const query of ['on=2015-03-19&known=now', 'on=2015-03-20']) {
    expect(await seen(query)).toMatchObject({
      ...{ ...corrected, sources: [{ planned: '70000.00' }] },
      stages: [{ name: '竣工', dueOn: '2015-11-30', doneOn: null }],
    });
  }
  expect((await seen('on=2015-04-24')).stages).toMatchObject([{ doneOn: '2015-04-20' }]);
});

test('all that is wrong is told at once', async () => {
  const { villages, units } = district;
  const wrong = await office.project(
    road({
      villageId: villages.友谊村,
      sources: [
        { kind: 'publicFund', fundId, planned: '1.00' },
        { kind: 'other', planned: '1.00' },
        { kind: 'unit', planned: '1.00' },
        { kind: 'unit', unitId: units.区水利局, planned: '1.00' },
      ],
      milestones: [{ name: '完工', dueOn: '2015-03-31', doneOn: '2015-04-25' }],
    }),
  );
  expect(wrong.body.errors.map(({ path }: { path: string }) => path)).toEqual([
    ...['sources.0.fundId', 'sources.1.note', 'sources.2.unitId', 'milestones.0.doneOn'],
  ]);
  const project = await office.made(road());
  const spent = { kind: 'spent', paidOn: '2015-04-25', amount: '1.00', voucher: '付-1' };
  const sourceId = sourceOf(project, 'unit');
  const paid = await office.pay('officer', project, { ...spent, sourceId });
  expect(codesOf(paid)).toEqual(['ahead', 'sourceNotExpected']);
  const from = await office.pay('officer', project, { ...spent, kind: 'received' });
  expect(codesOf(from)).toEqual(['ahead', 'sourceMissing']);
  for (const amount of ['0.00', '-1.00', '1.5', '1.005']) {
    const reply = await office.pay('officer', project, { ...spent, amount, paidOn: '2015-04-20' });
    expect([amount, reply.status]).toEqual([amount, 400]);
  }
});

test('a list is filtered with its sums, and goes out as it stands', async () => {
  const made = await office.made(road({ name: '党群服务中心', kind: 'services' }));
  const find = async (query: string, by = 'planner') =>
    (await district.office.as(by).get(`/api/support/projects?${query}`)).body;
  const found = await find(`kinds=services&q=${encodeURIComponent('党群')}`);
  expect(found).toMatchObject({ total: 1, planned: '100000.50', received: '0.00' });
  expect(found.items[0].id).toBe(made.id);
  expect((await find('states=accepted,stopped&kinds=services')).total).toBe(0);
  expect((await find('late=true&kinds=services')).total).toBe(1);
  expect((await find('late=true&kinds=services&on=2015-03-31')).total).toBe(0);
  expect((await find(`unitIds=${district.units.区水利局}`)).total).toBe(0);
  // As it stood on a day: begun in March by the record, nothing received; not there before.
  const { pool } = district.office.db;
  await pool.query(`ALTER TABLE project_event DISABLE TRIGGER USER`);
  await pool.query(`UPDATE project_event SET day = '2015-03-10' WHERE project_id = '${made.id}'`);
  await pool.query(`ALTER TABLE project_event ENABLE TRIGGER USER`);
  expect(await find('kinds=services&on=2015-04-02&known=now')).toMatchObject({
    ...{ total: 1, received: '0.00', items: [{ id: made.id, state: 'planned' }] },
  });
  expect((await find('kinds=services&on=2015-03-09&known=now')).total).toBe(0);
  const { raw } = await district.office
    .as('leader')
    .download('/api/support/projects.xlsx?kinds=services');
  const { sheets } = await parseWorkbook(raw, 'a.xlsx');
  expect(sheets[0]?.rows.at(3)?.[3]?.text).toBe('党群服务中心');
});
