import type { LetterSubject } from '@xuanpai/contracts/letters';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestApp } from '../../testing.ts';
import { accepted } from '../../testing-plans.ts';
import {
  addAssignment,
  addCadre,
  type SmallDistrict,
  startSmallDistrict,
} from '../../testing-registers.ts';
import { textsOf } from './testing-docx.ts';

let district: SmallDistrict;
let office: TestApp;
let letters: string;
/** 王伟 of 区财政局 in 养马庄村, 李明 of 区水利局 in 大尤家村, 赵强 of 区水利局 in 友谊村. */
let wang: string;
let li: string;
let zhao: string;
beforeAll(async () => {
  district = await startSmallDistrict();
  office = district.office;
  const { units, villages } = district;
  letters = `/api/batches/${district.batchId}/letters`;
  const posted = async (name: string, unit: string, village: string) =>
    addAssignment(district, await addCadre(office, unit, { name }), village);
  wang = await posted('王伟', units.区财政局, villages.养马庄村);
  li = await posted('李明', units.区水利局, villages.大尤家村);
  zhao = await posted('赵强', units.区水利局, villages.友谊村);
});
afterAll(() => office.close());

const list = async (kind: string, who = 'planner'): Promise<LetterSubject[]> =>
  accepted(await office.as(who).get(`${letters}?kind=${kind}`)).body.items;
const make = (kind: string, subjectIds: string[] | null, more: object = {}) =>
  office.as('planner').post(letters, { kind, subjectIds, date: '2015-05-20', ...more });
const letterOf = async (kind: string, id: string) =>
  (await list(kind)).find(({ subjectId }) => subjectId === id)?.letter;
const printed = async (kind: string, id: string, who = 'planner') =>
  textsOf(
    (await office.as(who).download(`${letters}/letters.docx?kind=${kind}&subjectIds=${id}`)).raw,
  );
const facts = (rows: object[], more: object, who = 'planner') =>
  office
    .as(who)
    .post(`/api/batches/${district.batchId}/membership-facts`, { direction: 'out', rows, ...more });

describe('numbers', () => {
  test('are given once: made again, the letter keeps number, date and words', async () => {
    accepted(await make('introduction', [li]));
    const first = await printed('introduction', li);
    expect(first).toContain('介字〔2015〕1号');
    const cadre = await office.db.prisma.cadre.findFirstOrThrow({ where: { name: '李明' } });
    await office.db.prisma.cadre.update({ where: { id: cadre.id }, data: { position: '科长' } });
    const again = await make('introduction', [li, zhao], { date: '2015-06-02' });
    expect(again.body).toMatchObject({ made: 1, again: 1 });
    expect(await printed('introduction', li)).toEqual(first);
    expect(await letterOf('introduction', zhao)).toMatchObject({ number: 2, date: '2015-06-02' });
  });

  test('begin anew with the year, and are counted by kind', async () => {
    accepted(await make('introduction', [wang], { date: '2016-01-04' }));
    expect(await letterOf('introduction', wang)).toMatchObject({ year: 2016, number: 1 });
    accepted(await make('annex', null));
    expect((await list('annex'))[0]?.letter).toMatchObject({ year: 2015, number: 1 });
  });

  test('have no gap where two people make letters at once, and where making fails', async () => {
    const { units, batchId } = district;
    const replies = await Promise.all([1, 2, 3].map(() => make('unitNotice', null)));
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(replies.map(({ body }) => body.made).sort()).toEqual([0, 0, 2]);
    const stray = await make('unitNotice', [units.区水利局, batchId]);
    expect(stray.status).toBe(404);
    const made = await office.db.prisma.letter.findMany({
      where: { kind: 'unitNotice' },
      orderBy: { number: 'asc' },
    });
    expect(made.map(({ number }) => number)).toEqual([1, 2]);
  });

  test('a voided letter keeps its number and its reason; the next one gets another', async () => {
    const letter = await letterOf('introduction', zhao);
    const path = `/api/letters/${letter?.id}/void`;
    const stale = await office.as('planner').post(path, { reason: '日期有误', version: 9 });
    expect(stale.status).toBe(409);
    accepted(await office.as('planner').post(path, { reason: '日期有误', version: 1 }));
    const twice = await office.as('planner').post(path, { reason: '日期有误', version: 2 });
    expect([twice.status, twice.body.code]).toEqual([409, 'alreadyDone']);
    expect(await letterOf('introduction', zhao)).toBeNull();
    accepted(await make('introduction', [zhao]));
    expect(await letterOf('introduction', zhao)).toMatchObject({ year: 2015, number: 3 });
  });
});

describe('党员组织关系介绍信', () => {
  test('without dues and validity nothing is made, and each gap is named', async () => {
    const { status, body } = await make('membership', [li, zhao]);
    expect([status, body.code]).toEqual([422, 'valuesMissing']);
    expect(body.errors.map(({ message }: { message: string }) => message)).toEqual([
      '李明：缺“党费交至”（党费交纳到的月份）。',
      '李明：缺“有效期”（介绍信有效天数）。',
      '赵强：缺“党费交至”（党费交纳到的月份）。',
      '赵强：缺“有效期”（介绍信有效天数）。',
    ]);
    expect(body.errors[0].remedy).toContain('组织关系');
    expect(await office.db.prisma.letter.count({ where: { kind: 'membership' } })).toBe(0);
  });

  test('entered for many at once; who still lacks something is left out when asked, and named', async () => {
    const rows = [{ assignmentId: li, version: 0 }];
    accepted(await facts(rows, { duesPaidUntil: '2015-05', validityDays: 30 }));
    const { body } = accepted(await make('membership', [li, zhao], { leaveOutIncomplete: true }));
    expect(body).toMatchObject({ made: 1, again: 0, leftOut: [{ subjectId: zhao, name: '赵强' }] });
    const texts = await printed('membership', li);
    const text = texts.join('\n');
    expect(text).not.toMatch(/[{}]|undefined|null|【缺/);
    expect(texts[0]).toBe('党组介字〔2015〕1号');
    expect(text).toContain('组织关系由区水利局党组织转到郑旺镇大尤家村党组织');
    expect(text).toContain('党费已交至2015年5月');
    expect(text).toContain('30天内有效');
    expect(texts).toContain('党员组织关系介绍信回执');
    expect(text).toContain('任期届满，组织关系凭转回介绍信转回区水利局党组织');
    const missing = (await list('membership')).find(({ subjectId }) => subjectId === zhao)?.missing;
    expect(missing?.map(({ tag, source, sourceId }) => [tag, source, sourceId])).toEqual([
      ['党费交至', 'membership', zhao],
      ['有效期', 'membership', zhao],
    ]);
  });

  test('what somebody else entered meanwhile isn’t overwritten', async () => {
    const rows = [{ assignmentId: li, version: 0 }];
    expect((await facts(rows, { validityDays: 60 })).status).toBe(409);
    expect((await facts([{ assignmentId: zhao, version: 0 }], {})).status).toBe(400);
    expect((await facts([{ assignmentId: zhao, version: 0 }], { validityDays: 0 })).status).toBe(
      400,
    );
  });

  test('a preview names the gaps in brackets, and takes no number', async () => {
    const query = `kind=membership&subjectId=${zhao}&date=2015-05-20`;
    const { raw } = await office.as('office').download(`${letters}/preview.docx?${query}`);
    const text = (await textsOf(raw)).join('\n');
    expect(text).toContain('党费已交至【缺：党费交至】');
    expect(text).toContain('〔2015〕＿＿号');
    expect(await letterOf('membership', zhao)).toBeNull();
  });

  test('at term end the way back has facts of its own', async () => {
    const rows = [{ assignmentId: li, version: 0 }];
    const back = { direction: 'back', duesPaidUntil: '2017-05', validityDays: 30 };
    accepted(await facts(rows, back));
    accepted(await make('membershipReturn', [li], { date: '2017-05-31' }));
    const text = (await printed('membershipReturn', li)).join('\n');
    expect(text).toContain('党组介回字〔2017〕1号');
    expect(text).toContain('区水利局党组织：');
    expect(text).toContain('由郑旺镇大尤家村党组织转回你处');
    expect(text).toContain('党费已交至2017年5月');
  });

  test('of a township’s cadre it doesn’t move', async () => {
    const { units, villages } = district;
    const cadreId = await addCadre(office, units.朝阳街道党工委, { name: '孙涛' });
    const id = await addAssignment(district, cadreId, villages.前杨墩村);
    await office.db.prisma.assignment.update({
      where: { id },
      data: { tier: 'township', kind: 'attached' },
    });
    expect((await list('membership')).map(({ name }) => name)).not.toContain('孙涛');
    expect((await make('membership', [id])).status).toBe(404);
    expect((await facts([{ assignmentId: id, version: 0 }], { validityDays: 30 })).status).toBe(
      404,
    );
  });
});

describe('who takes which letters', () => {
  const names = async (kind: string, who: string) =>
    (await list(kind, who)).map(({ name }) => name);

  test('a township its own and those of the people in its villages, a unit its own', async () => {
    expect(await names('introduction', 'officer')).toEqual(['李明', '赵强']);
    expect(await names('introduction', 'officer2')).toEqual(['王伟', '孙涛']);
    expect(await names('introduction', 'liaison')).toEqual(['王伟']);
    expect(await names('unitNotice', 'liaison')).toEqual(['区财政局']);
    expect(await names('unitNotice', 'officer')).toEqual([]);
    expect(await names('townshipNotice', 'officer')).toEqual(['郑旺镇']);
    expect(await names('townshipNotice', 'liaison')).toEqual([]);
    expect(await names('annex', 'officer')).toEqual([]);
    const own = await office.as('liaison').download(`${letters}/letters.docx?kind=introduction`);
    const text = (await textsOf(own.raw)).join();
    expect(text).toContain('王伟');
    expect(text).not.toContain('李明');
  });

  test('another township’s letter is not found, asked for by name', async () => {
    const foreign = `${letters}/letters.docx?kind=introduction&subjectIds=${wang}`;
    expect((await office.as('officer').download(foreign)).status).toBe(404);
    expect((await office.as('officer2').download(foreign)).status).toBe(200);
  });

  test('nobody but the planner makes or voids; nobody else previews but the office', async () => {
    const body = { kind: 'introduction', subjectIds: null, date: '2015-05-20' };
    for (const who of ['officer', 'head', 'liaison', 'leader', 'admin', 'auditor']) {
      expect((await office.as(who).post(letters, body)).status).toBe(403);
    }
    // The office makes those about grades alone.
    expect((await office.as('office').post(letters, body)).status).toBe(404);
    const path = `${letters}/preview.docx?kind=introduction&subjectId=${li}&date=2015-05-20`;
    expect((await office.as('officer').download(path)).status).toBe(403);
  });
});

test('every act stands in the log', async () => {
  const acts = await office.db.prisma.auditEntry.groupBy({ by: ['action'] });
  const found = acts.map(({ action }) => action);
  expect(found).toEqual(
    expect.arrayContaining(['letter.make', 'letter.void', 'membershipFacts.set']),
  );
});
