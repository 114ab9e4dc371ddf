import type { Person, PersonRow } from '@xuanpai/contracts/evaluation-people';
import type {
  EvaluationTeam,
  EvaluationTeams,
  Fairness,
} from '@xuanpai/contracts/evaluation-teams';
import { grades } from '@xuanpai/contracts/evaluation-words';
import type { Round } from '@xuanpai/contracts/evaluations';
import { toDate } from '@xuanpai/database/dates';
import type { Prisma } from '@xuanpai/database/generated/client';
import { belongsTo } from '@xuanpai/domain/evaluation/grades';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../testing.ts';
import {
  countBallots,
  giveVillages,
  openRound,
  peopleOf,
  personOf,
  postSomebody,
  roundDay,
} from '../../testing-evaluation.ts';
import { accepted } from '../../testing-plans.ts';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';

/** 区水利局’s 李强 and 王芳 in 郑旺镇, 区财政局’s 赵敏 and 钱进 in 朝阳街道. */

let district: SmallDistrict;
let round: Round;
let evaluatorId: string;
let cadres: Record<'李强' | '王芳' | '赵敏' | '钱进', string>;

beforeAll(async () => {
  district = await startSmallDistrict(roundDay);
  cadres = {
    李强: await postSomebody(district, '李强', '区水利局', '大尤家村'),
    王芳: await postSomebody(district, '王芳', '区水利局', '友谊村', {
      staffingType: 'institution',
    }),
    赵敏: await postSomebody(district, '赵敏', '区财政局', '养马庄村'),
    钱进: await postSomebody(district, '钱进', '区财政局', '前杨墩村'),
  };
  const { prisma } = district.office.db;
  // 钱进 came in November only.
  await prisma.assignment.updateMany({
    where: { cadreId: cadres.钱进 },
    data: { startsOn: toDate(day('2015-11-01')) },
  });
  const user = await prisma.user.findUniqueOrThrow({ where: { username: 'evaluator' } });
  evaluatorId = user.id;
});
afterAll(() => district.office.close());

const post = (path: string, body: object, as = 'office') => district.office.as(as).post(path, body);
const named = (people: readonly PersonRow[], name: string): PersonRow => {
  const found = people.find(({ cadreName }) => cadreName === name);
  if (!found) throw new Error(`${name} isn't there`);
  return found;
};
const person = async (name: string): Promise<Person> =>
  personOf(district, named(await peopleOf(district, round.id), name).id);

test('an enterprise without its grades stops the opening and is named; then it opens', async () => {
  const { office, batchId } = district;
  await office.db.prisma.cadre.update({
    where: { id: cadres.李强 },
    data: { staffingType: 'enterprise' },
  });
  // 王芳 changed after the round's date: the set is that of the date (E3).
  const { version } = (await office.as('planner').get(`/api/cadres/${cadres.王芳}`)).body;
  const changed = { staffingType: 'administrative', staffingSince: '2016-01-01', version };
  const since = await office.as('planner').patch(`/api/cadres/${cadres.王芳}`, changed);
  expect(since.body).toMatchObject({ staffingSince: '2016-01-01', staffingBefore: 'institution' });
  const outside = await post('/api/evaluations', { batchId, kind: 'annual', year: 2018 });
  expect(outside.body.errors[0].code).toBe('outsideBatch');
  const draft: Round = accepted(
    await post('/api/evaluations', { batchId, kind: 'annual', year: 2015 }),
  ).body;
  expect(draft).toMatchObject({ startsOn: '2015-06-01', endsOn: '2015-12-31', status: 'draft' });
  expect(draft.templates.map(({ kept }) => kept)).toEqual(Array(6).fill(false));
  const preview = accepted(await office.as('office').get(`/api/evaluations/${draft.id}/preview`));
  expect(preview.body.items.map((one: PersonRow) => [one.cadreName, one.standing])).toEqual(
    [
      ['钱进', 'byUnit'],
      ['赵敏', 'evaluated'],
      ['李强', 'evaluated'],
      ['王芳', 'evaluated'],
    ].sort((a, b) => order.indexOf(a[0] ?? '') - order.indexOf(b[0] ?? '')),
  );
  const refused = await post(`/api/evaluations/${draft.id}/open`, { version: draft.version });
  expect(refused.status).toBe(422);
  expect(refused.body.errors).toMatchObject([
    { code: 'noGradeSet', message: expect.stringContaining('李强') },
  ]);
  await office.db.prisma.cadre.update({
    where: { id: cadres.李强 },
    data: { staffingType: 'administrative' },
  });
  round = accepted(
    await post(`/api/evaluations/${draft.id}/open`, { version: draft.version }),
  ).body;
  expect(round).toMatchObject({
    status: 'open',
    counts: { people: 4, evaluated: 3, byUnit: 1, proposed: 0, villages: 3 },
  });
  expect(round.steps).toHaveLength(11);
  expect(round.templates).toContainEqual({ kind: 'annualForm', edition: null, kept: true });
  const again = await post('/api/evaluations', { batchId, kind: 'annual', year: 2015 });
  expect(again.status).toBe(409);
});

const order = ['赵敏', '钱进', '李强', '王芳'];

test('the sheet is by township and village; the set is that of the staffing type', async () => {
  const people = await peopleOf(district, round.id);
  expect(people.map(({ cadreName }) => cadreName)).toEqual(order);
  expect(named(people, '王芳').gradeSet).toBe('institution');
  expect(named(people, '钱进')).toMatchObject({ standing: 'byUnit', daysInPost: 61 });
  expect(named(people, '李强').parts?.marks).toEqual({
    ...{ visit: 'none', ballots: 'none', results: 'part', grade: 'none' },
  });
  const sheet = await district.office
    .as('office')
    .download(`/api/evaluations/${round.id}/people.xlsx`);
  expect(sheet.status).toBe(200);
});

test('townships, units and leaders see the outcome of their own; others nothing', async () => {
  const names = async (as: string) =>
    (await peopleOf(district, round.id, as)).map(({ cadreName, parts }) => [cadreName, parts]);
  expect(await names('officer')).toEqual([
    ['李强', null],
    ['王芳', null],
  ]);
  expect(await names('head')).toEqual([
    ['李强', null],
    ['王芳', null],
  ]);
  expect(await names('liaison')).toEqual([
    ['赵敏', null],
    ['钱进', null],
  ]);
  expect(await names('leader')).toHaveLength(4);
  const { id } = await person('李强');
  for (const as of ['officer', 'head', 'liaison', 'leader', 'inspector']) {
    const { status } = await district.office.as(as).get(`/api/evaluation-people/${id}`);
    expect(status, as).toBe(403);
  }
  expect((await district.office.as('inspector').get('/api/evaluations')).status).toBe(403);
});

test('an evaluator has the people of the own team and nobody else', async () => {
  const { office } = district;
  const sees = async () =>
    (await office.as('evaluator').get(`/api/evaluations/${round.id}/people`)).body.items ?? [];
  expect(await sees()).toEqual([]);
  expect((await office.as('evaluator').get('/api/evaluations')).body.items).toEqual([]);
  await giveVillages(district, round.id, ['大尤家村', '养马庄村']);
  expect((await sees()).map((one: PersonRow) => one.cadreName)).toEqual(['赵敏', '李强']);
  const own = await personOf(district, (await person('李强')).id, 'evaluator');
  expect(own.acts).toMatchObject({ propose: true, standing: false, honour: false });
  const foreign = await person('王芳');
  for (const call of [
    office.as('evaluator').get(`/api/evaluation-people/${foreign.id}`),
    post(
      `/api/evaluation-people/${foreign.id}/propose`,
      { grade: 'qualified', reason: '表现较好', version: foreign.version },
      'evaluator',
    ),
  ]) {
    expect((await call).status).toBe(404);
  }
});

test('whom an evaluator steps back from can’t be assigned, and not be opened', async () => {
  const { office, units, villages } = district;
  const tie = accepted(
    await post('/api/evaluator-ties', {
      userId: evaluatorId,
      kind: 'unit',
      unitId: units.区水利局,
    }),
  ).body;
  const teams: EvaluationTeams = (
    await office.as('office').get(`/api/evaluations/${round.id}/teams`)
  ).body;
  const [team] = teams.items as [EvaluationTeam];
  // Declared after the village was given: the page is closed, and the team's list says so.
  expect(team.warnings).toHaveLength(1);
  const { id } = await person('李强');
  expect((await office.as('evaluator').get(`/api/evaluation-people/${id}`)).status).toBe(404);
  const change = (body: object) =>
    office
      .as('office')
      .patch(`/api/evaluation-teams/${team.id}`, { ...body, version: team.version });
  const refused = await change({ villageIds: [villages.友谊村] });
  expect(refused.status).toBe(422);
  expect(refused.body.errors).toMatchObject([
    { code: 'stepBack', message: 'evaluator某与友谊村王芳应当回避：同属区水利局。' },
  ]);
  await office.as('office').delete(`/api/evaluator-ties/${tie.id}?version=1`);
  for (const body of [
    { kind: 'relative', relation: 'inLaw', cadreId: cadres.王芳 },
    { kind: 'interest', villageId: villages.友谊村 },
  ]) {
    const declared = accepted(await post('/api/evaluator-ties', { userId: evaluatorId, ...body }));
    expect((await change({ villageIds: [villages.友谊村] })).status).toBe(422);
    await office.as('office').delete(`/api/evaluator-ties/${declared.body.id}?version=1`);
  }
  // A home village is a hint.
  await post('/api/evaluator-ties', {
    ...{ userId: evaluatorId, kind: 'home', villageId: villages.大尤家村 },
  });
  const kept: EvaluationTeam = accepted(await change({ name: '甲组' })).body;
  expect(kept.warnings[0]?.zh).toContain('家在大尤家村');
  expect((await office.as('evaluator').get(`/api/evaluation-people/${id}`)).status).toBe(200);
});

test('a proposal is kept as typed, suggested from facts, and says why where it differs', async () => {
  const { id } = await person('赵敏');
  await countBallots(district, await person('赵敏'), [9, 1, 0, 0]);
  await countBallots(district, await person('李强'), [2, 1, 1, 0]);
  const seen = await personOf(district, id, 'evaluator');
  expect(seen).toMatchObject({
    marks: { visit: 'done', ballots: 'done' },
    ballots: { total: { valid: 10, rungs: [9, 1, 0, 0] } },
    suggestion: { grade: null, score: null },
  });
  // Under five valid ballots nothing is shown.
  const few = await person('李强');
  expect(few.ballots).toMatchObject({ groups: [{ sum: null }], total: null });
  const { office } = district;
  const type = async (as: string, version: number, given: object): Promise<Person> =>
    accepted(
      await office
        .as(as)
        .patch(`/api/evaluation-people/${id}/proposal`, { grade: 'excellent', version, ...given }),
    ).body;
  let draft = await type('evaluator', seen.version, {});
  draft = await type('evaluator', draft.version, { reason: '表现' });
  expect(draft.proposal.draftedByName).toBe('evaluator某');
  draft = await type('office', draft.version, { reason: '表现较' });
  draft = await type('office', draft.version, { reason: null });
  // Typing is no news; that it became somebody else's draft is.
  const told = await office.db.prisma.auditEntry.findMany({
    where: { action: 'evaluation.draft', entityId: id },
    orderBy: { seq: 'asc' },
  });
  expect(told.map(({ userName }) => userName)).toEqual(['evaluator某', 'office某']);
  expect(draft).toMatchObject({ state: 'entering', marks: { grade: 'part' } });
  expect(draft.proposal).toMatchObject({ grade: 'excellent', differs: true, byName: null });
  const send = (body: object, as = 'evaluator') =>
    post(
      `/api/evaluation-people/${id}/propose`,
      { version: draft.version, reason: null, ...body },
      as,
    );
  expect((await send({ grade: 'excellent' })).body.errors).toMatchObject([{ path: 'reason' }]);
  expect((await send({ grade: 'qualified', reason: '表现较好' })).body.errors).toMatchObject([
    { code: 'otherSet' },
  ]);
  expect((await send({ grade: 'excellent', reason: '表现较好', version: 1 })).status).toBe(409);
  const proposed: Person = accepted(
    await send({ grade: 'excellent', reason: '任务还没报齐' }),
  ).body;
  expect(proposed).toMatchObject({
    ...{ state: 'proposed', acts: { propose: false, withdraw: true } },
    proposal: { grade: 'excellent', byName: 'evaluator某', reason: '任务还没报齐' },
    atProposal: { grade: null },
  });
  const back: Person = accepted(
    await post(`/api/evaluation-people/${id}/withdraw`, { version: proposed.version }, 'evaluator'),
  ).body;
  expect(back).toMatchObject({ state: 'entering', proposal: { grade: 'excellent' } });
});

test('the office itself steps back too', async () => {
  const { office } = district;
  const { id } = await office.db.prisma.user.findUniqueOrThrow({ where: { username: 'office' } });
  const kin = { userId: id, kind: 'relative', relation: 'spouse', cadreId: cadres.赵敏 };
  const { id: personId, version } = await person('赵敏');
  const tie = accepted(await post('/api/evaluator-ties', kin)).body;
  const closed = await office.as('office').get(`/api/evaluation-people/${personId}`);
  expect(closed.body.errors).toMatchObject([{ code: 'stepBack', message: '您与赵敏应当回避。' }]);
  const honour = await post(`/api/evaluation-people/${personId}/honours`, {
    ...{ kind: 'commendation', on: '2015-09-01', title: '嘉奖', organ: '区委' },
    ...{ document: '某号', note: null },
  });
  expect(honour.status).toBe(422);
  const refused = await post(`/api/evaluation-people/${personId}/propose`, {
    ...{ grade: 'competent', reason: '表现较好', version },
  });
  expect(refused.body.errors).toMatchObject([{ code: 'stepBack' }]);
  await office.as('office').delete(`/api/evaluator-ties/${tie.id}?version=1`);
});

test('a grade of the other set can’t be stored by any path: every grade, set and column', async () => {
  const { prisma } = district.office.db;
  for (const name of ['王芳', '赵敏']) {
    const { id, gradeSet } = await person(name);
    const others = gradeSet === 'institution' ? 'civilServant' : 'institution';
    const update = (data: Prisma.EvaluationPersonUncheckedUpdateInput) =>
      prisma.evaluationPerson.update({ where: { id }, data }).then(
        () => 'kept',
        () => 'refused',
      );
    expect(await update({ gradeSet: others })).toBe('refused');
    for (const grade of grades) {
      const expected = belongsTo(gradeSet, grade) ? 'kept' : 'refused';
      const byUnit = {
        standing: 'byUnit',
        standingGround: '某因',
        unitGradeDocument: '某号',
      } as const;
      expect(await update({ proposedGrade: grade }), `${name} ${grade}`).toBe(expected);
      expect(await update({ ...byUnit, unitGrade: grade }), `${name} ${grade}`).toBe(expected);
    }
    const none = { unitGrade: null, unitGradeDocument: null, standingGround: null };
    await update({ ...none, standing: 'evaluated', proposedGrade: null });
  }
});

test('a staffing type of the date that was registered late changes the grades of who is entered', async () => {
  const { office } = district;
  const plan = office.as('planner');
  const { id } = await person('王芳');
  const extend = async () => {
    const { version } = (await office.as('office').get(`/api/evaluations/${round.id}`)).body;
    return accepted(await post(`/api/evaluations/${round.id}/extend`, { version })).body;
  };
  const register = async (staffingType: string, more: object = {}) => {
    const path = `/api/cadres/${cadres.王芳}`;
    const { version } = (await plan.get(path)).body;
    accepted(await plan.patch(path, { staffingType, version, ...more }));
  };
  await office.db.prisma.evaluationPerson.update({
    where: { id },
    data: { proposedGrade: 'qualified' },
  });
  expect(await extend()).toMatchObject({ added: 0, retyped: 0 });
  // It was changed in December already.
  await office.db.prisma.cadre.update({
    where: { id: cadres.王芳 },
    data: { staffingSince: toDate(day('2015-12-01')) },
  });
  expect(await extend()).toMatchObject({ added: 0, retyped: 1 });
  expect(await person('王芳')).toMatchObject({
    ...{ staffingType: 'administrative', gradeSet: 'civilServant', proposal: { grade: null } },
  });
  await register('institution');
  expect(await extend()).toMatchObject({ retyped: 1 });
  expect((await person('王芳')).gradeSet).toBe('institution');
});

test('the unit’s grade is recorded with its document; standing changes with a ground', async () => {
  const { id, version } = await person('钱进');
  const unit = (body: object) =>
    post(`/api/evaluation-people/${id}/unit-grade`, { version, document: null, ...body });
  expect((await unit({ grade: 'competent' })).body.errors).toMatchObject([{ path: 'document' }]);
  const graded = accepted(await unit({ grade: 'competent', document: '区财政局〔2016〕3号' })).body;
  expect(graded).toMatchObject({ unitGrade: 'competent', standing: 'byUnit' });
  const other = await person('王芳');
  expect(
    (
      await post(`/api/evaluation-people/${other.id}/unit-grade`, {
        ...{ grade: 'qualified', document: '某号', version: other.version },
      })
    ).status,
  ).toBe(422);
  const out = accepted(
    await post(`/api/evaluation-people/${other.id}/standing`, {
      ...{ standing: 'leftOut', ground: '病休，经研究不参加', version: other.version },
    }),
  ).body;
  expect(out).toMatchObject({ standing: 'leftOut', acts: { propose: false } });
});

test('commendations and matters stand with their document and in the facts', async () => {
  const { office } = district;
  const { id } = await person('赵敏');
  const entered = accepted(
    await post(`/api/evaluation-people/${id}/honours`, {
      ...{ kind: 'discipline', on: '2015-09-01', title: '诫勉谈话', organ: '区纪委' },
      ...{ document: '河纪〔2015〕9号', note: null },
    }),
  ).body;
  const seen = await personOf(district, id, 'evaluator');
  expect(seen.honours).toHaveLength(1);
  expect(seen.suggestion.grounds).toContainEqual(
    expect.objectContaining({ code: 'discipline', supports: false }),
  );
  const changed = accepted(
    await office
      .as('office')
      .patch(`/api/honours/${entered.id}`, { title: '批评教育', version: 1 }),
  ).body;
  expect(changed.title).toBe('批评教育');
  expect((await office.as('office').delete(`/api/honours/${entered.id}?version=2`)).status).toBe(
    204,
  );
});

test('fair dealing tells the spread and who leaves the ballots, to the office only', async () => {
  const { id, version } = await person('赵敏');
  accepted(
    await post(
      `/api/evaluation-people/${id}/propose`,
      { grade: 'competent', reason: '会议意见较多', version },
      'evaluator',
    ),
  );
  const path = `/api/evaluations/${round.id}/fairness`;
  const fairness: Fairness = accepted(await district.office.as('office').get(path)).body;
  expect(fairness.whole).toMatchObject({ people: 2, rungs: [0, 1, 0, 0], open: 1, few: true });
  expect(fairness.departures).toMatchObject([
    { cadreName: '赵敏', proposed: 'competent', byBallots: 'excellent', rungs: -1 },
  ]);
  expect((await district.office.as('planner').get(path)).status).toBe(403);
});

test('a round closes once everybody has a grade, and changes no more', async () => {
  const { office } = district;
  const now: Round = (await office.as('office').get(`/api/evaluations/${round.id}`)).body;
  const refused = await post(`/api/evaluations/${round.id}/close`, { version: now.version });
  expect(refused.body.errors.map((one: { code: string }) => one.code)).toEqual([
    'notDecided',
    'notDecided',
  ]);
  const frozen = await office
    .as('office')
    .patch(`/api/evaluations/${round.id}`, { ballotsTwice: true, version: now.version });
  expect(frozen.status).toBe(409);
  const renamed = accepted(
    await office
      .as('office')
      .patch(`/api/evaluations/${round.id}`, { note: '按时完成', version: now.version }),
  ).body;
  expect(renamed.note).toBe('按时完成');
});

test('whoever is posted later is added; a round at the end of the term takes both tiers', async () => {
  const added = await postSomebody(district, '周平', '郑旺镇党委', '友谊村').catch(() => null);
  expect(added).toBeNull();
  const { office, batchId, villages, units } = district;
  await office.db.prisma.assignment.updateMany({
    where: { villageId: villages.友谊村 },
    data: { endsOn: toDate(day('2015-12-20')) },
  });
  const { addCadre } = await import('../../testing-registers.ts');
  const cadreId = await addCadre(office, units.郑旺镇党委, { name: '吴军' });
  await office.db.prisma.assignment.create({
    data: {
      ...{ batchId, cadreId, villageId: villages.友谊村, tier: 'township', post: 'secretary' },
      ...{ kind: 'direct', startsOn: toDate(day('2015-12-21')), documentNumber: '某号' },
    },
  });
  const term = await openRound(district, { kind: 'term', year: 2017 });
  expect(term.counts.people).toBe(5);
  const now: Round = (await office.as('office').get(`/api/evaluations/${round.id}`)).body;
  const extended = accepted(
    await post(`/api/evaluations/${round.id}/extend`, { version: now.version }),
  ).body;
  expect(extended.added).toBe(0);
});
