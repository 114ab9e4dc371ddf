import { standingsOfLine } from '@xuanpai/domain/targets/standing-line';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../testing.ts';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';

/** 大尤家村 is poor: four breakthroughs. The day is after the second quarter of 2016. */
let district: SmallDistrict;
let village: string;
beforeAll(async () => {
  district = await startSmallDistrict(day('2016-07-05'));
  village = district.villages.大尤家村;
});
afterAll(() => district.office.close());

const as = (name: string) => district.office.as(name);
const path = (period: string) => `/api/targets/sheets/${district.townships.郑旺镇}/${period}`;
const batch = () => ({ batchId: district.batchId });

interface Cell {
  value?: string;
  answer?: boolean;
  note?: string;
}
const cell = ({ value = null, answer = null, note = null }: Nullable<Cell>) => ({
  ...{ value, answer, note },
});
type Nullable<T> = { [K in keyof T]?: T[K] | null };

const change = (measureKey: string, is: Cell | null, was: Cell | null = null) => ({
  ...{ villageId: village, measureKey },
  ...{ was: was && cell(was), is: is && cell(is) },
});
const save = (period: string, ...changes: object[]) =>
  as('officer').patch(path(period), { ...batch(), changes });
const act = (who: string, period: string, name: string, version: number, reason?: string) =>
  as(who).post(`${path(period)}/${name}`, {
    ...batch(),
    ...{ villages: [{ villageId: village, version }], reason },
  });

async function sheetOf(period: string, who = 'officer') {
  const { body } = await as(who).get(`${path(period)}?batchId=${district.batchId}`);
  return body.sheets.find((one: { villageId: string }) => one.villageId === village);
}

/** Everything was confirmed and decided a moment ago: as it is known by now, unless asked otherwise. */
async function standing(
  measureKey: string,
  on: string,
  year: number | null = null,
  known: 'thatDay' | 'now' = 'now',
) {
  const { body } = await as('planner').get(
    `/api/targets?batchId=${district.batchId}&on=${on}&known=${known}`,
  );
  const row = body.villages.find((one: { villageId: string }) => one.villageId === village);
  return standingsOfLine(body.places, row.line).find(
    (one) => one.measureKey === measureKey && one.year === year,
  );
}

/** Answers everything that a period asks, with the income given. */
async function fill(period: string, income: string, growth = '9.6') {
  const sheet = await sheetOf(period);
  const asked = sheet.cells.filter((one: { asked: boolean }) => one.asked);
  return save(
    period,
    ...asked.map(({ measureKey }: { measureKey: string }) => {
      if (measureKey === 'operatingIncome') return change(measureKey, { value: income });
      if (measureKey === 'incomeGrowth') return change(measureKey, { value: growth });
      return change(measureKey, { answer: measureKey !== 'rules' });
    }),
  );
}

describe('a report of a period', () => {
  it('is only of periods that are over', async () => {
    expect((await save('2016Q3', change('water', { answer: true }))).status).toBe(409);
    expect((await save('2018Q1', change('water', { answer: true }))).status).toBe(404);
  });

  it('says every wrong cell at once, with its clause', async () => {
    const reply = await save(
      '2015Q3',
      change('operatingIncome', { value: '-1' }),
      change('election', { value: '1' }),
      change('infrastructure', { value: '50000' }),
      change('communityRate', { value: '30' }),
    );
    expect(reply.status).toBe(400);
    expect(
      reply.body.errors.map(({ path: at, code, basis }: Record<string, { source: string }>) => [
        String(at).split('/')[1],
        code,
        basis?.source ?? null,
      ]),
    ).toEqual([
      ['operatingIncome', 'outOfRange', '三（二）1'],
      ['election', 'notOfKind', '三（二）4'],
      ['infrastructure', 'notReported', '三（二）3'],
      ['communityRate', 'notAsked', null],
    ]);
    expect((await sheetOf('2015Q3')).sheetId).toBeNull();
  });

  it('is kept cell by cell, and a cell that is another by now is told', async () => {
    expect((await save('2015Q3', change('water', { answer: true }))).status).toBe(200);
    const lost = await save('2015Q3', change('water', { answer: false }));
    expect(lost.status).toBe(409);
    expect(lost.body.errors.map(({ path: at }: { path: string }) => at)).toEqual([
      `${village}/water`,
    ]);
    expect(lost.body.changes[0]).toMatchObject({ was: null, is: 'true', by: 'officer某' });
    // Sent twice it is the same.
    expect((await save('2015Q3', change('water', { answer: true }))).status).toBe(200);
  });

  it('isn’t submitted with gaps: every one is named, a note is an answer', async () => {
    await fill('2015Q3', '20000');
    await save('2015Q3', change('rules', null, { answer: false }));
    const { version } = await sheetOf('2015Q3');
    const refused = await act('officer', '2015Q3', 'submit', version);
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toHaveLength(1);
    expect(refused.body.errors[0]).toMatchObject({ code: 'notAnswered', path: `${village}/rules` });
    await save('2015Q3', change('rules', { note: '正在修订' }));
    const now = await sheetOf('2015Q3');
    expect((await act('officer', '2015Q3', 'submit', version)).body.code).toBe('staleVersion');
    const sent = await act('officer', '2015Q3', 'submit', now.version);
    expect(sent.body.sheets[0]).toMatchObject({ status: 'submitted', editable: false });
  });

  it('takes files of its own township alone, and none once it is sent', async () => {
    const { sheetId } = await sheetOf('2015Q3');
    const url = `/api/evidence?kind=targetSheet&ownerId=${sheetId}`;
    const statusFor = async (who: string) => (await as(who).get(url)).status;
    expect(await Promise.all(['officer', 'head', 'planner', 'leader'].map(statusFor))).toEqual([
      ...[200, 200, 200, 200],
    ]);
    expect(await statusFor('officer2')).toBe(404);
    const send = async (who: string) =>
      (await as(who).upload(url, {}, '照片.pdf', Buffer.from('%PDF-1.4\n%%EOF\n'))).status;
    expect(await send('officer2')).toBe(404);
    expect(await send('officer')).toBe(409);
  });

  it('goes to and fro until the head confirms it, and is locked then', async () => {
    let { version } = await sheetOf('2015Q3');
    expect((await save('2015Q3', change('water', null, { answer: true }))).status).toBe(409);
    const returned = await act('head', '2015Q3', 'return', version, '收入请核对');
    expect(returned.body.sheets[0]).toMatchObject({ status: 'returned', reason: '收入请核对' });
    ({ version } = await sheetOf('2015Q3'));
    await act('officer', '2015Q3', 'submit', version);
    ({ version } = await sheetOf('2015Q3'));
    expect((await sheetOf('2015Q3', 'head')).acts).toEqual(['confirm', 'return']);
    const confirmed = await act('head', '2015Q3', 'confirm', version);
    expect(confirmed.body.sheets[0]).toMatchObject({ status: 'confirmed', revision: 1 });
    expect((await act('head', '2015Q3', 'confirm', version + 1)).status).toBe(409);
    const { pool } = district.office.db;
    await expect(pool.query('UPDATE target_value SET answer = NOT answer')).rejects.toMatchObject({
      constraint: 'target_sheet_locked',
    });
  });

  it('asks nothing twice: what is settled for the term is shown from before', async () => {
    const { cells } = await sheetOf('2015Q4');
    const asked = cells.filter((one: { asked: boolean }) => one.asked);
    expect(asked.map((one: { measureKey: string }) => one.measureKey)).toEqual([
      'operatingIncome',
      'incomeGrowth',
      // It was answered with a note only.
      'rules',
    ]);
    const water = cells.find((one: { measureKey: string }) => one.measureKey === 'water');
    expect(water.before).toEqual({ period: '2015Q3', value: null, answer: true });
  });

  it('that is confirmed opens for another edition, and the one before is kept', async () => {
    const { version, sheetId } = await sheetOf('2015Q3');
    const opened = await act('planner', '2015Q3', 'reopen', version, '收入有误');
    expect(opened.body.sheets[0]).toMatchObject({ status: 'returned', reason: '收入有误' });
    // What was confirmed stands meanwhile.
    expect(await standing('operatingIncome', '2015-10-20', 2015)).toMatchObject({ value: '20000' });
    await save('2015Q3', change('operatingIncome', { value: '24000' }, { value: '20000' }));
    await act('officer', '2015Q3', 'submit', (await sheetOf('2015Q3')).version);
    await act('head', '2015Q3', 'confirm', (await sheetOf('2015Q3')).version);
    const { body } = await as('leader').get(`/api/targets/editions/${sheetId}`);
    const incomes = body.items.map(({ revision, values }: never) => [
      revision,
      (values as { measureKey: string; value: string }[]).find(
        ({ measureKey }) => measureKey === 'operatingIncome',
      )?.value,
    ]);
    expect(incomes).toEqual([
      [1, '20000'],
      [2, '24000'],
    ]);
    await expect(district.office.db.pool.query('DELETE FROM target_edition')).rejects.toMatchObject(
      { constraint: 'target_record_kept' },
    );
  });
});

describe('how a village stands', () => {
  it('by its own income, and by the township’s mean of those that reported', async () => {
    await fill('2015Q4', '34000');
    await act('officer', '2015Q4', 'submit', (await sheetOf('2015Q4')).version);
    await act('head', '2015Q4', 'confirm', (await sheetOf('2015Q4')).version);
    expect(await standing('operatingIncome', '2015-10-20', 2015)).toMatchObject({
      ...{ state: 'behind', value: '24000', threshold: '50000', asOf: '2015-09-30' },
    });
    expect(await standing('operatingIncome', '2016-02-01', 2015)).toMatchObject({
      ...{ state: 'behind', value: '34000', expected: '50000' },
    });
    // Alone in its township it is the mean itself: not above it.
    expect(await standing('incomeGrowth', '2016-02-01', 2015)).toMatchObject({
      ...{ state: 'behind', value: '9.6', threshold: '9.6' },
    });
  });

  it('by the statistics office’s figure once it is entered', async () => {
    const figure = { measureKey: 'incomeGrowth', period: '2015Q4', value: '8.3', version: null };
    const reply = await as('planner').send({
      ...{ method: 'PUT', url: `/api/targets/townships/${district.townships.郑旺镇}/figures` },
      payload: { ...figure, source: '区统计局' },
    });
    expect(reply.status).toBe(200);
    expect(await standing('incomeGrowth', '2016-02-01', 2015)).toMatchObject({
      ...{ state: 'reached', threshold: '8.3' },
    });
  });

  it('is not reported once a report is due, and not due before', async () => {
    expect(await standing('operatingIncome', '2016-04-05', 2016)).toMatchObject({
      state: 'notDue',
    });
    expect(await standing('operatingIncome', '2016-04-12', 2016)).toMatchObject({
      state: 'notReported',
    });
    // As long as nothing of the new year is due, the last one counts.
    const { body } = await as('planner').get(
      `/api/targets/villages/${village}?batchId=${district.batchId}&on=2016-02-01&known=now`,
    );
    expect(body.village.counts.behind).toBeGreaterThan(1);
    // What was said for the term holds.
    expect(await standing('water', '2016-04-12')).toMatchObject({ state: 'reached', answer: true });
  });

  it('by what projects have spent, without being asked', async () => {
    expect(await standing('infrastructure', '2016-02-01', 2015)).toMatchObject({
      ...{ state: 'behind', value: '0', asOf: '2015-12-31' },
    });
    expect(await standing('infrastructure', '2016-02-01', 2016)).toMatchObject({ state: 'notDue' });
    expect(await standing('infrastructure', '2016-04-01', 2016)).toMatchObject({ state: 'behind' });
  });

  it('by the office’s judgement with its ground', async () => {
    const url = `/api/targets/villages/${village}/judgements`;
    const judged = { ...batch(), measureKey: 'rankInTownship', judgedOn: '2016-05-20' };
    expect(await standing('rankInTownship', '2016-06-01')).toMatchObject({ state: 'notDue' });
    const body = { ...judged, rank: 'middle', ground: '镇党委会研究' };
    expect((await as('office').post(url, body)).status).toBe(201);
    expect(await standing('rankInTownship', '2016-06-01')).toMatchObject({
      ...{ state: 'reached', rank: 'middle', asOf: '2016-05-20' },
    });
    const later = await as('office').post(url, { ...body, judgedOn: '2016-12-01' });
    expect(later.body.errors[0].code).toBe('ahead');
    const income = await as('office').post(url, { ...body, measureKey: 'operatingIncome' });
    expect(income.body.errors[0].code).toBe('unknown');
  });

  it('against another threshold where the planner set one, with the reason', async () => {
    const url = `/api/targets/villages/${village}/adjustments`;
    const adjustment = { ...batch(), measureKey: 'operatingIncome', effectiveFrom: '2015-06-01' };
    const lower = { ...adjustment, threshold: '30000', thresholdRank: null, leftOut: false };
    const reply = await as('planner').post(url, { ...lower, reason: '受灾' });
    expect(reply.status).toBe(201);
    expect(await standing('operatingIncome', '2016-02-01', 2015)).toMatchObject({
      ...{ state: 'reached', threshold: '30000', adjusted: true },
    });
    const wrong = {
      ...lower,
      threshold: null,
      thresholdRank: 'upper',
      effectiveFrom: '2014-01-01',
    };
    const faults = (await as('planner').post(url, { ...wrong, reason: '试试' })).body.errors;
    expect(faults.map(({ path: at }: { path: string }) => at)).toEqual([
      'thresholdRank',
      'effectiveFrom',
    ]);
    await as('planner').post(url, {
      ...lower,
      threshold: null,
      leftOut: true,
      reason: '无集体经济',
    });
    expect(await standing('operatingIncome', '2016-02-01', 2015)).toBeUndefined();
    await as('planner').post(url, { ...lower, threshold: null, reason: '恢复' });
    expect(await standing('operatingIncome', '2016-02-01', 2015)).toMatchObject({
      ...{ threshold: '50000', adjusted: false },
    });
  });

  it('by the families that the planner picked', async () => {
    const url = `/api/targets/villages/${village}/families`;
    const picked = { ...batch(), families: ['fourGoods', 'fourBreakthroughs'], reason: '建社区' };
    expect((await as('planner').post(url, { ...picked, families: ['x'] })).status).toBe(400);
    const many = { ...picked, villageIds: [village, district.villages.友谊村] };
    const far = { ...many, villageIds: [village, district.batchId] };
    expect((await as('planner').post('/api/targets/families', far)).status).toBe(404);
    expect((await as('officer').post('/api/targets/families', many)).status).toBe(403);
    const done = await as('planner').post('/api/targets/families', many);
    expect([done.status, done.body]).toEqual([201, { done: 2 }]);
    expect((await as('planner').post(url, picked)).status).toBe(201);
    // Given today, nothing is owed for what was over before; given from the beginning, it is.
    expect(await standing('communityRate', '2016-02-01')).toBeUndefined();
    expect(await standing('communityRate', '2016-07-05')).toMatchObject({ state: 'notDue' });
    const fromTheBeginning = { ...picked, effectiveFrom: '2015-06-01' };
    expect((await as('planner').post(url, fromTheBeginning)).status).toBe(201);
    expect((await as('planner').post(url, { ...picked, effectiveFrom: '2099-01-01' })).status).toBe(
      400,
    );
    expect(await standing('communityRate', '2016-02-01')).toMatchObject({ state: 'notReported' });
    const { body } = await as('planner').get(
      `/api/targets/villages/${village}?batchId=${district.batchId}&on=2016-02-01&known=now`,
    );
    const keys = body.measures.map(({ key }: { key: string }) => key);
    expect(keys.filter((key: string) => key === 'election')).toHaveLength(1);
    expect(body.village).toMatchObject({ chosen: true, families: picked.families });
    expect(body.trail.at(-1)).toMatchObject({ period: '2015Q4', act: 'confirm' });
  });
});

describe('a day that is over', () => {
  const pool = () => district.office.db.pool;

  /** The editions, acts and figures get instants of their own: the records only grow. */
  async function at(table: string, column: string, instant: string, where: string) {
    await pool().query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await pool().query(`UPDATE ${table} SET ${column} = $1 WHERE ${where}`, [instant]);
    await pool().query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  }

  it('shows what was known then, and what is known by now where that is asked for', async () => {
    const quarter = `sheet_id IN (SELECT id FROM target_sheet WHERE period = '2015Q3')`;
    await at('village_target_choice', 'set_at', '2015-06-20 09:00', 'true');
    await at('target_edition', 'confirmed_at', '2015-10-09 09:00', `${quarter} AND revision = 1`);
    await at('target_edition', 'confirmed_at', '2016-03-01 09:00', `${quarter} AND revision = 2`);
    await at(
      'target_event',
      'at',
      '2015-10-09 09:00',
      `${quarter} AND act = 'confirm' AND revision = 1`,
    );
    const values = ['2015-10-08', '2015-10-09', '2016-02-01', '2016-03-01'].map(
      async (on) => (await standing('operatingIncome', on, 2015, 'thatDay'))?.value,
    );
    expect(await Promise.all(values)).toEqual([null, '20000', '20000', '24000']);
    expect(await standing('operatingIncome', '2015-10-08', 2015)).toMatchObject({ value: '24000' });
    // Judged, adjusted and entered today, whatever day it is of.
    expect(await standing('rankInTownship', '2016-06-01', null, 'thatDay')).toMatchObject({
      rank: null,
    });
    expect(await standing('operatingIncome', '2016-02-01', 2015, 'thatDay')).toMatchObject({
      adjusted: false,
    });
  });

  it('compares with the statistics office’s figure of that day, also where it was replaced', async () => {
    await at('township_figure_edition', 'set_at', '2016-01-10 09:00', 'version = 1');
    await at(
      'target_edition',
      'confirmed_at',
      '2016-01-10 09:00',
      `sheet_id IN
      (SELECT id FROM target_sheet WHERE period = '2015Q4')`,
    );
    const url = `/api/targets/townships/${district.townships.郑旺镇}/figures`;
    const figure = { measureKey: 'incomeGrowth', period: '2015Q4', value: '9.9', source: '年报' };
    const reply = await as('planner').send({
      ...{ method: 'PUT', url, payload: { ...figure, version: 1 } },
    });
    expect(reply.status).toBe(200);
    const on = (known: 'thatDay' | 'now') => standing('incomeGrowth', '2016-02-01', 2015, known);
    expect(await on('thatDay')).toMatchObject({ state: 'reached', threshold: '8.3' });
    expect(await on('now')).toMatchObject({ state: 'behind', threshold: '9.9' });
  });

  it('counts what was paid for infrastructure then, also where it was taken back since', async () => {
    const entered = await as('officer').post('/api/support/projects', {
      ...{ villageId: village, name: '道路硬化', kind: 'infrastructure', purpose: '出行' },
      ...{ sources: [{ kind: 'village', planned: '60000.00' }], milestones: [] },
    });
    const { id, version } = entered.body;
    const url = `/api/support/projects/${id}`;
    const spent = { kind: 'spent', paidOn: '2015-11-02', amount: '60000.00', voucher: '付-1' };
    const paid = (await as('officer').post(`${url}/payments`, { ...spent, version })).body;
    const payment = paid.payments[0].id;
    await as('officer').delete(`${url}/payments/${payment}?version=${paid.version}`);
    await at('project', 'known_from', '2015-11-01 09:00', `id = '${id}'`);
    const instants = `'2015-11-03 09:00', known_until = '2015-12-10 09:00'`;
    await pool().query('ALTER TABLE row_edition DISABLE TRIGGER USER');
    await pool().query(`UPDATE row_edition SET known_from = ${instants} WHERE row_id = $1`, [
      payment,
    ]);
    await pool().query('ALTER TABLE row_edition ENABLE TRIGGER USER');
    const on = async (day: string, known: 'thatDay' | 'now' = 'thatDay') =>
      (await standing('infrastructure', day, 2015, known))?.value;
    expect(await on('2015-12-09')).toBe('60000');
    expect(await on('2015-12-09', 'now')).toBe('0');
    expect(await on('2015-12-10')).toBe('0');
  });

  it('counts the measures of townships by how they stand, as the grid does', async () => {
    const query = `batchId=${district.batchId}&on=2015-12-31`;
    const { townships } = (await as('leader').get(`/api/targets/counts?${query}`)).body;
    const own = townships.find(
      ({ townshipId }: { townshipId: string }) => townshipId === district.townships.郑旺镇,
    );
    const grid = (await as('officer').get(`/api/targets?${query}`)).body;
    const all: { counts: Record<string, number> }[] = grid.villages;
    const sum = (state: string) => all.reduce((total, one) => total + (one.counts[state] ?? 0), 0);
    expect(own).toMatchObject({ villages: all.length, counts: { reached: sum('reached') } });
    expect(sum('notReported')).toBeGreaterThan(0);
    expect(own.counts.notReported).toBe(sum('notReported'));
  });

  it('tells on the village’s page what was done by then', async () => {
    const { body } = await as('officer').get(
      `/api/targets/villages/${village}?batchId=${district.batchId}&on=2015-12-01`,
    );
    const third = body.periods.find(({ key }: { key: string }) => key === '2015Q3');
    expect(third).toMatchObject({ status: 'confirmed', revision: 1 });
    const income = body.measures.find(({ key }: { key: string }) => key === 'operatingIncome');
    expect(income.values).toMatchObject([
      { period: '2015Q3', value: '20000', status: 'confirmed' },
    ]);
  });
});
