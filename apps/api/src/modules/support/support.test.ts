import type { SupportVillage } from '@xuanpai/contracts/support';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseWorkbook } from '../../lib/sheet/parse-workbook.ts';
import { knewAt } from '../../testing-editions.ts';
import { accepted } from '../../testing-plans.ts';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import { codesOf, postSomebody, supportOffice } from './testing-support.ts';

/**
 * 区财政局 has two in 大尤家村; 区水利局 one in 友谊村 and one in 养马庄村. To 大尤家村 came public funds,
 * money of the unit directly and through a project, goods of an enterprise, and a training.
 */

let district: SmallDistrict;
let enterpriseId: string;

beforeAll(async () => {
  district = await startSmallDistrict();
  const { units, villages, townships } = district;
  await postSomebody(district, units.区财政局, villages.大尤家村);
  await postSomebody(district, units.区财政局, villages.大尤家村, 'deputySecretary');
  await postSomebody(district, units.区水利局, villages.友谊村);
  await postSomebody(district, units.区水利局, villages.养马庄村);
  const officer = district.office.as('officer');
  const office = supportOffice(district);
  const villageId = villages.大尤家村;
  const firm = {
    name: '沂河食品厂',
    creditCode: '91350100M000100Y43',
    townshipId: townships.郑旺镇,
  };
  enterpriseId = accepted(await officer.post('/api/support/enterprises', firm)).body.id;
  const pairing = { enterpriseId, villageId, startsOn: '2015-03-01', endsOn: null };
  accepted(await officer.post('/api/support/pairings', pairing));
  const of2014 = {
    year: 2014,
    amount: '10000.00',
    source: '区级财政',
    document: '河财〔2014〕9号',
  };
  accepted(await officer.post('/api/support/funds', { villageId, ...of2014 }));
  const fund = accepted(
    await officer.post('/api/support/funds', {
      villageId,
      ...of2014,
      year: 2015,
      amount: '80000.00',
    }),
  ).body;
  const project = await office.made({
    ...{ villageId, name: '道路', kind: 'infrastructure', purpose: '出行' },
    sources: [
      { kind: 'publicFund', fundId: fund.id, planned: '80000.00' },
      { kind: 'unit', unitId: units.区财政局, planned: '20000.00' },
      { kind: 'village', planned: '300.00' },
    ],
    milestones: [{ name: '完工', dueOn: '2015-04-01' }],
  });
  const [fundSource, unitSource, ownSource] = project.sources.map(({ id }) => id);
  let { version } = project;
  for (const [sourceId, amount] of [
    [fundSource, '80000.00'],
    [unitSource, '20000.00'],
    [ownSource, '300.00'],
  ]) {
    const body = { kind: 'received', sourceId, paidOn: '2015-04-01', amount, voucher: '收-1' };
    version = accepted(await office.pay('officer', { ...project, version }, body)).body.version;
  }
  const spent = { kind: 'spent', paidOn: '2015-04-02', amount: '51200.00', voucher: '付-1' };
  accepted(await office.pay('officer', { ...project, version }, spent));
  const given = async (by: string, body: object) => {
    const help = await office.entered(by, { villageId, content: '帮扶', ...body });
    const confirmer = by === 'officer' ? 'head' : 'officer';
    accepted(await office.act(confirmer, help, 'decide', { confirm: true }));
  };
  const doneOn = '2015-04-10';
  const unitId = units.区财政局;
  await given('liaison', {
    unitId,
    kind: 'money',
    done: { doneOn, amount: '5000.50', text: '已拨' },
  });
  await given('liaison', {
    unitId,
    kind: 'training',
    done: { doneOn, quantity: 40, text: '培训' },
  });
  await given('liaison', { unitId, kind: 'visits', done: { doneOn, quantity: 3, text: '走访' } });
  await given('officer', {
    enterpriseId,
    kind: 'goods',
    done: { doneOn, amount: '800.00', text: '化肥' },
  });
  const owed = { unitId, villageId, kind: 'money', content: '路灯', amount: '7000.00' };
  await office.entered('liaison', { ...owed, dueOn: '2015-04-01' });
  // Reported and not yet confirmed: it counts for nothing.
  await office.entered('liaison', {
    ...owed,
    ...{ amount: undefined, done: { doneOn, amount: '99999.00', text: '未确认' } },
  });
});
afterAll(() => district.office.close());

const get = async (path: string, by = 'planner') => (await district.office.as(by).get(path)).body;

test('the overview: those without any first, what each lacks, what is split', async () => {
  const body = await get('/api/support/villages');
  const names = body.items.map(({ villageName }: SupportVillage) => villageName);
  expect(names.at(-1)).toBe('大尤家村');
  expect(names[0]).toBe('前杨墩村');
  expect(body).toMatchObject({
    ...{ total: 4, year: 2015, none: 3, split: 2, owed: 1, late: 1 },
    lacking: { publicFund: 3, cadre: 1, unit: 3, enterprise: 3 },
    brought: { publicFund: '80000.00', unit: '25000.50', enterprise: '800.00', village: '300.00' },
  });
  expect(body.items.at(-1)).toMatchObject({
    ...{ cadres: 2, enterprises: ['沂河食品厂'], lacking: [], trainings: 1, visits: 3 },
    ...{ projects: 1, projectsLate: 1, projectsStopped: 0, owed: 1, late: 1 },
    brought: { total: '106100.50' },
    units: [{ unitName: '区财政局', split: false }],
  });
  expect(body.items[0].lacking).toEqual(['publicFund', 'cadre', 'unit', 'enterprise']);
});

test('by year, on another day, filtered and ordered, and as a workbook', async () => {
  const names = async (query: string, by?: string) =>
    (await get(`/api/support/villages?${query}`, by)).items.map(
      ({ villageName }: SupportVillage) => villageName,
    );
  expect((await get('/api/support/villages?year=2014')).brought.total).toBe('10000.00');
  const early = await get('/api/support/villages?on=2015-04-05&known=now');
  expect(early).toMatchObject({ brought: { unit: '20000.00', enterprise: '0.00' } });
  expect(await names('split=true&sort=name')).toEqual(['养马庄村', '友谊村']);
  expect(await names('none=false')).toEqual(['大尤家村']);
  expect(await names('lacking=cadre')).toEqual(['前杨墩村']);
  expect(await names('owed=true')).toEqual(['大尤家村']);
  expect((await names('sort=-total'))[0]).toBe('大尤家村');
  expect(await names(`townshipIds=${district.townships.朝阳街道}&sort=township`)).toEqual([
    ...['养马庄村', '前杨墩村'],
  ]);
  expect((await get('/api/support/villages?pageSize=1&page=2')).items).toHaveLength(1);
  expect(await names('sort=township', 'officer')).toEqual(['大尤家村', '友谊村']);
  const { raw } = await district.office.as('leader').download('/api/support/villages.xlsx');
  const { sheets } = await parseWorkbook(raw, 'a.xlsx');
  expect(sheets[0]?.rows.at(-1)?.[2]?.text).toBe('大尤家村');
  const of = async (query: string) => {
    const file = await district.office.as('leader').download(`/api/support/villages.xlsx?${query}`);
    return (await parseWorkbook(file.raw, 'a.xlsx')).sheets[0]?.rows[1]?.[0]?.text;
  };
  expect(await of('on=2015-04-05')).toBe(
    '制表日期：2015-04-24    截至：2015-04-05（按当日已登记、已确认的）    共4个村',
  );
  expect(await of('on=2015-04-05&known=now')).toContain('（按2015-04-24已登记、已确认的）');
});

test('a village’s balance: who brought what by year, each yuan once, and its measure', async () => {
  const body = await get(`/api/support/villages/${district.villages.大尤家村}`, 'liaison');
  expect(body.years.map(({ year, brought }: never) => [year, brought])).toEqual([
    [
      2015,
      {
        ...{ publicFund: '80000.00', unit: '25000.50', enterprise: '800.00', village: '300.00' },
        ...{ other: '0.00', total: '106100.50' },
      },
    ],
    [2014, expect.objectContaining({ publicFund: '10000.00', total: '10000.00' })],
  ]);
  expect(body.helpers).toContainEqual(
    expect.objectContaining({ year: 2015, source: 'unit', name: '区财政局', amount: '25000.50' }),
  );
  expect(body).toMatchObject({
    ...{ infrastructure: [{ year: 2015, amount: '51200.00' }], changeable: false, owed: 1 },
    pairings: [{ enterpriseName: '沂河食品厂', inForce: true }],
    units: [{ unitName: '区财政局', split: false }],
  });
  expect(body.cadres).toHaveLength(2);
});

test('a unit’s page: what it promised and did, and what it owes', async () => {
  const body = await get(`/api/support/units/${district.units.区财政局}`, 'liaison');
  expect(body).toMatchObject({
    ...{ unitName: '区财政局', reports: true, years: [{ year: 2015, amount: '25000.50' }] },
    villages: [
      {
        ...{ villageName: '大尤家村', split: false, promised: 5, done: 3, owed: 1, late: 1 },
        ...{ doneAmount: '5000.50', owedAmount: '7000.00', projectAmount: '20000.00' },
      },
    ],
  });
  const other = await get(`/api/support/units/${district.units.区水利局}`);
  expect(other.reports).toBe(false);
  expect(other.villages.map(({ split }: { split: boolean }) => split)).toEqual([true, true]);
});

test('an enterprise’s code is checked, and kept once', async () => {
  const post = (body: object, by = 'planner') =>
    district.office.as(by).post('/api/support/enterprises', body);
  const wrong = await post({ name: '某某公司', creditCode: '91350100M000100Y44' });
  expect(wrong.body.errors).toMatchObject([{ path: 'creditCode', code: 'checkCharacter' }]);
  const taken = await post({ name: '沂河食品厂', creditCode: '91350100m000100y43' });
  expect([taken.status, taken.body.errors.length]).toEqual([409, 1]);
  const digits = accepted(await post({ name: '数码公司', creditCode: '914403001922038216' })).body;
  expect(digits).toMatchObject({ creditCode: '914403001922038216', villages: 0, brought: '0.00' });
  expect(codesOf(await post({ name: '区外公司' }, 'officer'))).toEqual(['townshipMissing']);
  const list = await get('/api/support/enterprises?sort=-brought', 'leader');
  expect(list.items[0]).toMatchObject({ name: '沂河食品厂', villages: 1, brought: '800.00' });
  expect(list.items[0].changeable).toBe(false);
  const used = await district.office
    .as('officer')
    .delete(`/api/support/enterprises/${enterpriseId}?version=1`);
  expect([used.status, codesOf(used)]).toEqual([409, ['pairings', 'help']]);
});

test('an enterprise is paired with a village once at a time', async () => {
  const officer = district.office.as('officer');
  const villageId = district.villages.大尤家村;
  const again = { enterpriseId, villageId, startsOn: '2015-04-01', endsOn: null };
  const twice = await officer.post('/api/support/pairings', again);
  expect([twice.status, twice.body.detail]).toEqual([409, '这个企业在这段时间已与该村结对。']);
  const reversed = { ...again, endsOn: '2015-03-01' };
  expect(codesOf(await officer.post('/api/support/pairings', reversed))).toEqual([
    'periodReversed',
  ]);
});

test('a day that is over shows public funds and pairings as they were written down then', async () => {
  const officer = district.office.as('officer');
  const villageId = district.villages.友谊村;
  const body = {
    villageId,
    year: 2015,
    amount: '900.00',
    source: '区级',
    document: '河财〔2015〕7号',
  };
  const fund = accepted(await officer.post('/api/support/funds', body)).body;
  const { villageId: _, ...fields } = body;
  const path = `/api/support/funds/${fund.id}`;
  accepted(await officer.patch(path, { ...fields, amount: '700.00', version: fund.version }));
  accepted(await officer.delete(`${path}?version=${fund.version + 1}`));
  const days = { startsOn: '2015-03-01', endsOn: null };
  const pairing = accepted(
    await officer.post('/api/support/pairings', { enterpriseId, villageId, ...days }),
  ).body;
  const at = `/api/support/pairings/${pairing.id}`;
  const ended = { startsOn: '2015-03-05', endsOn: '2015-03-10', version: pairing.version };
  accepted(await officer.patch(at, ended));
  await knewAt(district.office, 'village_fund', fund.id, [
    '2015-03-02',
    '2015-03-12',
    '2015-03-20',
  ]);
  await knewAt(district.office, 'enterprise_pairing', pairing.id, ['2015-03-02', '2015-03-20']);
  const seen = async (query: string) => {
    const village = await get(`/api/support/villages/${villageId}?${query}`);
    const paired = await get(`/api/support/enterprises/${enterpriseId}?${query}`);
    const pairings = village.pairings.map(({ inForce }: { inForce: boolean }) => inForce);
    return [village.brought.publicFund, pairings, paired.villages];
  };
  expect(await seen('on=2015-03-11')).toEqual(['900.00', [true], 1]);
  expect((await seen('on=2015-03-12'))[0]).toBe('700.00');
  expect(await seen('on=2015-03-20')).toEqual(['0.00', [false], 0]);
  expect(await seen('on=2015-03-11&known=now')).toEqual(['0.00', [false], 1]);
  expect((await seen('on=2015-03-04&known=now'))[1]).toEqual([]);
  const alone = await get(`/api/support/enterprises/${enterpriseId}?on=2015-03-11`);
  expect(alone.pairings.map(({ villageName }: never) => villageName)).toEqual(['友谊村']);
});

test('funds of which a project has a part stay', async () => {
  const { funds } = await get(`/api/support/villages/${district.villages.大尤家村}`);
  const [fund] = funds;
  expect(fund).toMatchObject({ year: 2015, planned: '80000.00' });
  const path = `/api/support/funds/${fund.id}?version=${fund.version}`;
  const reply = await district.office.as('officer').delete(path);
  expect([reply.status, reply.body.detail]).toEqual([
    409,
    '“区级财政”还有1个项目的资金（道路），不能删除。',
  ]);
});
