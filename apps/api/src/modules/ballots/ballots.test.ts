import type { BallotContent, BallotSheet, BallotVillage } from '@xuanpai/contracts/ballots';
import { rowsOfSheet } from '@xuanpai/contracts/imports';
import { ballotCells, cellOf, emptyContent } from '@xuanpai/domain/evaluation/ballots';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { partsOf } from '../../lib/docx/parts.ts';
import { scannedPdf } from '../evidence/testing-evidence.ts';
import { startTestRound, type TestRound } from './testing-round.ts';

/** 大尤家村 is the team's of evaluator, evaluator2 and evaluator3; 养马庄村 is nobody's. */

let round: TestRound;
beforeAll(async () => {
  round = await startTestRound();
});
afterAll(() => round.office.close());
beforeEach(async () => {
  const { prisma } = round.office.db;
  await prisma.ballotTally.deleteMany();
  await prisma.ballotDraft.deleteMany();
  await prisma.ballotCount.deleteMany();
  await setRound({ ballotsTwice: false, questions: [], status: 'open' });
});

const setRound = (data: {
  ballotsTwice?: boolean;
  questions?: string[];
  status?: 'open' | 'closed';
}) =>
  round.office.db.prisma.evaluationRound.update({
    where: { id: round.roundId },
    data: {
      ...data,
      ...(data.status === 'closed' ? { closedAt: new Date() } : { closedAt: null }),
    },
  });

/** issued, returned, valid, void, four grades, no choice. */
type Nine = readonly [number, number, number, number, number, number, number, number, number];
const good: Nine = [21, 21, 20, 1, 16, 3, 1, 0, 0];
const few: Nine = [4, 4, 4, 0, 3, 1, 0, 0, 0];

function contentOf(nine: Nine, questions = 0): BallotContent {
  const [issued, returned, valid, spoilt, first, second, third, fourth, abstained] = nine;
  const figures = {
    issued,
    returned,
    valid,
    void: spoilt,
    first,
    second,
    third,
    fourth,
    abstained,
  };
  const answer = { first: valid, second: 0, third: 0, fourth: 0, abstained: 0 };
  return { figures, answers: Array.from({ length: questions }, () => answer) };
}

type Name = '王伟' | '李静' | '赵强';
const changesOf = (name: Name, group: string, content: BallotContent) => {
  const questions = content.answers.length;
  return ballotCells(questions).flatMap((cell) => {
    const is = cellOf(content, cell) ?? null;
    const was = cellOf(emptyContent(questions), cell) ?? null;
    return is === was ? [] : [{ personId: round.people[name], group, cell, was, is }];
  });
};
const base = () => `/api/evaluations/${round.roundId}/ballots`;
const send = (by: string, changes: object[]) => round.office.as(by).patch(base(), { changes });
const enter = (by: string, name: Name, group: string, nine: Nine, questions = 0) =>
  send(by, changesOf(name, group, contentOf(nine, questions)));
async function seen(by: string, query = `villageId=${round.villages.大尤家村}`) {
  const reply = await round.office.as(by).get(`${base()}?${query}`);
  expect(reply.status).toBe(200);
  return reply.body as BallotSheet;
}
async function village(by: string): Promise<BallotVillage> {
  const [one] = (await seen(by)).villages;
  if (!one) throw new Error('nobody within reach');
  return one;
}
async function lineOf(by: string, name: Name, group: string) {
  const person = (await village(by)).people.find(({ name: of }) => of === name);
  const line = person?.lines.find((one) => one.group === group);
  if (!person || !line) throw new Error('no such line');
  return { line, person };
}
const act = (by: string, what: string, body: object = {}) =>
  round.office.as(by).post(`${base()}/${round.villages.大尤家村}/${what}`, body);

describe('counted once', () => {
  test('a line is kept while it is typed, and holds once it is whole and agrees', async () => {
    const changes = changesOf('王伟', 'partyMembers', contentOf(good));
    const begun = await send('evaluator', changes.slice(0, 4));
    expect(begun.status).toBe(200);
    let { line } = await lineOf('evaluator', '王伟', 'partyMembers');
    expect([line.state, line.content?.figures.issued]).toEqual(['partial', 21]);
    await send('evaluator2', changes.slice(4));
    ({ line } = await lineOf('evaluator', '王伟', 'partyMembers'));
    expect(line).toMatchObject({ state: 'final', content: contentOf(good) });
    expect(line.enteredByName).toBe('evaluator2某');
    const wrong = { personId: round.people.王伟, group: 'partyMembers', cell: 'first' };
    await send('evaluator', [{ ...wrong, was: 16, is: 17 }]);
    const { person, line: broken } = await lineOf('evaluator', '王伟', 'partyMembers');
    expect([broken.state, person.sums.content]).toEqual(['wrong', null]);
    expect(await round.office.db.prisma.ballotTally.count()).toBe(0);
  });

  test('two who type in one cell are told; the rest isn’t lost', async () => {
    await enter('evaluator', '王伟', 'partyMembers', good);
    const of = { personId: round.people.王伟, group: 'partyMembers' };
    const stale = await send('evaluator2', [
      { ...of, cell: 'first', was: null, is: 15 },
      { ...of, cell: 'second', was: 3, is: 4 },
    ]);
    expect(stale).toMatchObject({ status: 409, body: { code: 'cellsChanged' } });
    expect(stale.body.changes).toEqual([expect.objectContaining({ is: '16', by: 'evaluator某' })]);
    const { line } = await lineOf('evaluator', '王伟', 'partyMembers');
    expect(line.content).toEqual(contentOf(good));
    // What is there already isn't sent in vain.
    expect((await send('evaluator2', [{ ...of, cell: 'first', was: null, is: 16 }])).status).toBe(
      200,
    );
  });

  test('questions have their own sums, in the database too', async () => {
    await setRound({ questions: ['在村是否坚持工作', '群众是否满意'] });
    await enter('evaluator', '李静', 'representatives', good, 2);
    const { line, person } = await lineOf('office', '李静', 'representatives');
    expect([line.state, line.content?.answers[1]?.first]).toEqual(['final', 20]);
    expect(person.sums.content?.answers).toHaveLength(2);
    await send('evaluator', [
      { personId: round.people.李静, group: 'representatives', cell: '2.first', was: 20, is: 19 },
    ]);
    expect((await lineOf('evaluator', '李静', 'representatives')).line.state).toBe('wrong');
    await send('evaluator', [
      { personId: round.people.李静, group: 'representatives', cell: '2.abstained', was: 0, is: 1 },
    ]);
    expect((await lineOf('evaluator', '李静', 'representatives')).line.state).toBe('final');
    await expect(
      round.office.db.prisma.ballotAnswer.updateMany({ data: { first: 3 } }),
    ).rejects.toThrow(/ballot_answer_sum/);
    const none = await send('evaluator', [
      { personId: round.people.李静, group: 'representatives', cell: '3.first', was: null, is: 1 },
    ]);
    expect([none.status, none.body.errors[0].code]).toEqual([400, 'notAsked']);
  });

  test('few ballots are seen by who entered them only, and are in no sum', async () => {
    await enter('evaluator', '王伟', 'partyMembers', good);
    await enter('evaluator', '王伟', 'villageCommittees', few);
    expect((await lineOf('evaluator', '王伟', 'villageCommittees')).line.content).not.toBeNull();
    for (const by of ['evaluator2', 'office', 'planner']) {
      const { line, person } = await lineOf(by, '王伟', 'villageCommittees');
      expect(line).toMatchObject({ state: 'final', content: null, enteredByName: 'evaluator某' });
      expect(person.sums).toEqual({ shown: 1, hidden: 1, content: contentOf(good) });
    }
    const cell = { personId: round.people.王伟, group: 'villageCommittees', cell: 'first' };
    const guess = await send('evaluator2', [{ ...cell, was: null, is: 2 }]);
    expect([guess.status, guess.body.errors[0].code]).toEqual([400, 'fewBallots']);
    expect(JSON.stringify(guess.body)).not.toContain('"3"');
    // Entered anew as a whole, it is the other's.
    expect((await enter('evaluator2', '王伟', 'villageCommittees', few)).status).toBe(200);
    expect((await lineOf('evaluator', '王伟', 'villageCommittees')).line.content).toBeNull();
    const { prisma } = round.office.db;
    const changes = await prisma.auditChange.findMany({ where: { entity: 'ballots' } });
    const logged = changes.map(({ after }) => (after as Record<string, unknown>).villageCommittees);
    expect(logged.filter((one) => typeof one === 'string')).toEqual([]);
  });

  test('two hundred ways of wrong sums never hold', async () => {
    let sent = 0;
    for (let at = 0; at < 25; at += 1) {
      const wrong: BallotContent = contentOf(good);
      const lines = ballotCells(0)
        .slice(1)
        .map((cell, offset) => ({
          cell,
          is: (cellOf(wrong, cell) ?? 0) + 1 + at + offset,
        }));
      sent += lines.length;
      const changes = lines.flatMap(({ cell, is }, index) => {
        const [name, group] = targets[index] ?? targets[0];
        return changesOf(name, group, contentOf(good)).map((one) =>
          one.cell === cell ? { ...one, is } : one,
        );
      });
      await round.office.db.prisma.ballotDraft.deleteMany();
      expect((await send('evaluator', changes)).status).toBe(200);
      expect(await round.office.db.prisma.ballotTally.count()).toBe(0);
    }
    expect(sent).toBe(200);
    const row = { issued: 3, returned: 3, valid: 3, void: 0, first: 3, second: 0, third: 0 };
    const by = { personId: round.people.王伟, pass: 1, enteredByName: '某' };
    for (const off of [{ first: 2 }, { void: 1 }, { issued: 2 }, { fourth: -1, first: 4 }]) {
      await expect(
        round.office.db.prisma.ballotTally.create({
          data: { ...by, group: 'partyMembers', fourth: 0, abstained: 0, ...row, ...off },
        }),
      ).rejects.toThrow(/ballot_tally_/);
    }
  });
  const targets = [
    ...(
      ['villageCommittees', 'partyMembers', 'representatives', 'townshipCadres'] as const
    ).flatMap((group) => [['王伟', group] as const, ['李静', group] as const]),
  ] as [readonly [Name, string], ...(readonly [Name, string])[]];

  test('nothing is entered once a grade is proposed, nor after the decision in the database', async () => {
    await enter('evaluator', '王伟', 'partyMembers', good);
    const { prisma } = round.office.db;
    const where = { id: round.people.王伟 };
    const proposal = { proposedGrade: 'competent', proposedByName: '某', proposedAt: new Date() };
    await prisma.evaluationPerson.update({
      where,
      data: { state: 'proposed', ...proposal } as never,
    });
    const late = await enter('evaluator', '王伟', 'representatives', good);
    expect([late.status, late.body.code]).toEqual([409, 'conflict']);
    await prisma.evaluationPerson.update({
      where,
      data: {
        ...{ state: 'decided', ...proposal, checkedByName: '某', checkedAt: new Date() },
        ...{ grade: 'competent', decidedOn: new Date('2016-01-20T00:00:00Z') },
      } as never,
    });
    await expect(prisma.ballotTally.updateMany({ data: { isFinal: false } })).rejects.toThrow(
      /decided/,
    );
    await expect(prisma.ballotTally.deleteMany()).rejects.toThrow(/decided/);
    await round.office.db.pool.query('ALTER TABLE evaluation_person DISABLE TRIGGER USER');
    await prisma.evaluationPerson.update({
      where,
      data: {
        ...{ state: 'entering', proposedGrade: null, proposedByName: null, proposedAt: null },
        ...{ checkedByName: null, checkedAt: null, grade: null, decidedOn: null },
      },
    });
    await round.office.db.pool.query('ALTER TABLE evaluation_person ENABLE TRIGGER USER');
    await setRound({ status: 'closed' });
    expect((await enter('evaluator', '王伟', 'representatives', good)).status).toBe(409);
  });
});

describe('counted twice', () => {
  const other: Nine = [21, 21, 20, 1, 15, 4, 1, 0, 0];
  beforeEach(async () => {
    await setRound({ ballotsTwice: true });
    await round.office.db.prisma.evaluationVisit.deleteMany();
    await round.office.db.prisma.evaluationVisit.create({
      data: {
        ...{ roundId: round.roundId, villageId: round.villages.大尤家村, enteredByName: '某' },
        groups: { create: { group: 'partyMembers', present: 21 } },
      },
    });
  });

  test('nobody sees the other’s numbers before both are handed in; what differs is settled', async () => {
    await enter('evaluator', '王伟', 'partyMembers', good);
    await enter('evaluator', '李静', 'partyMembers', good);
    for (const by of ['evaluator2', 'evaluator3', 'office', 'planner']) {
      const { line } = await lineOf(by, '王伟', 'partyMembers');
      expect(line, by).toMatchObject({ state: 'empty', content: null, enteredByName: null });
      expect(JSON.stringify(await village(by)), by).not.toMatch(/"first":16/);
    }
    expect((await act('evaluator', 'finish')).status).toBe(200);
    const reply = await enter('evaluator2', '王伟', 'partyMembers', other);
    expect(JSON.stringify(reply.body)).not.toContain('"first":16');
    expect((await act('evaluator2', 'finish')).body.code).toBe('conflict');
    await enter('evaluator2', '李静', 'partyMembers', good);
    expect((await enter('evaluator3', '王伟', 'partyMembers', good)).status).toBe(409);
    const finished = await act('evaluator2', 'finish');
    expect(finished.status).toBe(200);
    const { line } = await lineOf('evaluator', '王伟', 'partyMembers');
    expect(line).toMatchObject({ state: 'differs', differing: ['first', 'second'] });
    expect(line.counts?.map(({ content }) => content)).toEqual([contentOf(good), contentOf(other)]);
    expect((await lineOf('evaluator', '李静', 'partyMembers')).line.state).toBe('final');
    const settled = await act('evaluator2', 'settle', {
      lines: [{ personId: round.people.王伟, group: 'partyMembers', content: contentOf(other) }],
    });
    expect(settled.status).toBe(200);
    const { line: held, person } = await lineOf('planner', '王伟', 'partyMembers');
    expect([held.state, held.content, person.complete]).toEqual(['final', contentOf(other), true]);
    const again = await act('evaluator', 'settle', {
      lines: [{ personId: round.people.王伟, group: 'partyMembers', content: contentOf(good) }],
    });
    expect(again.body.errors[0].code).toBe('nothingToSettle');
  });

  test('what is settled must add up, and a wrong one settles nothing', async () => {
    await differ();
    const wrong = contentOf([21, 21, 20, 1, 16, 4, 1, 0, 0]);
    const reply = await act('evaluator', 'settle', {
      lines: [
        { personId: round.people.王伟, group: 'partyMembers', content: contentOf(good) },
        { personId: round.people.李静, group: 'partyMembers', content: wrong },
      ],
    });
    expect([reply.status, reply.body.errors[0].code]).toEqual([400, 'gradesSum']);
    expect(await round.office.db.prisma.ballotTally.count({ where: { pass: 3 } })).toBe(0);
  });

  test('handed in, a count is closed until the office opens both again', async () => {
    await differ();
    expect((await enter('evaluator', '王伟', 'representatives', good)).status).toBe(409);
    expect((await act('evaluator', 'reopen', { reason: '录错' })).status).toBe(403);
    expect((await act('office', 'reopen', { reason: '票数录错' })).status).toBe(200);
    expect((await lineOf('evaluator', '王伟', 'partyMembers')).line.state).toBe('entered');
    expect((await lineOf('evaluator2', '王伟', 'partyMembers')).line.content).toEqual(
      contentOf(other),
    );
    expect((await enter('evaluator', '王伟', 'representatives', good)).status).toBe(200);
  });

  test('the count of somebody who left the team is taken on, with what was entered', async () => {
    await enter('evaluator', '王伟', 'partyMembers', good);
    await enter('evaluator2', '王伟', 'partyMembers', other);
    const { prisma } = round.office.db;
    const left = await prisma.user.findUniqueOrThrow({ where: { username: 'evaluator2' } });
    const where = { roundId_userId: { roundId: round.roundId, userId: left.id } };
    const member = await prisma.evaluationTeamMember.delete({ where });
    expect((await enter('evaluator3', '李静', 'partyMembers', good)).status).toBe(200);
    const { line } = await lineOf('evaluator3', '王伟', 'partyMembers');
    expect(line).toMatchObject({ content: contentOf(other), enteredByName: 'evaluator2某' });
    await prisma.evaluationTeamMember.create({ data: member });
  });

  test('the database holds only what both counted alike', async () => {
    const { prisma } = round.office.db;
    await enter('evaluator', '王伟', 'partyMembers', good);
    await expect(prisma.ballotTally.updateMany({ data: { isFinal: true } })).rejects.toThrow(
      /ballot_tally_counted_twice|counted twice/,
    );
  });

  async function differ() {
    await enter('evaluator', '王伟', 'partyMembers', good);
    await enter('evaluator', '李静', 'partyMembers', other);
    await enter('evaluator2', '王伟', 'partyMembers', other);
    await enter('evaluator2', '李静', 'partyMembers', good);
    expect((await act('evaluator', 'finish')).status).toBe(200);
    expect((await act('evaluator2', 'finish')).status).toBe(200);
  }
});

describe('visits', () => {
  const path = () => `/api/evaluations/${round.roundId}/visits/${round.villages.大尤家村}`;
  const save = (by: string, changes: object[]) => round.office.as(by).patch(path(), { changes });
  const fact = (field: string, is: string | null, was: string | null = null) => ({
    field,
    was,
    is,
  });
  beforeEach(() => round.office.db.prisma.evaluationVisit.deleteMany());

  test('a visit is written bit by bit, by several, once for all in the village', async () => {
    const begun = await save('evaluator', [fact('heldOn', '2016-01-12'), fact('host', '周立新')]);
    expect(begun.body).toMatchObject({ heldOn: '2016-01-12', complete: false, people: 2 });
    expect(begun.body.gaps).toEqual(['地点', '记录', '计票人', '监票人', '到会人数']);
    await save('evaluator2', [
      ...[fact('place', '村委会'), fact('recorder', '吴桂芝'), fact('teller', '吴桂芝')],
      fact('scrutineer', '王德厚'),
      { field: 'present', group: 'partyMembers', was: null, is: 21 },
      {
        ...{ field: 'opinion', personId: round.people.王伟, question: 'results', was: null },
        is: '修了路\n换了变压器',
      },
    ]);
    const { body } = await round.office.as('office').get(path());
    expect(body).toMatchObject({ complete: true, gaps: [], opinions: 2, editable: true });
    expect(await round.office.db.prisma.evaluationVisit.count()).toBe(1);
    const opinion = { field: 'opinion', personId: round.people.王伟, question: 'advice' };
    await save('evaluator', [{ ...opinion, was: null, is: '常' }]);
    await save('evaluator', [{ ...opinion, was: '常', is: '常下村' }]);
    const late = await save('evaluator2', [{ ...opinion, was: '常', is: '多下村' }]);
    expect(late.body.changes).toMatchObject([{ is: '常下村', by: 'evaluator某' }]);
    // The log has the beginning and the whole, not each pause in typing.
    const { prisma } = round.office.db;
    const { id: entityId } = await prisma.evaluationVisit.findFirstOrThrow();
    expect(await prisma.auditEntry.count({ where: { action: 'visit.enter', entityId } })).toBe(2);
    const listed = await round.office.as('evaluator').get(path().replace(/\/[^/]+$/, ''));
    expect(listed.body.items).toEqual([expect.objectContaining({ complete: true, opinions: 3 })]);
  });

  test('somebody else’s words aren’t written over, and days must be of the round', async () => {
    await save('evaluator', [fact('place', '村委会')]);
    const stale = await save('evaluator2', [fact('place', '小学'), fact('host', '周立新')]);
    expect([stale.status, stale.body.changes[0].is]).toEqual([409, '村委会']);
    expect(stale.body.changes[0].by).toBe('evaluator某');
    for (const [text, code] of [
      ['2016-02-30', 'dayMalformed'],
      ['2016-01-21', 'ahead'],
      ['2015-05-31', 'beforeRound'],
    ]) {
      const refused = await save('evaluator', [fact('heldOn', text ?? '')]);
      expect([refused.status, refused.body.errors[0].code]).toEqual([400, code]);
    }
    const same = await save('evaluator', [fact('teller', '甲'), fact('scrutineer', '甲')]);
    expect([same.status, same.body.code]).toEqual([422, 'ruleViolated']);
  });

  test('scans of the list and the tally are as closed as the minutes', async () => {
    await save('evaluator', [fact('place', '村委会')]);
    const { id } = await round.office.db.prisma.evaluationVisit.findFirstOrThrow();
    const url = `/api/evidence?kind=evaluationVisit&ownerId=${id}`;
    const sent = await round.office.as('evaluator').upload(url, {}, '签到.pdf', scannedPdf());
    expect(sent.status).toBe(201);
    expect((await round.office.as('planner').get(url)).body).toMatchObject({ writable: false });
    for (const by of ['officer', 'head', 'liaison', 'inspector', 'leader']) {
      expect((await round.office.as(by).get(url)).status, by).toBe(404);
    }
  });

  test('two at one person are told of each other', async () => {
    const here = (by: string) =>
      round.office.as(by).post(`/api/evaluation-people/${round.people.王伟}/here`, {});
    expect((await here('evaluator')).body.others).toEqual([]);
    expect((await here('evaluator2')).body.others).toMatchObject([{ name: 'evaluator某' }]);
  });
});

test('minutes and ballots are closed to townships, units, leaders and other teams', async () => {
  await enter('evaluator', '王伟', 'partyMembers', good);
  const visit = `/api/evaluations/${round.roundId}/visits/${round.villages.大尤家村}`;
  for (const by of ['officer', 'head', 'officer2', 'liaison', 'leader', 'inspector', 'admin']) {
    const as = round.office.as(by);
    const url = `${base()}?villageId=${round.villages.大尤家村}`;
    expect([(await as.get(url)).status, (await as.get(visit)).status], by).toEqual([403, 403]);
    expect((await enter(by, '王伟', 'representatives', good)).status, by).toBe(403);
  }
  const foreign = round.office.as('evaluator');
  const elsewhere = `villageId=${round.villages.养马庄村}`;
  expect((await foreign.get(`${base()}?${elsewhere}`)).status).toBe(404);
  expect((await enter('evaluator', '赵强', 'partyMembers', good)).status).toBe(404);
  expect((await seen('evaluator', '')).villages).toHaveLength(1);
  expect((await seen('office', '')).villages).toHaveLength(2);
  // Whoever steps back from one of the two neither sees nor enters for them.
  const { prisma } = round.office.db;
  const user = await prisma.user.findUniqueOrThrow({ where: { username: 'evaluator' } });
  const { cadreId } = await prisma.evaluationPerson.findUniqueOrThrow({
    where: { id: round.people.李静 },
  });
  const tie = await prisma.evaluatorTie.create({
    data: {
      ...{ userId: user.id, kind: 'relative', cadreId, relation: 'spouse' },
      declaredByName: '某',
    },
  });
  expect((await village('evaluator')).people.map(({ name }) => name)).toEqual(['王伟']);
  expect((await enter('evaluator', '李静', 'partyMembers', good)).status).toBe(404);
  const paper = await round.office
    .as('evaluator')
    .download(
      `${base().replace('/ballots', '/papers/tally')}?villageId=${round.villages.大尤家村}`,
    );
  const words = (await partsOf(paper.raw)).get('word/document.xml')?.toString() ?? '';
  expect(words).toContain('制表人应当回避的1名没有列入');
  expect(words).not.toContain('李静');
  await prisma.evaluatorTie.delete({ where: { id: tie.id } });
});

describe('files', () => {
  test('the offline workbook is taken away and imported again; papers are for each village', async () => {
    await setRound({ questions: ['群众是否满意'] });
    await enter('evaluator', '王伟', 'partyMembers', good, 1);
    const as = round.office.as('evaluator');
    const { raw } = await as.download(`${base()}/book.xlsx?villageId=${round.villages.大尤家村}`);
    const send = async (bytes: Uint8Array, filename: string) =>
      (await as.upload('/api/imports', { kind: 'ballots' }, filename, bytes)).body;
    const same = await send(raw, '计票.xlsx');
    expect([same.problems, same.counts]).toMatchObject([[], { unchanged: 8, new: 0, wrong: 0 }]);
    const head =
      '村,姓名,组别,发出,收回,有效,废票,优秀,称职,基本称职,不称职,弃权,1好,1较好,1一般,1差,1弃权';
    const csv = (...lines: string[]) => Buffer.from([head, ...lines].join('\n'));
    const wrong = await send(
      csv(
        '大尤家村,李静,党员,21,21,20,1,16,3,2,0,0,20,0,0,0,0',
        '大尤家村,李静,村民代表,21,21,20,1,16,3,1,0,0,20,0,0,0,',
        '大尤家村,张三,党员,21,21,20,1,16,3,1,0,0,20,0,0,0,0',
        '养马庄村,赵强,党员,21,21,20,1,16,3,1,0,0,20,0,0,0,0',
      ),
      '计票.csv',
    );
    expect(
      wrong.problems.map(({ row, code }: { row: number; code: string }) => [row, code]),
    ).toEqual([
      [2, 'gradesSum'],
      [3, 'wanting'],
      [4, 'personUnknown'],
      [5, 'villageUnknown'],
    ]);
    const preview = await send(
      csv('大尤家村,李静,村"两委"成员,6,6,6,0,5,1,0,0,0,6,0,0,0,0'),
      '计票.csv',
    );
    expect(preview.counts).toMatchObject({ new: 1, wrong: 0 });
    expect((await as.post(`/api/imports/${preview.id}/commit`)).status).toBe(200);
    const { line } = await lineOf('evaluator', '李静', 'villageCommittees');
    expect([line.state, line.content?.answers[0]?.first]).toEqual(['final', 6]);
    // Of several villages each has its sheet, and whatever is wrong is said at once, by its sheet.
    const office = round.office.as('office');
    const book = new ExcelJS.Workbook();
    const { raw: whole } = await office.download(`${base()}/book.xlsx`);
    await book.xlsx.load(whole as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['养马庄村', '大尤家村']);
    for (const sheet of book.worksheets) {
      sheet.getCell('D7').value = 5;
      sheet.getCell('E7').value = 6;
    }
    const marked = Buffer.from(await book.xlsx.writeBuffer());
    const several = (await office.upload('/api/imports', { kind: 'ballots' }, '计票.xlsx', marked))
      .body;
    const rows = several.problems.map(({ row, code }: { row: number; code: string }) => [
      row,
      code,
    ]);
    expect(rows).toContainEqual([7, 'returnedOverIssued']);
    expect(rows).toContainEqual([rowsOfSheet + 7, 'returnedOverIssued']);
    expect(several.book.sheets).toMatchObject([
      { name: '养马庄村' },
      { name: '大尤家村', use: 'read' },
    ]);
    for (const paper of ['ballot', 'tally', 'outline']) {
      const file = await as.download(`/api/evaluations/${round.roundId}/papers/${paper}`);
      const text = (await partsOf(file.raw)).get('word/document.xml')?.toString() ?? '';
      expect(text, paper).toContain('大尤家村');
      expect(text, paper).toContain('李静');
      expect(text.includes('群众是否满意'), paper).toBe(paper !== 'outline');
    }
  });
});
