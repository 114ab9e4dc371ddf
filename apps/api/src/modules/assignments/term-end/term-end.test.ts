import { toDate } from '@xuanpai/database/dates';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partsOf } from '../../../lib/docx/parts.ts';
import { day, type TestReply } from '../../../testing.ts';
import { accepted } from '../../../testing-plans.ts';
import { addCadre, type SmallDistrict, startSmallDistrict } from '../../../testing-registers.ts';
import { addRound, addToRound, decided } from '../../../testing-rounds.ts';

/** Two weeks before the end of the term: 甲某 of 区财政局 in 养马庄村, 乙某 of 区水利局 in 大尤家村. */
let district: SmallDistrict;
const posts: Record<string, string> = {};
let personId = '';

async function post(
  name: string,
  unitId: string,
  villageId: string,
  endsOn: string,
  startsOn = '2015-06-01',
) {
  const { office, batchId } = district;
  const cadreId = await addCadre(office, unitId, { name });
  const { id } = await office.db.prisma.assignment.create({
    data: {
      ...{ batchId, cadreId, villageId, tier: 'district', post: 'firstSecretary' },
      ...{ kind: 'appointed', startsOn: toDate(day(startsOn)), endsOn: toDate(day(endsOn)) },
      documentNumber: '河组发〔2015〕18号',
    },
  });
  posts[name] = id;
}

beforeAll(async () => {
  district = await startSmallDistrict(day('2017-05-18'));
  const { units, villages } = district;
  await post('甲某', units.区财政局, villages.养马庄村, '2017-05-31');
  await post('乙某', units.区水利局, villages.大尤家村, '2017-05-31');
  await post('早走', units.区财政局, villages.前杨墩村, '2016-05-31');
});
afterAll(() => district.office.close());

const as = (user: string) => district.office.as(user);
const codes = ({ body }: TestReply) => body.errors.map(({ code }: { code: string }) => code);
const path = (name: string) => `/api/term-ends/${posts[name]}`;
const list = async (user = 'office', more = '') =>
  (await as(user).get(`/api/term-ends${more}`)).body;

test('those in post to the last day are there with what was reached, by reach', async () => {
  const all = await list();
  const names = (body: { items: { cadreName: string }[] }) =>
    body.items.map(({ cadreName }) => cadreName).sort();
  expect(names(all)).toEqual(['乙某', '甲某']);
  expect(all.counts).toMatchObject({ people: 2, open: 2 });
  expect(all.items[0]).toMatchObject({ acts: ['propose'], decision: null, term: null });
  expect(names(await list('liaison'))).toEqual(['甲某']);
  expect(names(await list('officer'))).toEqual(['乙某']);
  expect((await as('officer').post(`${path('乙某')}/propose`, {})).status).toBe(403);
  for (const user of ['evaluator', 'inspector', 'admin', 'auditor']) {
    expect((await as(user).get('/api/term-ends')).status).toBe(403);
  }
});

test('who isn’t in a year’s round, or is with the sending unit, reads so in list and sheet', async () => {
  const { prisma } = district.office.db;
  const assignmentId = posts.乙某 ?? '';
  const { cadreId } = await prisma.assignment.findUniqueOrThrow({ where: { id: assignmentId } });
  const place = { cadreId, assignmentId, village: '大尤家村', unit: '区水利局' } as const;
  const left = { standing: 'leftOut', standingGround: '全年脱产学习' } as const;
  const reported = { unitGrade: 'competent', unitGradeDocument: '河水字〔2016〕3号' } as const;
  const ofUnit = { standing: 'byUnit', standingGround: '任职90天', ...reported } as const;
  const rounds = [
    await addRound(district, { year: 2015 }),
    await addRound(district, { year: 2016 }),
    await addRound(district, { year: 2017, kind: 'term' }),
  ];
  for (const [at, given] of [ofUnit, left, left].entries()) {
    await addToRound(district, rounds[at] ?? '', place, given);
  }
  const [found] = (await list('officer')).items;
  const leftOut = { standing: 'leftOut', grade: null, ground: '全年脱产学习' };
  expect([...found.grades, found.term]).toEqual([
    { year: 2015, standing: 'byUnit', grade: 'competent', ground: '任职90天' },
    ...[{ year: 2016, ...leftOut }, leftOut],
  ]);
  const { raw } = await as('officer').download('/api/term-ends.xlsx');
  const words = [...(await partsOf(raw)).values()].map(String).join();
  expect(words).toContain('2015年称职（由派出单位考核）；2016年不参加：全年脱产学习');
  // Nobody waits for the grade of whoever isn't in the round.
  const { body } = await as('planner').get(`/api/batches/${district.batchId}/closing`);
  const note = body.notes.find(({ code }: { code: string }) => code === 'noTermGrade');
  expect(note.zh).toMatch(/^有1人/);
  await prisma.evaluationPerson.deleteMany({ where: { roundId: { in: rounds } } });
  await prisma.roundGradeSet.deleteMany({ where: { roundId: { in: rounds } } });
  await prisma.evaluationRound.deleteMany({ where: { id: { in: rounds } } });
});

test('whoever steps back neither proposes nor decides, and is named to others only', async () => {
  const { prisma } = district.office.db;
  const row = await prisma.assignment.findUniqueOrThrow({ where: { id: posts.乙某 ?? '' } });
  const user = await prisma.user.findUniqueOrThrow({ where: { username: 'office' } });
  const tie = { userId: user.id, declaredByName: '某' } as const;
  await prisma.evaluatorTie.create({
    data: { ...tie, kind: 'relative', cadreId: row.cadreId, relation: 'spouse' },
  });
  await prisma.evaluatorTie.create({
    data: { ...tie, kind: 'interest', unitId: district.units.区水利局 },
  });
  const find = async (by: string) =>
    (await list(by)).items.find(({ cadreName }: { cadreName: string }) => cadreName === '乙某');
  expect(await find('office')).toMatchObject({ stepsBack: 'personal', acts: [] });
  expect(await find('planner')).toMatchObject({ stepsBack: null });
  const proposal = { outcome: 'ordinary', reason: '按期完成' };
  const one = await as('office').post(`${path('乙某')}/propose`, proposal);
  expect(one.body.errors).toMatchObject([{ code: 'stepBack', message: '您与乙某应当回避。' }]);
  // What another person proposes of them stays closed; of several the others are done, and they are named.
  const of = { batchId: district.batchId, assignmentId: posts.乙某 ?? '' };
  await prisma.termEnd.create({
    data: { ...of, outcome: 'ordinary', reason: '按期完成', proposedByName: '某' },
  });
  expect(await find('office')).toMatchObject({ decision: null, suggested: expect.anything() });
  expect(await list('office')).toMatchObject({ counts: { proposed: 1 } });
  const several = { assignmentIds: [posts.甲某, posts.乙某], ...proposal };
  const proposed = accepted(await as('office').post('/api/term-ends/propose', several)).body;
  const reason = '您与乙某应当回避。请由其他人员办理。';
  expect(proposed).toEqual({
    done: 1,
    leftOut: [
      { assignmentId: posts.乙某, name: '乙某', reason: { zh: reason, en: expect.any(String) } },
    ],
  });
  await prisma.termEnd.deleteMany({});
  const unit = `/api/term-end-units/${district.units.区水利局}/propose`;
  const ofUnit = await as('office').post(unit, { batchId: district.batchId, ...proposal });
  expect(codes(ofUnit)).toEqual(['stepBack']);
  const { raw } = await as('office').download('/api/term-ends.xlsx');
  const words = [...(await partsOf(raw)).values()].map(String).join();
  expect(words).toContain('制表人应当回避的1名没有列入');
  expect(words).not.toContain('乙某');
  await prisma.evaluatorTie.deleteMany({ where: { userId: user.id } });
});

test('commended: proposed by the office, decided by another, and kept', async () => {
  const proposal = { outcome: 'commend', reason: '目标全部完成，群众评价好' };
  const proposed = accepted(await as('office').post(`${path('甲某')}/propose`, proposal)).body;
  expect(proposed).toMatchObject({ decision: { state: 'proposed' }, acts: [] });
  expect((await as('office').post(`${path('甲某')}/propose`, proposal)).status).toBe(409);
  const { version } = proposed.decision;
  const back = { confirm: false, version };
  accepted(await as('planner').post(`${path('甲某')}/decide`, back));
  const again = accepted(await as('office').post(`${path('甲某')}/propose`, proposal)).body;
  const yes = {
    confirm: true,
    documentNumber: '河组发〔2017〕20号',
    version: again.decision.version,
  };
  const decided = accepted(await as('planner').post(`${path('甲某')}/decide`, yes)).body;
  expect(decided).toMatchObject({
    ...{ decision: { state: 'decided', outcome: 'commend' }, endsOn: '2017-05-31' },
  });
  expect((await as('planner').post(`${path('甲某')}/decide`, yes)).status).toBe(409);
  const { pool } = district.office.db;
  await expect(pool.query("UPDATE term_end SET outcome = 'ordinary'")).rejects.toThrow('is kept');
  // Nobody decides on the own proposal, whatever roles they have.
  await expect(
    pool.query(
      `INSERT INTO term_end (id, batch_id, assignment_id, outcome, reason, state, proposed_by_id,
        proposed_by_name, decided_by_id, decided_by_name, decided_at, document_number)
      SELECT gen_random_uuid(), batch_id, assignment_id, 'ordinary', 'x', 'decided', decided_by_id,
        'x', decided_by_id, 'x', now(), 'x' FROM term_end`,
    ),
  ).rejects.toThrow('term_end_two_people');
});

test('who left before the end is nobody’s to propose, decide on or hand over', async () => {
  const proposal = { outcome: 'commend', reason: '目标全部完成，群众评价好' };
  const gone = path('早走');
  const handover = { items: [], takenBy: null, handedOn: null, version: 0 };
  expect((await as('office').post(`${gone}/propose`, proposal)).status).toBe(404);
  const several = { ...proposal, assignmentIds: [posts.早走] };
  expect((await as('office').post('/api/term-ends/propose', several)).status).toBe(404);
  expect((await as('planner').post(`${gone}/handover`, handover)).status).toBe(404);
  const { termEnd } = district.office.db.prisma;
  expect(await termEnd.count({ where: { assignmentId: posts.早走 ?? '' } })).toBe(0);
});

test('several are proposed and decided at once; whom it isn’t the actor’s to decide on is left to others', async () => {
  const { units, villages, office } = district;
  await post('丙某', units.区财政局, villages.友谊村, '2017-05-31');
  await post('丁某', units.区水利局, villages.前杨墩村, '2017-05-31', '2016-06-01');
  const ids = [posts.丙某, posts.丁某];
  const body = { assignmentIds: ids, outcome: 'ordinary', reason: '按期完成任务' };
  const twice = { ...body, assignmentIds: [...ids, posts.甲某] };
  expect((await as('office').post('/api/term-ends/propose', twice)).status).toBe(409);
  expect(await office.db.prisma.termEnd.count({ where: { state: 'proposed' } })).toBe(0);
  expect(accepted(await as('office').post('/api/term-ends/propose', body)).body).toEqual({
    ...{ done: 2, leftOut: [] },
  });
  const items = ids.map((assignmentId) => ({ assignmentId, version: 1 }));
  const yes = { items, documentNumber: '河组发〔2017〕22号' };
  // Of several the one whom the planner steps back from is left to others, by name.
  const { prisma } = office.db;
  const { cadreId } = await prisma.assignment.findUniqueOrThrow({
    where: { id: posts.丁某 ?? '' },
  });
  const { id: userId } = await prisma.user.findUniqueOrThrow({ where: { username: 'planner' } });
  const { id: tieId } = await prisma.evaluatorTie.create({
    data: { userId, cadreId, kind: 'interest', declaredByName: '某' },
  });
  const first = accepted(await as('planner').post('/api/term-ends/decide', yes)).body;
  expect(first).toMatchObject({ done: 1, leftOut: [{ name: '丁某' }] });
  const again = { ...yes, items: items.filter(({ assignmentId }) => assignmentId === posts.丁某) };
  expect(codes(await as('planner').post('/api/term-ends/decide', again))).toEqual(['stepBack']);
  await prisma.evaluatorTie.delete({ where: { id: tieId } });
  expect(accepted(await as('planner').post('/api/term-ends/decide', again)).body.done).toBe(1);
  expect((await list()).counts).toMatchObject({ ordinary: 2, proposed: 0 });
});

test('who stays has the term extended by the decision, with what is still to be done', async () => {
  const stay = { outcome: 'stay', reason: '综合服务中心未建成' };
  const wrong = await as('office').post(`${path('乙某')}/propose`, {
    ...stay,
    stayUntil: '2017-05-31',
  });
  expect([wrong.status, codes(wrong)]).toEqual([422, ['required', 'notAfterEnd']]);
  const given = { ...stay, remaining: '建成综合服务中心', stayUntil: '2017-11-30' };
  const { decision } = accepted(await as('office').post(`${path('乙某')}/propose`, given)).body;
  const yes = { confirm: true, documentNumber: '河组发〔2017〕21号', version: decision.version };
  const decided = accepted(await as('planner').post(`${path('乙某')}/decide`, yes)).body;
  expect(decided).toMatchObject({
    endsOn: '2017-11-30',
    decision: { remaining: '建成综合服务中心' },
  });
  const events = await district.office.db.prisma.assignmentEvent.findMany({
    where: { assignmentId: posts.乙某 ?? '' },
  });
  expect(events).toMatchObject([{ kind: 'extended', documentNumber: '河组发〔2017〕21号' }]);
  // The unit stays bound; it is proposed so, and decided.
  const { items } = (await as('office').get('/api/term-end-units')).body;
  const water = items.find(({ unitName }: { unitName: string }) => unitName === '区水利局');
  expect(water).toMatchObject({ staying: 1, suggested: 'stay' });
  const unit = `/api/term-end-units/${water.unitId}`;
  const { batchId } = district;
  const bound = {
    batchId,
    outcome: 'stay',
    reason: '任职干部不撤回',
    remaining: '建成综合服务中心',
  };
  const proposed = accepted(await as('office').post(`${unit}/propose`, bound)).body;
  const agree = { ...yes, batchId, version: proposed.decision.version };
  expect(accepted(await as('planner').post(`${unit}/decide`, agree)).body.decision.state).toBe(
    'decided',
  );
});

test('the handover is kept by the township and the unit', async () => {
  const items = [
    { text: '项目资料', done: true },
    { text: '固定资产登记', done: false },
  ];
  const given = { items, takenBy: '尤书记', handedOn: '2017-05-17', version: 0 };
  const kept = accepted(await as('liaison').post(`${path('甲某')}/handover`, given)).body;
  expect(kept.handover).toMatchObject({ takenBy: '尤书记', version: 1 });
  expect((await as('liaison').post(`${path('甲某')}/handover`, given)).status).toBe(409);
  expect((await as('liaison').post(`${path('乙某')}/handover`, given)).status).toBe(404);
  // Of several at once one is kept, and the others are told.
  const once = { ...given, version: 1 };
  const sent = await Promise.all(
    [1, 2, 3].map(() => as('planner').post(`${path('甲某')}/handover`, once)),
  );
  expect(sent.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const ahead = { ...given, version: 2, handedOn: '2017-05-19' };
  expect(codes(await as('planner').post(`${path('甲某')}/handover`, ahead))).toEqual(['ahead']);
  const sheet = await as('office').download('/api/term-ends.xlsx');
  expect(sheet.status).toBe(200);
});

test('no batch closes over a grade that may still change; names and dates say whose', async () => {
  const { batchId, office } = district;
  const { prisma } = office.db;
  const { cadreId } = await prisma.assignment.findUniqueOrThrow({
    where: { id: posts.乙某 ?? '' },
  });
  const roundId = await addRound(district, { year: 2016 });
  const place = { village: '大尤家村', unit: '区水利局', assignmentId: posts.乙某 ?? '' } as const;
  personId = await addToRound(district, roundId, { ...place, cadreId }, decided('incompetent'));
  await prisma.evaluationRound.update({
    where: { id: roundId },
    data: { status: 'closed', closedAt: new Date(), closedByName: '某' },
  });
  const blockers = async () => {
    const { body } = await as('planner').get(`/api/batches/${batchId}/closing`);
    return body.blockers.flatMap(({ code, zh }: { code: string; zh: string }) =>
      ['termRuns', 'inPost', 'units'].includes(code) ? [] : [`${code} ${zh}`],
    );
  };
  const of = '乙某（2016年年度考核不称职）';
  expect(await blockers()).toEqual([
    'untold 有1人的等次还没有告知本人。',
    `reviewUntold ${of}：等次还没有告知本人，复核、申诉的期限没有开始。`,
  ]);
  await prisma.gradeSignature.create({
    data: {
      ...{ personId, edition: 1, toldOn: toDate(day('2017-05-10')), manner: 'objected' },
      ...{ statement: '不服', enteredByName: '某' },
    },
  });
  expect(await blockers()).toEqual([`limitRuns ${of}：复核、申诉的期限到2017-06-09止。`]);
  const ask = async (kind: string, askedOn: string, more = {}) => {
    const body = { kind, askedOn, reason: '不服', ...more };
    const path = `/api/evaluation-people/${personId}/cases`;
    return accepted(await as('office').post(path, body)).body.id;
  };
  const keep = (id: string, decidedOn: string) => {
    const body = { version: 1, result: 'kept', text: '维持原等次', decidedOn };
    return as('planner').post(`/api/grade-cases/${id}/settle`, body).then(accepted);
  };
  const review = await ask('review', '2017-05-11');
  expect(await blockers()).toEqual([`caseOpen ${of}：复核还没有结果，应在2017-06-12前作出。`]);
  await keep(review, '2017-05-15');
  expect(await blockers()).toEqual([`limitRuns ${of}：申诉的期限到2017-05-30止。`]);
  await keep(await ask('appeal', '2017-05-16', { organ: '市委组织部' }), '2017-05-17');
  expect(await blockers()).toEqual([]);
});

test('several units are decided on at once; whoever proposed leaves them to others', async () => {
  const { batchId, units } = district;
  const unitIds = [units.区财政局, units.区水利局];
  const propose = { batchId, unitIds, outcome: 'ordinary', reason: '工作已完成' };
  const url = '/api/term-end-units';
  expect(accepted(await as('office').post(`${url}/propose`, propose)).body).toEqual({
    ...{ done: 2, leftOut: [] },
  });
  expect((await as('office').post(`${url}/propose`, propose)).status).toBe(409);
  const stays = { ...propose, outcome: 'stay' };
  expect((await as('office').post(`${url}/propose`, stays)).status).toBe(400);
  const items = unitIds.map((unitId) => ({ unitId, version: 1 }));
  const decide = { batchId, items, documentNumber: '河组发〔2017〕28号' };
  expect((await as('office').post(`${url}/decide`, decide)).status).toBe(403);
  expect(accepted(await as('planner').post(`${url}/decide`, decide)).body).toMatchObject({
    done: 2,
  });
});

test('the batch closes once nobody is in post, and is for reading then; a next one takes its villages', async () => {
  const { batchId } = district;
  const { prisma, pool } = district.office.db;
  const closing = (await as('planner').get(`/api/batches/${batchId}/closing`)).body;
  expect(closing.blockers.map(({ code }: { code: string }) => code)).toEqual([
    ...['termRuns', 'inPost'],
  ]);
  const { roundId } = await prisma.evaluationPerson.findUniqueOrThrow({ where: { id: personId } });
  await prisma.gradeFeedback.create({
    data: {
      ...{ personId, edition: 1, recipient: 'unit', sentByName: '某' },
      sentOn: toDate(day('2017-05-12')),
    },
  });
  const notes = async () => {
    const { body } = await as('planner').get(`/api/batches/${batchId}/closing`);
    return body.notes.map(({ code, late }: { code: string; late: boolean }) => `${code} ${late}`);
  };
  expect(await notes()).toEqual([
    ...['noTermGrade false', 'ends false', 'handovers false', 'months false'],
    ...['unfiled true', 'unreceived true'],
  ]);
  const body = { documentNumber: '河组发〔2017〕30号', version: closing.version };
  const early = await as('planner').post(`/api/batches/${batchId}/close`, body);
  expect([early.status, codes(early)]).toEqual([422, ['termRuns', 'inPost']]);
  const report = await as('leader').download(`/api/batches/${batchId}/term-report.docx`);
  const parts = await partsOf(report.raw);
  expect([...parts.keys()].filter((name) => name.endsWith('.svg'))).toHaveLength(2);
  expect(parts.get('word/document.xml')?.toString()).toContain('建成综合服务中心');
  // What was to be done is done: who stayed is released by a further decision, and the first one stays to be read.
  const done = { outcome: 'ordinary', reason: '综合服务中心已建成' };
  const { decision } = accepted(await as('office').post(`${path('乙某')}/propose`, done)).body;
  const agree = { confirm: true, documentNumber: '河组发〔2017〕29号', version: decision.version };
  expect(accepted(await as('planner').post(`${path('乙某')}/decide`, agree)).body).toMatchObject({
    ...{ endsOn: '2017-05-31', decision: { outcome: 'ordinary' }, acts: ['handover'] },
    earlier: [{ outcome: 'stay', remaining: '建成综合服务中心' }],
  });
  // Both have left by the day looked at.
  await prisma.assignment.updateMany({
    where: { batchId, endsOn: { gte: toDate(day('2017-05-17')) } },
    data: { endsOn: toDate(day('2017-05-17')) },
  });
  await prisma.batch.update({
    where: { id: batchId },
    data: { endsOn: toDate(day('2017-05-17')) },
  });
  await expect(
    pool.query(
      `INSERT INTO batch_closing SELECT id, '一号', ends_on, '某' FROM batch WHERE id = $1`,
      [batchId],
    ),
  ).rejects.toThrow('the term runs');
  const closed = accepted(await as('planner').post(`/api/batches/${batchId}/close`, body)).body;
  expect(closed).toMatchObject({ closedOn: '2017-05-18', blockers: [] });
  expect((await as('planner').post(`/api/batches/${batchId}/close`, body)).status).toBe(409);
  expect((await as('planner').get(`/api/home?batchId=${batchId}`)).body.tasks).toEqual([]);
  for (const change of [
    'UPDATE assignment SET ends_on = NULL',
    'UPDATE batch SET name = name',
    'DELETE FROM batch_village',
    'DELETE FROM batch_closing',
    'UPDATE evaluation_person SET version = version + 1',
    'INSERT INTO grade_edition SELECT person_id, 2, grade, ground, decided_on, document, source, NULL, NULL, entered_by_name FROM grade_edition',
    'UPDATE term_handover SET taken_by = NULL',
  ]) {
    await expect(pool.query(change)).rejects.toThrow('the batch is closed');
  }
  // Papers are filed, and a unit receives the feedback, after the closing too; a step to a grade isn't taken.
  const records = `/api/evaluations/${roundId}/records`;
  const paper = { personIds: [personId], heldOn: '2017-05-18', by: '选派办' };
  for (const kind of ['form', 'file'])
    accepted(await as('office').post(records, { ...paper, kind }));
  const { id: feedbackId } = await prisma.gradeFeedback.findFirstOrThrow({ where: { personId } });
  await expect(pool.query("UPDATE grade_feedback SET document = 'x'")).rejects.toThrow('is closed');
  await prisma.gradeFeedback.update({
    where: { id: feedbackId },
    data: { receivedOn: toDate(day('2017-05-18')), receivedByName: '某' },
  });
  expect(await notes()).toEqual([]);
  const meeting = await as('office').post(records, { ...paper, kind: 'meeting' });
  expect(meeting.body.errors).toMatchObject([{ code: 'batchClosed', remedy: expect.any(String) }]);
  const late = { kind: 'appeal', askedOn: '2017-05-18', reason: '不服', organ: '市委组织部' };
  expect(await as('office').post(`/api/evaluation-people/${personId}/cases`, late)).toMatchObject({
    status: 422,
  });
  // Months and leave of its days are for reading, whoever asks.
  const township = accepted(
    await as('officer').get(path('乙某').replace('term-ends', 'assignments')),
  ).body.townshipId;
  const month = `/api/attendance/months/${township}/2017-04`;
  expect((await as('officer').get(month)).body).toMatchObject({ editable: false, acts: [] });
  const mark = { assignmentId: posts.乙某, day: '2017-04-05', was: null, is: 'village' };
  const days = { startsOn: '2017-04-05', endsOn: '2017-04-06', kind: 'personalLeave' };
  const cadreId = accepted(await as('officer').get('/api/term-ends')).body.items[0].cadreId;
  for (const sent of [
    await as('officer').patch(month, { changes: [mark] }),
    await as('officer').post('/api/leaves', { ...days, cadreId, reason: '家中有事' }),
  ]) {
    expect([sent.status, sent.body.detail]).toEqual([422, '这个批次已办结，只供查阅。']);
  }
  const village = district.villages.养马庄村;
  const over = await as('planner').patch(`/api/batches/${batchId}/villages/${village}`, {
    ...{ tier: 'city', reason: '由市直选派', version: 1 },
  });
  expect([over.status, over.body.detail]).toEqual([422, '这个批次已办结，只供查阅。']);
  const next = { name: '第三批', date: '2017-05-18', startsOn: '2017-06-01', endsOn: '2019-05-31' };
  const { id } = accepted(await as('planner').post('/api/batches', next)).body;
  expect(await prisma.batchVillage.count({ where: { batchId: id } })).toBe(4);
});
