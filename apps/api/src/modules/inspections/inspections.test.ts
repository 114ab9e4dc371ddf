import type { Comparison } from '@xuanpai/contracts/field-comparisons';
import type { IssueDetail } from '@xuanpai/contracts/inspection-findings';
import type { Inspection } from '@xuanpai/contracts/inspections';
import type { Draw } from '@xuanpai/contracts/village-draws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partsOf } from '../../lib/docx/parts.ts';
import { day, startTestApp, type TestApp } from '../../testing.ts';
import { accepted } from '../../testing-plans.ts';

/** A year into the term: 郑旺镇 is the officer's and the head's, 区财政局 the liaison's. */

let office: TestApp;
let batchId: string;
let own: { id: string; name: string; code: string }[];
let townshipId: string;
let foreign: string;

beforeAll(async () => {
  office = await startTestApp('issued', day('2015-07-15'));
  const { prisma } = office.db;
  const of = (name: string) =>
    prisma.village.findMany({
      where: { township: { name } },
      orderBy: { code: 'asc' },
      select: { id: true, name: true, code: true, townshipId: true },
    });
  const villages = await of('郑旺镇');
  own = villages;
  townshipId = villages[0]?.townshipId ?? '';
  foreign = (await of('朝阳街道'))[0]?.id ?? '';
  batchId = (await prisma.batch.findFirstOrThrow()).id;
});
afterAll(() => office.close());

const at = (index: number) => own[index]?.id ?? '';

const inspect = (more: object = {}, by = 'inspector') =>
  office.as(by).post('/api/inspections', {
    ...{ kind: 'unannounced', day: '2015-07-01', subject: '七月暗访', team: '督查一组' },
    ...{ villageIds: [at(0)], ...more },
  });
const inspected = async (more: object = {}): Promise<Inspection> =>
  accepted(await inspect(more)).body;

const find = (inspection: Inspection, more: object = {}, by = 'inspector') =>
  office.as(by).post(`/api/inspections/visits/${inspection.id}/findings`, {
    ...{ villageId: inspection.villages[0]?.id, kind: 'ledgers', severity: 'minor' },
    ...{ text: '工作台账没有更新', deadline: '2015-07-10', responsible: 'township', ...more },
  });
const found = async (more: object = {}): Promise<IssueDetail> =>
  accepted(await find(await inspected(), more)).body;

const act = (by: string, what: string, { id, version }: IssueDetail, more: object = {}) =>
  office.as(by).post(`/api/inspections/findings/${id}/${what}`, {
    ...{ version, text: '已补齐' },
    ...(what === 'answer' ? { on: '2015-07-14' } : {}),
    ...more,
  });
const acted = async (...given: Parameters<typeof act>): Promise<IssueDetail> =>
  accepted(await act(...given)).body;

const codesOf = (reply: { body: { errors: { code: string }[] } }) =>
  reply.body.errors.map(({ code }) => code);

test('a finding is answered, returned with more time, answered again and closed', async () => {
  const issue = await found();
  expect(issue).toMatchObject({
    ...{ state: 'open', daysLate: 5, responsibleName: '郑旺镇', foundOn: '2015-07-01' },
    ...{ acts: ['withdraw'], version: 1 },
  });
  const answered = await acted('officer', 'answer', issue);
  expect(answered).toMatchObject({ state: 'answered', daysLate: null, acts: [], version: 2 });
  const returned = await acted('inspector', 'return', answered, {
    ...{ text: '只补了一半', deadline: '2015-07-20' },
  });
  expect(returned).toMatchObject({ state: 'returned', deadline: '2015-07-20', daysLate: null });
  const again = await acted('head', 'answer', returned);
  const closed = await acted('inspector', 'close', again, { text: '现场看过，属实' });
  expect(closed).toMatchObject({ state: 'closed', acts: [], version: 5 });
  expect(closed.trail.map(({ step, byName }) => [step, byName.length > 0])).toEqual(
    ['enter', 'answer', 'return', 'answer', 'close'].map((step) => [step, true]),
  );
  expect(closed.trail[2]).toMatchObject({ text: '只补了一半', deadline: '2015-07-20' });
  for (const [by, what] of [
    ['officer', 'answer'],
    ['inspector', 'close'],
    ['inspector', 'return'],
    ['inspector', 'withdraw'],
  ] as const) {
    expect((await act(by, what, closed)).status, what).toBe(409);
  }
});

test('steps are not left out, and a stale one is told what changed', async () => {
  const issue = await found();
  expect((await act('inspector', 'close', issue)).body.code).toBe('alreadyDone');
  const answered = await acted('officer', 'answer', issue);
  expect((await act('officer', 'answer', issue)).body.code).toBe('staleVersion');
  expect((await act('officer', 'answer', answered)).body.code).toBe('alreadyDone');
  expect((await act('inspector', 'withdraw', answered)).body.code).toBe('alreadyDone');
  expect((await act('inspector', 'withdraw', await found())).status).toBe(200);
});

test('nobody answers and closes the same, whatever roles they hold', async () => {
  const answered = await acted('officer', 'answer', await found());
  const { prisma } = office.db;
  const officer = await prisma.user.findUniqueOrThrow({ where: { username: 'officer' } });
  const role = await prisma.userRole.create({ data: { userId: officer.id, role: 'inspector' } });
  const seen = (await office.as('officer').get(`/api/inspections/findings/${answered.id}`)).body;
  expect(seen.acts).toEqual([]);
  const refused = await act('officer', 'close', answered);
  expect([refused.status, codesOf(refused)]).toEqual([422, ['ownAnswer']]);
  await expect(
    prisma.finding.update({
      where: { id: answered.id },
      data: { state: 'closed', closedById: officer.id },
    }),
  ).rejects.toThrow(/finding_two_people/);
  await prisma.userRole.delete({ where: { id: role.id } });
  expect((await act('planner', 'close', answered)).status).toBe(200);
});

test('the database keeps trail, steps and draws as they are', async () => {
  const issue = await acted('officer', 'answer', await found());
  const { pool } = office.db;
  const refused = async (sql: string, constraint: string) => {
    await expect(pool.query(sql)).rejects.toMatchObject({ constraint });
  };
  const event = issue.trail[0]?.id;
  await refused(
    `UPDATE finding_event SET text = 'x' WHERE id = '${event}'`,
    'inspection_record_kept',
  );
  await refused(`DELETE FROM finding_event WHERE id = '${event}'`, 'inspection_record_kept');
  await refused(`UPDATE finding SET state = 'open' WHERE id = '${issue.id}'`, 'finding_steps');
  await refused(`DELETE FROM finding WHERE id = '${issue.id}'`, 'finding_kept');
  await acted('planner', 'close', issue);
  await refused(`UPDATE finding SET text = 'x' WHERE id = '${issue.id}'`, 'finding_kept');
  await refused(
    `INSERT INTO finding (id, inspection_id, village_id, kind, severity, text, deadline, responsible)
      VALUES (gen_random_uuid(), '${issue.inspectionId}', '${foreign}', 'other', 'minor', 'x',
      '2015-08-01', 'township')`,
    'finding_inspection_id_village_id_fkey',
  );
  await refused(
    `INSERT INTO finding (id, inspection_id, village_id, kind, severity, text, deadline, responsible, person)
      VALUES (gen_random_uuid(), '${issue.inspectionId}', '${issue.villageId}', 'other', 'minor', 'x',
      '2015-08-01', 'township', '某')`,
    'finding_responsible_named',
  );
});

test('who is responsible is named, and a unit only for its villages', async () => {
  const { prisma } = office.db;
  const finance = await prisma.unit.findUniqueOrThrow({ where: { name: '区财政局' } });
  const post = await prisma.assignment.findFirstOrThrow({
    where: { cadre: { unitId: finance.id } },
  });
  const inspection = await inspected({ villageIds: [post.villageId, at(0)] });
  const of = (responsible: string, more: object, villageId = post.villageId) =>
    find(inspection, { villageId, responsible, ...more });
  expect(codesOf(await of('unit', {}))).toEqual(['missing']);
  expect(codesOf(await of('township', { unitId: finance.id, person: '王书记' }))).toEqual([
    'notNeeded',
    'notNeeded',
  ]);
  const others = await prisma.assignment.count({
    where: { villageId: at(0), cadre: { unitId: finance.id } },
  });
  expect(others).toBe(0);
  expect(codesOf(await of('unit', { unitId: finance.id }, at(0)))).toEqual(['notPaired']);
  const ofUnit: IssueDetail = accepted(await of('unit', { unitId: finance.id })).body;
  expect(ofUnit.responsibleName).toBe('区财政局');
  const seen = await office.as('liaison').get('/api/inspections/findings');
  expect(seen.body).toMatchObject({ total: 1, items: [{ id: ofUnit.id, acts: ['answer'] }] });
  const ofTownship: IssueDetail = accepted(await of('township', {})).body;
  expect(codesOf(await act('liaison', 'answer', ofTownship))).toEqual(['otherResponsible']);
  expect((await act('liaison', 'answer', ofUnit)).status).toBe(200);
  const person = accepted(await of('person', { person: '村主任孙某' })).body;
  expect(person.responsibleName).toBe('村主任孙某');
});

test('days are those that have been, in order', async () => {
  expect(codesOf(await inspect({ day: '2015-07-16' }))).toEqual(['ahead']);
  expect(codesOf(await find(await inspected(), { deadline: '2015-06-30' }))).toEqual([
    'beforeInspection',
  ]);
  const issue = await found();
  expect(codesOf(await act('officer', 'answer', issue, { on: '2015-07-16' }))).toEqual(['ahead']);
  expect(codesOf(await act('officer', 'answer', issue, { on: '2015-06-30' }))).toEqual([
    'beforeInspection',
  ]);
  const answered = await acted('officer', 'answer', issue);
  const passed = await act('inspector', 'return', answered, { deadline: '2015-07-14' });
  expect(codesOf(passed)).toEqual(['passed']);
});

test('a township sees of an inspection its own villages alone', async () => {
  const inspection = await inspected({ villageIds: [at(1), foreign] });
  accepted(await find(inspection, { villageId: at(1) }));
  accepted(await find(inspection, { villageId: foreign }));
  const of = async (who: string): Promise<Inspection> =>
    (await office.as(who).get(`/api/inspections/${inspection.id}`)).body;
  const district = await of('leader');
  expect(district).toMatchObject({ findings: { open: 2 }, villages: [{}, {}] });
  expect(await of('officer')).toMatchObject({ findings: { open: 1 }, villages: [{ id: at(1) }] });
  expect(await of('officer2')).toMatchObject({ villages: [{ id: foreign }] });
  const other = await inspected({ villageIds: [foreign] });
  expect((await office.as('officer').get(`/api/inspections/${other.id}`)).status).toBe(404);
  const list = await office.as('officer').get(`/api/inspections?villageIds=${foreign}`);
  expect(list.body.items).toEqual([]);
});

test('what is overdue comes first, is filtered and goes out as it stands', async () => {
  const inspection = await inspected({ villageIds: [at(2)], subject: '排序' });
  const late = accepted(await find(inspection, { deadline: '2015-07-02', text: '很晚' })).body;
  const soon = accepted(await find(inspection, { deadline: '2015-08-01', text: '不急' })).body;
  const answered = await acted(
    'officer',
    'answer',
    accepted(await find(inspection, { deadline: '2015-07-03' })).body,
  );
  const of = async (query: string) =>
    (await office.as('inspector').get(`/api/inspections/findings?${query}`)).body;
  const ids = async (query: string) =>
    (await of(`inspectionId=${inspection.id}&${query}`)).items.map(({ id }: IssueDetail) => id);
  expect(await ids('')).toEqual([late.id, soon.id, answered.id]);
  expect(await ids('overdue=true')).toEqual([late.id]);
  expect(await ids('states=answered')).toEqual([answered.id]);
  expect(await ids(`q=${encodeURIComponent('不急')}`)).toEqual([soon.id]);
  expect(await ids('sort=-deadline&pageSize=1')).toEqual([soon.id]);
  const counts = await of('pageSize=1');
  expect(counts.overdue).toBeGreaterThan(0);
  expect(counts.waiting).toBeGreaterThan(counts.overdue);
  const file = await office.as('head').download('/api/inspections/findings.xlsx?overdue=true');
  expect(file.status).toBe(200);
});

const draw = (more: object = {}, by = 'inspector') =>
  office.as(by).post('/api/inspections/draws', {
    ...{ purpose: '七月抽查', count: 3, batchId: null, townshipIds: [], kinds: [], tiers: [] },
    ...{ notCheckedSince: null, ...more },
  });

test('a draw is kept with its proof, checked, and used by one inspection', async () => {
  const drawn: Draw = accepted(await draw({ townshipIds: [townshipId] })).body;
  expect(drawn).toMatchObject({ count: 3, population: own.length, townshipNames: ['郑旺镇'] });
  expect(drawn.populationVillages.map(({ code }) => code)).toEqual(own.map(({ code }) => code));
  const check = async () =>
    (await office.as('leader').get(`/api/inspections/draws/${drawn.id}/verification`)).body;
  const checked = await check();
  expect(checked.holds).toBe(true);
  expect(checked.order.map(({ drawn: one }: { drawn: boolean }) => one).indexOf(false)).toBe(3);
  const { pool } = office.db;
  for (const statement of [
    `UPDATE village_draw SET drawn = ARRAY['x','y','z'] WHERE id = '${drawn.id}'`,
    `DELETE FROM village_draw WHERE id = '${drawn.id}'`,
  ]) {
    await expect(pool.query(statement)).rejects.toMatchObject({
      constraint: 'inspection_record_kept',
    });
  }
  // Whoever got past the guard is found out.
  await pool.query('ALTER TABLE village_draw DISABLE TRIGGER village_draw_kept');
  await pool.query(`UPDATE village_draw SET drawn = ARRAY[drawn[2], drawn[1], drawn[3]]`);
  expect((await check()).holds).toBe(false);
  await pool.query(`UPDATE village_draw SET drawn = ARRAY[drawn[2], drawn[1], drawn[3]]`);
  await pool.query('ALTER TABLE village_draw ENABLE TRIGGER village_draw_kept');

  const villageIds = drawn.drawn.map(({ id }) => id);
  const use = (ids: string[]) => inspect({ drawId: drawn.id, villageIds: ids });
  expect(codesOf(await use([...villageIds, foreign]))).toEqual(['notDrawn']);
  const inspection: Inspection = accepted(await use(villageIds)).body;
  expect(inspection.drawId).toBe(drawn.id);
  expect((await use(villageIds)).status).toBe(409);
  const seen = (await office.as('head').get(`/api/inspections/${inspection.id}`)).body;
  expect(seen.drawId).toBeNull();
});

test('a draw is of the villages that its filter leaves', async () => {
  const leaves = async (filter: object) =>
    (
      await office.as('planner').post('/api/inspections/draws/population', {
        ...{ batchId: null, townshipIds: [], kinds: [], tiers: [], notCheckedSince: null },
        ...filter,
      })
    ).body.villages;
  expect(await leaves({})).toBe(189);
  expect(await leaves({ batchId, tiers: ['district'] })).toBe(72);
  expect(await leaves({ batchId, tiers: ['district', 'township'] })).toBe(183);
  const checked = await office.db.prisma.inspectionVillage.findMany({
    distinct: 'villageId',
    where: { inspection: { kind: 'unannounced' } },
  });
  expect(await leaves({ notCheckedSince: '2015-07-01' })).toBe(189 - checked.length);
  expect(await leaves({ notCheckedSince: '2015-07-02' })).toBe(189);
  expect(codesOf(await draw({ kinds: ['weakLax'] }))).toEqual(['missing']);
  const none = await draw({ townshipIds: [batchId] });
  expect(codesOf(none)).toEqual(['nothingToDraw']);
});

test('a spot check belongs to an inspection of its day and village', async () => {
  const post = await office.db.prisma.assignment.findFirstOrThrow({
    where: { villageId: at(0) },
  });
  const inspection = await inspected({ kind: 'unannounced' });
  const enter = (more: object) =>
    office.as('inspector').post('/api/spot-checks', {
      ...{ assignmentId: post.id, day: '2015-07-01', half: 1, found: 'there', text: '在村走访' },
      ...{ inspectionId: inspection.id, ...more },
    });
  expect(codesOf(await enter({ day: '2015-07-02' }))).toEqual(['otherInspection']);
  const check = accepted(await enter({})).body;
  expect(check.inspectionId).toBe(inspection.id);
  const path = `/api/inspections/${inspection.id}`;
  expect((await office.as('officer').get(path)).body.spotChecks).toMatchObject([
    { id: check.id, half: 1, found: 'there' },
  ]);
  expect((await office.as('leader').get(path)).body.spotChecks).toEqual([]);
});

test('what is said of an inspection is added to, in the version that was seen', async () => {
  const { id, version } = await inspected();
  const change = (by: string, body: object) =>
    office.as(by).patch(`/api/inspections/${id}`, { version, ...body });
  expect((await change('officer', { summary: '无' })).status).toBe(403);
  expect((await change('office', { summary: '总体较好' })).body).toMatchObject({
    ...{ summary: '总体较好', subject: '七月暗访', version: 2 },
  });
  expect((await change('office', { summary: null })).body.code).toBe('staleVersion');
});

test('who enters, answers and closes, by role', async () => {
  const inspection = await inspected();
  for (const who of ['officer', 'head', 'liaison', 'leader', 'evaluator', 'admin', 'auditor']) {
    expect((await inspect({}, who)).status, who).toBe(403);
    expect((await find(inspection, {}, who)).status, who).toBe(403);
    expect((await draw({}, who)).status, who).toBe(403);
  }
  const issue = await found();
  for (const who of ['inspector', 'planner', 'office', 'leader', 'evaluator', 'auditor']) {
    expect((await act(who, 'answer', issue)).status, who).toBe(403);
  }
  expect((await act('officer2', 'answer', issue)).status).toBe(404);
  const answered = await acted('officer', 'answer', issue);
  for (const who of ['officer', 'head', 'liaison', 'leader', 'admin']) {
    expect((await act(who, 'close', answered)).status, who).toBe(403);
  }
  for (const who of ['officer', 'liaison', 'evaluator']) {
    expect((await office.as(who).get('/api/inspections/draws')).status, who).toBe(403);
  }
});

test('files go with a finding until it is settled, by those whom it concerns', async () => {
  const issue = await found();
  const list = async (who: string) =>
    office.as(who).get(`/api/evidence?kind=finding&ownerId=${issue.id}`);
  for (const [who, writable] of [
    ['officer', true],
    ['inspector', true],
    ['leader', false],
  ] as const) {
    expect((await list(who)).body, who).toMatchObject({ items: [], writable, locked: null });
  }
  expect((await list('officer2')).status).toBe(404);
  const ofInspection = `/api/evidence?kind=inspection&ownerId=${issue.inspectionId}`;
  expect((await office.as('officer').get(ofInspection)).body.writable).toBe(false);
  expect((await office.as('planner').get(ofInspection)).body.writable).toBe(true);
  await acted('inspector', 'withdraw', issue);
  expect((await list('officer')).body.locked).toContain('不能改');
});

test('villages are compared on one sheet, and nobody gives more than there is', async () => {
  const inspection = await inspected({ kind: 'comparison', villageIds: [at(3), at(4)] });
  const path = `/api/inspections/visits/${inspection.id}/comparison`;
  const setUp = (body: object, by = 'inspector') =>
    office.as(by).send({ method: 'PUT', url: path, payload: body });
  const first: Comparison = accepted(
    await setUp({
      criteria: [
        { name: '产业', most: 60 },
        { name: '环境', most: 40 },
      ],
      judges: [{ name: '甲' }, { name: '乙' }],
      version: inspection.version,
    }),
  ).body;
  const [industry, order] = first.criteria.map(({ id }) => id);
  const [one, two] = first.judges.map(({ id }) => id);
  const give = (villageId: string, judgeId: string | undefined, a: number | null, b: number) => [
    { villageId, judgeId, criterionId: industry, points: a },
    { villageId, judgeId, criterionId: order, points: b },
  ];
  const save = (scores: object[], version: number, by = 'inspector') =>
    office.as(by).patch(`${path}/scores`, { scores, version });
  const given = [
    ...give(at(3), one, 50, 30),
    ...give(at(3), two, 55.5, 31),
    ...give(at(4), one, 40, 40),
  ];
  expect((await save(given, first.version, 'leader')).status).toBe(403);
  const saved: Comparison = accepted(await save(given, first.version)).body;
  expect(saved.villages).toMatchObject([
    { id: at(3), mean: 83.25, complete: true, place: 1 },
    { id: at(4), mean: 80, complete: false, place: null },
  ]);
  expect((await save(given, first.version)).body.code).toBe('staleVersion');
  const over = await save(give(at(4), two, 60.1, 41), saved.version);
  expect(codesOf(over)).toEqual(['moreThanMost', 'moreThanMost']);
  expect((await save(give(foreign, two, 1, 1), saved.version)).status).toBe(404);
  const shrunk = {
    criteria: [
      { id: industry, name: '产业', most: 50 },
      { id: order, name: '环境', most: 40 },
    ],
    judges: [{ id: one, name: '甲' }],
  };
  expect((await setUp({ ...shrunk, version: saved.version })).status).toBe(200);
  expect((await office.as('leader').get(path)).body.scores).toHaveLength(4);
  expect((await office.as('planner').download(`${path}.xlsx`)).status).toBe(200);
  expect((await office.as('officer').get(path)).status).toBe(403);
  const other = await inspected();
  expect(
    (await office.as('planner').get(`/api/inspections/visits/${other.id}/comparison`)).status,
  ).toBe(404);
  await expect(
    office.db.pool.query('UPDATE comparison_score SET points = 60 WHERE criterion_id = $1', [
      industry,
    ]),
  ).rejects.toMatchObject({ constraint: 'comparison_points_most' });
});

test('a unit’s year says who leads, who was posted, and what was found', async () => {
  const { prisma } = office.db;
  const finance = await prisma.unit.findUniqueOrThrow({ where: { name: '区财政局' } });
  const put = (who: string, url: string, payload: object) =>
    office.as(who).send({ method: 'PUT', url: `/api/inspections/${url}`, payload });
  const group = {
    ...{ name: '选派工作办公室', head: '局长周正', contactName: '吴敏', contactPhone: null },
    ...{ document: '河财发〔2015〕9号', setUpOn: '2015-05-08', version: 0 },
  };
  const water = await prisma.unit.findFirstOrThrow({
    where: { kind: 'partyGovernment', id: { not: finance.id } },
  });
  expect((await put('liaison', `organisation/units/${water.id}`, group)).status).toBe(404);
  expect((await put('liaison', `organisation/units/${finance.id}`, group)).body).toEqual({
    version: 1,
  });
  expect((await put('liaison', `organisation/units/${finance.id}`, group)).status).toBe(409);
  expect((await put('liaison', 'organisation/district', group)).status).toBe(403);
  expect((await put('office', 'organisation/district', group)).status).toBe(200);
  const report = {
    ...{ item: '选派干部驻村和帮扶', result: '好', document: null, reportedOn: '2015-12-28' },
    version: 0,
  };
  const reports = `units/${finance.id}/duty-reports/2015`;
  expect((await put('liaison', reports, report)).status).toBe(403);
  expect((await put('planner', reports, report)).status).toBe(200);
  const seen = (await office.as('liaison').get('/api/inspections/organisation?year=2015')).body;
  expect(seen.items.map(({ unitName }: { unitName: string }) => unitName)).toEqual([
    ...['区领导小组办公室', '区财政局'],
  ]);
  expect(seen.items[1]).toMatchObject({ report: { result: '好' }, editsReport: false });
  const all = (await office.as('leader').get('/api/inspections/organisation?year=2016')).body;
  // Units may have an office; the district and the townships are asked for one.
  const townships = all.items.filter(({ township }: { township: boolean }) => township).length;
  expect(all).toMatchObject({ reported: 0, asked: townships + 1, withoutGroup: townships });

  const post = await prisma.assignment.findFirstOrThrow({
    where: { cadre: { unitId: finance.id } },
    include: { cadre: true },
  });
  const inspection = await inspected({ villageIds: [post.villageId] });
  accepted(await find(inspection, { text: '台账缺七月记录' }));
  const session = { topic: '乡村建设专题', place: '区委党校', hours: 6, teachers: '农业局' };
  await office.db.prisma.training.create({
    data: {
      ...{ ...session, batchId: post.batchId, level: 'district', enteredByName: '王晓东' },
      ...{ startsOn: new Date('2015-05-05'), endsOn: new Date('2015-05-05'), searchKey: '' },
      people: { create: { cadreId: post.cadreId, presence: 'absent', reason: '防汛' } },
    },
  });
  const url = `/api/inspections/units/${finance.id}/years/2015/report.docx`;
  const file = await office.as('liaison').download(url);
  const xml = (await partsOf(file.raw)).get('word/document.xml')?.toString() ?? '';
  for (const words of [
    '区财政局2015年',
    '局长周正',
    post.cadre.name,
    '台账缺七月记录',
    '乡村建设专题',
    '，防汛',
    '结果：好',
  ]) {
    expect(xml).toContain(words);
  }
  expect((await office.as('liaison').download(url.replace(finance.id, water.id))).status).toBe(404);
});
