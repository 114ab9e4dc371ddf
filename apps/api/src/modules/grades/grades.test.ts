import { evaluationSteps } from '@xuanpai/contracts/evaluation-words';
import type { Role } from '@xuanpai/contracts/values';
import { toDate } from '@xuanpai/database/dates';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../lib/actor.ts';
import { ensureCalendar } from '../../lib/attendance/work-calendar.ts';
import { readGradesWanting } from '../../lib/evaluation/waiting-grades.ts';
import { parseWorkbook } from '../../lib/sheet/parse-workbook.ts';
import { day } from '../../testing.ts';
import { accepted } from '../../testing-plans.ts';
import {
  addAssignment,
  addCadre,
  type SmallDistrict,
  startSmallDistrict,
} from '../../testing-registers.ts';
import { addRound, addToRound, checked, decided, proposed } from '../../testing-rounds.ts';
import { addPerson } from '../../testing-sign-in.ts';

let district: SmallDistrict;
let roundId: string;
const ids: Record<string, string> = {};
const today = day('2016-02-29');
const unaware = ['meeting', 'decision', 'told', 'form', 'file'] as const;

beforeAll(async () => {
  district = await startSmallDistrict(today);
  await ensureCalendar(district.office.deps);
  await addPerson(district.office, 'office2', { roles: [{ role: 'office' }] });
  await addPerson(district.office, 'reviewer', { roles: [{ role: 'office' }] });
  roundId = await addRound(district);
});
afterAll(() => district.office.close());

const as = (username: string) => district.office.as(username);
const post = (username: string, what: string, body: object, round = roundId) =>
  as(username).post(`/api/evaluations/${round}/${what}`, body);
const userId = async (username: string) =>
  (await district.office.db.prisma.user.findUniqueOrThrow({ where: { username } })).id;

/** Somebody of 区财政局 in 大尤家村, in the round; each in a place of their own. */
async function join(name: string, given: object = {}, round = roundId): Promise<string> {
  const unit = '区财政局';
  const cadreId = await addCadre(district.office, district.units[unit], { name });
  const assignmentId = await addAssignmentOnce(cadreId);
  const village = '大尤家村';
  ids[name] = await addToRound(district, round, { cadreId, assignmentId, village, unit }, given);
  return ids[name];
}

/** The post is over, so that the village's place is free for the next. */
async function addAssignmentOnce(cadreId: string): Promise<string> {
  const id = await addAssignment(district, cadreId, district.villages.大尤家村);
  await district.office.db.prisma.assignment.update({ where: { id }, data: { state: 'revoked' } });
  return id;
}

const read = async (username: string, id: string) =>
  accepted(await as(username).get(`/api/evaluation-people/${id}/steps`)).body;
const versionOf = async (id: string) => (await read('planner', id)).person.version;
const item = async (id: string) => ({ id, version: await versionOf(id) });

const note = (username: string, kind: string, id: string, more: object = {}, round = roundId) =>
  post(
    username,
    'records',
    {
      ...{ kind, personIds: [id], heldOn: '2016-01-08', by: '某机关', text: '同意', ...more },
    },
    round,
  );

test('from the entry to the file, and after a review once more', async () => {
  const id = await join('王伟', proposed('incompetent', await userId('office')));
  const refused = await post('office2', 'check', { items: [await item(id)] });
  expect(refused.body.errors[0].message).toBe(
    '王伟还缺：个人述职、到村考核、镇街和单位意见、纪检意见。',
  );
  await district.office.db.prisma.evaluationVisit.create({
    data: {
      ...{ roundId, villageId: district.villages.大尤家村, heldOn: toDate(day('2016-01-06')) },
      ...{ place: '村部', host: '甲', recorder: '乙', teller: '丙', scrutineer: '丁' },
      enteredByName: '甲',
    },
  });
  accepted(await note('office', 'ownReport', id));
  accepted(await note('head', 'townshipOpinion', id));
  accepted(await note('liaison', 'unitOpinion', id));
  accepted(await note('office', 'discipline', id, { document: '河纪〔2016〕2号' }));
  const own = await post('office', 'check', { items: [await item(id)] });
  expect(own.body.errors[0].code).toBe('ownProposal');
  accepted(await post('office2', 'check', { items: [await item(id)] }));
  const early = await post('planner', 'decide', {
    ...{ items: [await item(id)], decidedOn: '2016-01-20', document: '河选办〔2016〕1号' },
  });
  expect(early.body.errors[0].message).toBe('王伟还缺：会议研究。');
  accepted(await note('office', 'meeting', id, { document: '纪要1号' }));
  // Nobody but those who work on it sees what is proposed.
  expect((await read('liaison', id)).person).toMatchObject({ proposedGrade: null, grade: null });
  expect((await read('head', id)).records.map(({ kind }: { kind: string }) => kind)).toEqual([
    'townshipOpinion',
  ]);
  accepted(
    await post('planner', 'decide', {
      ...{ items: [await item(id)], decidedOn: '2016-01-20', document: '河选办〔2016〕1号' },
    }),
  );
  const told = { personIds: [id], toldOn: '2016-01-29', manner: 'objected' };
  expect((await post('office', 'told', told)).status).toBe(400);
  accepted(await post('office', 'told', { ...told, statement: '不服' }));
  accepted(await note('office', 'form', id, { heldOn: '2016-01-30' }));
  accepted(await note('office', 'file', id, { heldOn: '2016-01-30' }));
  accepted(await post('office', 'feedback', { personIds: null, sentOn: '2016-02-01' }));
  const first = await read('liaison', id);
  expect(first.person.done).toEqual(evaluationSteps);
  expect(first.remedies).toMatchObject([
    { kind: 'review', until: '2016-02-29' },
    { kind: 'appeal', until: '2016-02-29' },
  ]);

  const asked = accepted(
    await as('office').post(`/api/evaluation-people/${id}/cases`, {
      ...{ kind: 'review', askedOn: '2016-02-15', reason: '事实不清' },
    }),
  ).body;
  expect(asked.dueOn).toBe('2016-03-16');
  const settled = {
    ...{ version: 1, result: 'changed', newGrade: 'competent', text: '经复核，改定' },
    ...{ decidedOn: '2016-02-26', document: '河选办〔2016〕5号' },
  };
  const path = `/api/grade-cases/${asked.id}/settle`;
  for (const hand of ['office', 'office2', 'planner']) {
    expect((await as(hand).post(path, settled)).body.errors[0].code).toBe('ownGrade');
  }
  expect((await as('reviewer').post(path, { ...settled, newGrade: 'qualified' })).status).toBe(422);
  accepted(await as('reviewer').post(path, settled));
  const after = await read('liaison', id);
  expect(after.person).toMatchObject({
    ...{ grade: 'competent', gradeBefore: 'incompetent', edition: 2 },
    redo: ['told', 'form', 'file', 'feedback'],
  });
  expect(after.editions.map(({ grade }: { grade: string }) => grade)).toEqual([
    ...['competent', 'incompetent'],
  ]);
  expect(after.remedies.map(({ kind }: { kind: string }) => kind)).toEqual(['objection']);
  accepted(await post('office', 'told', { ...told, manner: 'agreed', toldOn: '2016-02-27' }));
  expect((await read('office', id)).person.redo).toEqual(['form', 'file', 'feedback']);
  const grades = accepted(
    await as('liaison').get(`/api/cadres/${after.person.cadreId}/grades`),
  ).body;
  expect(grades.items).toMatchObject([{ grade: 'competent', redo: ['form', 'file', 'feedback'] }]);
});

describe('the public notice of intended 优秀', () => {
  test('five workdays by the calendar, objections answered, then decided', async () => {
    const round = await addRound(district, { year: 2014, steps: ['publicNotice', ...unaware] });
    const id = await join('李娜', checked('excellent'), round);
    const up = { personIds: [id], startsOn: '2016-02-05', place: '区政府网站' };
    const missing = await post('office', 'notices', up, round);
    expect(missing.body.errors[0].message).toBe('李娜还缺：会议研究。');
    const meeting = { kind: 'meeting', personIds: [id], heldOn: '2016-02-04', by: '区选派办' };
    accepted(await post('office', 'records', meeting, round));
    const posted = accepted(await post('office', 'notices', up, round)).body;
    // Friday, Saturday and Sunday worked, a week off for the Spring Festival.
    expect(posted.endsOn).toBe('2016-02-16');
    expect((await post('office', 'notices', up, round)).status).toBe(409);
    const said = { personId: id, receivedOn: '2016-02-15', from: '匿名', content: '常不在村' };
    const objection = accepted(await post('office', 'notice-objections', said, round)).body;
    const decision = async (decidedOn: string) =>
      post('planner', 'decide', { items: [await item(id)], decidedOn, document: '1号文' }, round);
    expect((await decision('2016-02-20')).body.errors[0].message).toBe('李娜还缺：优秀公示。');
    const answer = { version: 1, answer: 'unfounded', text: '考勤属实', answeredOn: '2016-02-18' };
    const path = `/api/notice-objections/${objection.id}/answer`;
    expect((await as('office').post(path, answer)).status).toBe(204);
    expect((await as('office').post(path, { ...answer, version: 2 })).status).toBe(409);
    expect((await decision('2016-02-16')).body.errors[0].code).toBe('noticeNotOver');
    accepted(await decision('2016-02-20'));
    const { items } = accepted(await as('office').get(`/api/evaluations/${round}/notices`)).body;
    expect(items[0].people[0].objections[0]).toMatchObject({ answer: 'unfounded' });
  });

  test('an upheld objection keeps it from being decided; returned, it is taken down', async () => {
    const round = await addRound(district, { year: 2013, steps: ['publicNotice', ...unaware] });
    const id = await join('赵敏', checked('excellent'), round);
    const meeting = { kind: 'meeting', personIds: [id], heldOn: '2016-02-01', by: '区选派办' };
    accepted(await post('office', 'records', meeting, round));
    const up = { personIds: [id], startsOn: '2016-02-01', place: '区政府网站' };
    accepted(await post('office', 'notices', up, round));
    const said = { personId: id, receivedOn: '2016-02-02', from: '匿名', content: '常不在村' };
    const { id: objection } = accepted(await post('office', 'notice-objections', said, round)).body;
    const answer = { version: 1, answer: 'upheld', text: '属实', answeredOn: '2016-02-03' };
    await as('planner').post(`/api/notice-objections/${objection}/answer`, answer);
    const body = { items: [await item(id)], decidedOn: '2016-02-20', document: '1号文' };
    expect((await post('planner', 'decide', body, round)).body.errors[0].code).toBe('stepsMissing');
    const back = { version: await versionOf(id), reason: '反映属实，请重新考虑' };
    expect((await as('planner').post(`/api/evaluation-people/${id}/return`, back)).status).toBe(
      204,
    );
    const { person } = await read('office', id);
    expect(person).toMatchObject({ state: 'entering', notice: null });
    // The meeting was about what has been returned.
    expect(person.done).toEqual([]);
  });
});

test('no day set back in time skips a limit', async () => {
  const round = await addRound(district, { year: 2003, steps: ['publicNotice', ...unaware] });
  const id = await join('周远', checked('excellent'), round);
  const code = async (username: string, what: string, body: object) =>
    (await post(username, what, body, round)).body.errors[0].code;
  const meeting = { kind: 'meeting', personIds: [id], heldOn: '2003-05-31', by: '区选派办' };
  expect(await code('office', 'records', meeting)).toBe('tooEarly');
  accepted(await post('office', 'records', { ...meeting, heldOn: '2016-02-01' }, round));
  const up = { personIds: [id], startsOn: '2016-01-20', place: '区政府网站' };
  expect(await code('office', 'notices', up)).toBe('tooEarly');
  accepted(await post('office', 'notices', { ...up, startsOn: '2016-02-01' }, round));
  const decision = { items: [await item(id)], decidedOn: '2016-01-31', document: '1号文' };
  const { errors } = (await post('planner', 'decide', decision, round)).body;
  expect(errors.map((one: { code: string }) => one.code)).toContain('tooEarly');
  accepted(await post('planner', 'decide', { ...decision, decidedOn: '2016-02-20' }, round));
  const sent = { personIds: [id], sentOn: '2016-02-19' };
  expect(await code('office', 'feedback', sent)).toBe('tooEarly');
  const ask = { kind: 'objection', askedOn: '2016-02-19', reason: '不服' };
  const asked = await as('office').post(`/api/evaluation-people/${id}/cases`, ask);
  expect(asked.body.errors[0].code).toBe('tooEarly');
});

test('a visit of which nothing is written yet is none', async () => {
  const round = await addRound(district, { year: 2002 });
  const id = await join('郑和', proposed('competent'), round);
  const village = { roundId: round, villageId: district.villages.大尤家村 };
  const { evaluationVisit } = district.office.db.prisma;
  const visit = await evaluationVisit.create({ data: { ...village, enteredByName: '甲' } });
  expect((await read('office', id)).person.done).not.toContain('visit');
  await evaluationVisit.update({
    where: { id: visit.id },
    data: { heldOn: toDate(day('2016-01-06')) },
  });
  expect((await read('office', id)).person.done).toContain('visit');
});

test('another grade than proposed wants its ground, and never one of the other set', async () => {
  const round = await addRound(district, { year: 2012, steps: ['decision'] });
  const id = await join('钱进', checked('competent'), round);
  const decide = async (more: object) =>
    post(
      'planner',
      'decide',
      {
        ...{ items: [{ ...(await item(id)), ...more }], decidedOn: '2016-02-20' },
        document: '1号文',
      },
      round,
    );
  const code = async (more: object) => (await decide(more)).body.errors[0].code;
  expect(await code({ grade: 'basicallyCompetent' })).toBe('groundMissing');
  expect(await code({ grade: 'qualified', ground: '会议研究决定' })).toBe('otherSet');
  expect((await decide({ version: 7 })).status).toBe(409);
  accepted(await decide({ grade: 'basicallyCompetent', ground: '会议研究决定' }));
  expect((await read('head', id)).person).toMatchObject({
    ...{ grade: 'basicallyCompetent', gradeGround: '会议研究决定', edition: 1 },
  });
});

describe('the database', () => {
  test('keeps a decided grade, whatever writes', async () => {
    const round = await addRound(district, { year: 2011 });
    const id = await join('孙立', decided('competent'), round);
    const { prisma } = district.office.db;
    const update = (data: object) => prisma.evaluationPerson.update({ where: { id }, data });
    await expect(update({ grade: 'excellent' })).rejects.toThrow();
    await expect(update({ proposedGrade: 'excellent' })).rejects.toThrow();
    await expect(update({ state: 'checked', grade: null, decidedOn: null })).rejects.toThrow();
    await expect(prisma.evaluationPerson.delete({ where: { id } })).rejects.toThrow();
    const edition = {
      ...{ personId: id, edition: 2, grade: 'excellent' as const, enteredByName: '某' },
      ...{ decidedOn: toDate(day('2016-02-20')), source: 'review' as const },
    };
    // Neither the edition alone, nor without the case that it came of.
    await expect(prisma.gradeEdition.create({ data: edition })).rejects.toThrow();
    const ofDecision = { where: { personId_edition: { personId: id, edition: 1 } } };
    await expect(
      prisma.gradeEdition.update({ ...ofDecision, data: { grade: 'excellent' } }),
    ).rejects.toThrow();
    const tally = {
      ...{ personId: id, group: 'partyMembers' as const, pass: 1, issued: 1, returned: 1 },
      ...{ valid: 1, void: 0, first: 1, second: 0, third: 0, fourth: 0, abstained: 0 },
    };
    await expect(
      prisma.ballotTally.create({ data: { ...tally, enteredByName: '某' } }),
    ).rejects.toThrow();
    const late = { personId: id, kind: 'meeting' as const, heldOn: toDate(today), by: '某' };
    await expect(
      prisma.evaluationRecord.create({ data: { ...late, enteredByName: '某' } }),
    ).rejects.toThrow();
  });
});

test('feedback goes by management authority, and the unit says that it has it', async () => {
  const round = await addRound(district, { year: 2010 });
  const id = await join('周涛', decided('excellent'), round);
  const { cadreId } = (await read('office', id)).person;
  const { prisma } = district.office.db;
  await prisma.cadre.update({ where: { id: cadreId }, data: { managementAuthority: 'district' } });
  const send = () => post('office', 'feedback', { personIds: [id], sentOn: '2016-02-20' }, round);
  expect(accepted(await send()).body).toMatchObject({ done: 2 });
  expect(accepted(await send()).body).toMatchObject({ done: 0 });
  const list = async (username: string) =>
    accepted(await as(username).get(`/api/grade-feedback?roundId=${round}`)).body;
  const { items, waiting } = await list('liaison');
  expect(waiting).toBe(1);
  expect(items).toMatchObject([{ recipient: 'unit', mayReceive: true, grade: 'excellent' }]);
  const receipt = { items: [{ id: items[0].id, version: 1 }], receivedOn: '2016-02-22' };
  const receive = (username: string, body: object = receipt) =>
    as(username).post('/api/grade-feedback/receive', body);
  expect((await receive('office')).body.errors[0].code).toBe('notYours');
  expect(accepted(await receive('liaison')).body).toEqual({ done: 1 });
  expect(
    (await receive('liaison', { ...receipt, items: [{ id: items[0].id, version: 2 }] })).status,
  ).toBe(409);
  const other = (await list('office')).items.find(
    ({ recipient }: { recipient: string }) => recipient === 'organisation',
  );
  const paper = { items: [{ id: other.id, version: 1 }], receivedOn: '2016-02-22' };
  expect((await receive('liaison', paper)).status).toBe(404);
  accepted(await receive('office', paper));
  expect((await read('office', id)).person.feedback).toEqual({ sent: 2, received: 2 });
});

test('a review out of time is refused with the day; an appeal is decided outside', async () => {
  const round = await addRound(district, { year: 2009 });
  const id = await join('吴刚', decided('incompetent'), round);
  accepted(
    await post(
      'office',
      'told',
      { personIds: [id], toldOn: '2016-01-21', manner: 'agreed' },
      round,
    ),
  );
  const ask = (body: object) => as('office').post(`/api/evaluation-people/${id}/cases`, body);
  const late = await ask({ kind: 'review', askedOn: '2016-02-23', reason: '不服' });
  expect(late.body.errors[0]).toMatchObject({
    ...{ code: 'late', message: '复核的期限到2016-02-22止。' },
    basis: { kind: 'national' },
  });
  const notGiven = await ask({ kind: 'objection', askedOn: '2016-02-22', reason: '不服' });
  expect(notGiven.body.errors[0].code).toBe('notGiven');
  const appeal = { kind: 'appeal', askedOn: '2016-02-22', reason: '不服' };
  expect((await ask(appeal)).status).toBe(400);
  const made = accepted(await ask({ ...appeal, organ: '市委组织部' })).body;
  expect(made.dueOn).toBe('2016-04-22');
  expect((await ask({ ...appeal, organ: '市委组织部' })).body.errors[0].code).toBe('notGiven');
  const more = { version: 1, reason: '案情复杂' };
  expect((await as('planner').post(`/api/grade-cases/${made.id}/extend`, more)).status).toBe(204);
  const { items } = accepted(await as('office').get(`/api/evaluations/${round}/cases`)).body;
  expect(items).toMatchObject([{ kind: 'appeal', dueOn: '2016-05-23', mayHandle: true }]);
});

test('at term end the sending Party committee speaks, and nobody else for the unit', async () => {
  const round = await addRound(district, { year: 2015, kind: 'term' });
  const id = await join('丁', proposed('competent'), round);
  const refused = await note('liaison', 'unitOpinion', id, {}, round);
  expect(refused.body.errors[0].code).toBe('notInRound');
  accepted(await note('liaison', 'committeeOpinion', id, {}, round));
  const words = (await read('liaison', id)).records.map(({ kind }: { kind: string }) => kind);
  expect(words).toEqual(['committeeOpinion']);
});

test('nobody acts on those they step back from; whoever is in the way is named', async () => {
  const round = await addRound(district, { year: 2007 });
  const tied = await join('戊', checked('excellent'), round);
  const free = await join('己', checked('excellent'), round);
  const { cadreId, version } = (await read('office', tied)).person;
  for (const user of ['planner', 'office'] as const) {
    await district.office.db.prisma.evaluatorTie.create({
      data: {
        ...{ userId: await userId(user), kind: 'relative', cadreId, relation: 'spouse' },
        declaredByName: '某',
      },
    });
  }
  const both = [tied, free];
  const acts = [
    [
      'planner',
      'decide',
      { items: [{ id: tied, version }], decidedOn: '2016-02-20', document: '1号文' },
    ],
    ['office', 'records', { kind: 'meeting', personIds: both, heldOn: '2016-02-20', by: '办公会' }],
    ['office', 'notices', { personIds: both, startsOn: '2016-02-20', place: '公示栏' }],
    [
      'office',
      'records',
      { kind: 'townshipOpinion', personIds: [tied], heldOn: '2016-02-20', by: '郑旺镇' },
    ],
  ] as const;
  for (const [user, act, body] of acts) {
    const { errors } = (await post(user, act, body, round)).body;
    const back = errors.filter(({ code }: { code: string }) => code === 'stepBack');
    expect(back).toMatchObject([{ path: tied, message: '您与戊应当回避。' }]);
  }
  const { items } = accepted(await as('office').get(`/api/evaluations/${round}/steps`)).body;
  expect(items.find(({ id }: { id: string }) => id === tied)).toMatchObject({
    acts: [],
    stepsBack: true,
    proposedGrade: null,
    sheet: null,
  });
  expect((await as('office').get(`/api/evaluation-people/${tied}/steps`)).status).toBe(422);
  const cells = await reviewCells('office', round);
  expect(cells).toContain('己');
  expect(cells).not.toContain('戊');
  expect(cells.join()).toContain('制表人应当回避的1名没有列入（亲属或利害关系1名）');
  expect(await reviewCells('office2', round)).toContain('戊');
});

test('of all decided those whom the office steps back from are left to others, and it is said why', async () => {
  const round = await addRound(district, { year: 2006 });
  const tied = await join('庚', decided('incompetent'), round);
  const free = await join('辛', decided('incompetent'), round);
  const told = { personIds: [tied], toldOn: '2016-02-10', manner: 'agreed' };
  accepted(await post('office', 'told', told, round));
  const { prisma } = district.office.db;
  const { cadreId } = await prisma.evaluationPerson.findUniqueOrThrow({ where: { id: tied } });
  await prisma.evaluatorTie.create({
    data: {
      ...{ userId: await userId('office2'), kind: 'relative', cadreId, relation: 'spouse' },
      declaredByName: '某',
    },
  });
  const sent = { personIds: null, sentOn: '2016-02-28' };
  const named = await post('office2', 'feedback', { ...sent, personIds: [tied, free] }, round);
  expect(named.body.errors).toMatchObject([{ path: tied, code: 'stepBack' }]);
  const { body } = accepted(await post('office2', 'feedback', sent, round));
  expect(body.done).toBeGreaterThan(0);
  expect(body.leftOut).toMatchObject([{ personId: tied, name: '庚' }]);
  expect(body.leftOut[0].reason.zh).toBe('您与庚应当回避。请由其他人员办理。');
  const asks = { kind: 'review', askedOn: '2016-02-20', reason: '请求复核' };
  accepted(await as('office').post(`/api/evaluation-people/${tied}/cases`, asks));
  const cases = async (by: string) =>
    accepted(await as(by).get(`/api/evaluations/${round}/cases`)).body.items;
  expect(await cases('office2')).toMatchObject([
    { reason: null, closedTo: { zh: '您与庚应当回避。请由其他人员办理。' } },
  ]);
  expect(await cases('reviewer')).toMatchObject([{ reason: '请求复核', closedTo: null }]);
});

test('the workbench tells everybody what a round wants of them', async () => {
  const round = await addRound(district, { year: 2008 });
  const office = await userId('office');
  await join('甲', {}, round);
  await join('乙', proposed('competent', office), round);
  await join('丙', decided('competent'), round);
  const { batchId, units, townships } = district;
  const wanted = async (role: Role, of: { townshipId?: string; unitId?: string } = {}) => {
    const grant = { role, townshipId: of.townshipId ?? null, unitId: of.unitId ?? null };
    const userOf = role === 'office' ? office : null;
    const actor = { ...systemActor, userId: userOf, grants: [grant], roles: [role] };
    const all = await readGradesWanting(district.office.deps, actor, batchId);
    return all.find((one) => one.round.id === round);
  };
  expect(await wanted('planner')).toMatchObject({
    opinions: 0,
    toCheck: 1,
    toDecide: 0,
    toTell: 1,
  });
  expect(await wanted('office')).toMatchObject({ toCheck: 0, toTell: 1 });
  expect(await wanted('head', { townshipId: townships.郑旺镇 })).toMatchObject({ opinions: 2 });
  expect(await wanted('head', { townshipId: townships.朝阳街道 })).toBeUndefined();
  expect(await wanted('liaison', { unitId: units.区财政局 })).toMatchObject({ opinions: 2 });
  accepted(await note('liaison', 'unitOpinion', ids.甲 ?? '', {}, round));
  expect(await wanted('liaison', { unitId: units.区财政局 })).toMatchObject({ opinions: 1 });
});

async function reviewCells(by: string, round: string): Promise<string[]> {
  const sheet = await as(by).download(`/api/evaluations/${round}/review-sheet.xlsx`);
  const { sheets } = await parseWorkbook(sheet.raw, 'a.xlsx');
  return sheets[0]?.rows.flatMap((row) => row.map(({ text }) => text)) ?? [];
}

test('the sheet for the meeting stands by township, as a workbook and on paper', async () => {
  expect(await reviewCells('office', roundId)).toContain('王伟');
  const paper = await as('planner').download(`/api/evaluations/${roundId}/review-sheet.docx`);
  expect(paper.raw.subarray(0, 2).toString()).toBe('PK');
  expect((await as('leader').get(`/api/evaluations/${roundId}/review-sheet.xlsx`)).status).toBe(
    403,
  );
});
