import type { Nomination } from '@xuanpai/contracts/nominations';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing.ts';

let office: TestApp;
let batch: string;
let url: string;
beforeAll(async () => {
  office = await startTestApp('demo');
  const { body } = await office.as('planner').get('/api/batches');
  batch = `/api/batches/${body.items[0].id}`;
  url = `${batch}/nominations`;
});
afterAll(() => office.close());

const list = async (query = '', as = 'planner') => (await office.as(as).get(`${url}${query}`)).body;
async function nominee(name: string): Promise<Nomination> {
  const { items } = await list(`?q=${encodeURIComponent(name)}`);
  const [found] = items.filter((one: Nomination) => one.name === name);
  if (!found) throw new Error(`${name} isn't named`);
  return found;
}
const act = (one: Nomination, name: string, body: object, as = 'planner') =>
  office.as(as).post(`${url}/${one.id}/${name}`, { version: one.version, ...body });

describe('the sample district', () => {
  test('of 255 nominees 246 are eligible, 9 not; all 246 by presumption', async () => {
    expect(await list()).toMatchObject({
      total: 255,
      judgedOn: '2015-04-24',
      counts: {
        all: 255,
        eligible: 246,
        toStudy: 0,
        accepted: 0,
        toVerify: 0,
        notEligible: 9,
        presumed: 246,
      },
    });
  });

  test('the nine come first: four of the district, five of three townships', async () => {
    const { items } = await list('?judgements=notEligible&pageSize=200');
    expect(items.map(({ name, unitName }: Nomination) => `${unitName} ${name}`)).toEqual([
      '区财政局 万云洋',
      '区食药监局 尹军建',
      '区气象局 武娟超',
      '区农开办 史磊',
      '朝阳街道党工委 郑艳玉',
      '朝阳街道党工委 邓浩秀',
      '汤河镇党委 卢平秀',
      '郑旺镇党委 叶丽强',
      '郑旺镇党委 史凯斌',
    ]);
    const first = await list('?pageSize=20');
    expect(first.items.slice(0, 9).map(({ judgement }: Nomination) => judgement)).toEqual(
      Array(9).fill('notEligible'),
    );
  });

  test('each says the fact and the basis', async () => {
    expect((await nominee('万云洋')).findings).toMatchObject([
      {
        code: 'notYetFullMember',
        facts: { joinedOn: '2014-05-01', presumedOn: '2015-05-01', monthsShort: 1 },
        basis: { kind: 'notice', source: '二（三）' },
      },
    ]);
    expect((await nominee('史凯斌')).findings).toMatchObject([
      { code: 'joinedAfterBatch', facts: { joinedOn: '2016-11-01', on: '2015-04-24' } },
    ]);
  });
});

describe('the list', () => {
  test('is filtered, sorted and paged, the counts staying those of all tabs', async () => {
    const page = await list('?tier=township&judgements=notEligible&sort=-name&pageSize=2&page=2');
    expect(page).toMatchObject({ total: 5, counts: { all: 111, notEligible: 5 } });
    expect(page.items).toHaveLength(2);
    const byAge = await list('?sort=-age&pageSize=3');
    const ages = byAge.items.map(({ age }: Nomination) => age);
    expect(ages).toEqual([...ages].sort((a, b) => b - a));
    expect((await list('?presumed=false')).total).toBe(9);
  });

  test('an officer sees the own township, a liaison the own unit', async () => {
    const own = await list('?pageSize=200', 'officer');
    expect(new Set(own.items.map(({ unitName }: Nomination) => unitName))).toEqual(
      new Set(['郑旺镇党委']),
    );
    const unit = await list('?pageSize=200', 'liaison');
    expect(new Set(unit.items.map(({ unitName }: Nomination) => unitName))).toEqual(
      new Set(['区财政局']),
    );
    const foreign = await nominee('万云洋');
    expect((await office.as('officer').get(`${url}/${foreign.id}`)).status).toBe(404);
    expect((await office.as('liaison').get(`${url}/${foreign.id}`)).body.name).toBe('万云洋');
  });

  test('nobody without the field sees it', async () => {
    for (const name of ['admin', 'auditor', 'evaluator', 'inspector']) {
      expect((await office.as(name).get(url)).status).toBe(403);
      expect((await office.as(name).get(`${url}.xlsx`)).status).toBe(403);
    }
    expect((await office.as(null).get(url)).status).toBe(401);
  });

  test('goes out as a workbook with judgement, facts and basis', async () => {
    const file = await office.as('planner').download(`${url}.xlsx?judgements=notEligible`);
    const { default: ExcelJS } = await import('exceljs');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file.raw as unknown as ArrayBuffer);
    const [sheet] = workbook.worksheets;
    expect(sheet?.rowCount).toBe(3 + 9);
    const cells = sheet?.getRow(4).values;
    expect(cells).toContain('万云洋');
    expect(cells).toContain('不符合');
    expect(cells).toContain('通知二（三）');
  });
});

describe('accepting an age', () => {
  const older = async () => {
    const one = (await list('?tier=township&sort=-age&pageSize=200')).items.find(
      ({ category }: Nomination) => category === 'officeCadre',
    );
    await office.db.prisma.cadre.update({
      where: { id: one.cadreId },
      data: { bornOn: new Date('1972-01-01T00:00:00Z') },
    });
    return nominee(one.name);
  };

  test('a planner accepts it with a reason, and only once', async () => {
    const one = await older();
    expect(one).toMatchObject({ judgement: 'toStudy', age: 43 });
    expect((await act(one, 'accept', { reason: '' })).status).toBe(400);
    const accepted = await act(one, 'accept', { reason: '熟悉农村工作,部务会同意' });
    expect(accepted.body).toMatchObject({
      judgement: 'accepted',
      acceptedReason: '熟悉农村工作,部务会同意',
      acceptedBy: '王晓东',
      version: one.version + 1,
    });
    expect((await act(one, 'accept', { reason: '再次' })).status).toBe(409);
    expect((await act(accepted.body, 'accept', { reason: '再次' })).body.code).toBe('alreadyDone');
  });

  test('full membership is not waived, and the answer says what to do', async () => {
    const reply = await act(await nominee('万云洋'), 'accept', { reason: '工作需要' });
    expect(reply.status).toBe(422);
    expect(reply.body.errors[0]).toMatchObject({
      code: 'notYetFullMember',
      basis: { kind: 'notice', source: '二（三）' },
    });
    expect(reply.body.errors[0].remedy).toContain('查档更正');
  });

  test('who is eligible needs no acceptance; nobody but the planner accepts', async () => {
    const one = await nominee('高宇波');
    expect((await act(one, 'accept', { reason: '工作需要' })).status).toBe(422);
    expect((await act(one, 'accept', { reason: '工作需要' }, 'officer')).status).toBe(403);
    expect((await act(one, 'accept', { reason: '工作需要' }, 'leader')).status).toBe(403);
  });
});

const entered = {
  name: '高志远',
  idNumber: '',
  rank: 'clerk',
  staffingType: 'administrative',
  speciality: 'governance',
  politicalStatus: '中共党员',
  joinedOn: '2010-06-01',
  fullMemberOn: '2011-06-01',
};

/** An ID number with its check digit, of a woman born on this day. */
function idNumber(born: string, serial = '902'): string {
  const digits = `371399${born}${serial}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return digits + '10X98765432'[sum % 11];
}

describe('naming another', () => {
  test('a new cadre of the same township takes the place, by the township’s own officer', async () => {
    const one = await nominee('史凯斌');
    const cadre = { ...entered, idNumber: idNumber('19880503'), unitId: one.unitId };
    const body = { cadre, category: 'officeCadre', reason: '入党时间经核对无误' };
    const reply = await act(one, 'replace', body, 'officer');
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      name: '高志远',
      judgement: 'eligible',
      unitName: '郑旺镇党委',
      tier: 'township',
      state: 'active',
    });
    const former = await office.as('planner').get(`${url}/${one.id}`);
    expect(former.body).toMatchObject({
      state: 'replaced',
      replacedBy: { name: '高志远', reason: '入党时间经核对无误' },
    });
    expect(await list()).toMatchObject({ counts: { all: 255, notEligible: 8 } });
    const again = await act({ ...one, version: one.version + 1 }, 'replace', body, 'officer');
    expect(again.body.code).toBe('alreadyDone');
  });

  test('or a cadre of the register', async () => {
    const one = await nominee('叶丽强');
    const free = await office.as('officer').post('/api/cadres', {
      ...entered,
      name: '周文静',
      idNumber: idNumber('19870204'),
      unitId: one.unitId,
    });
    expect(free.status).toBe(201);
    const body = { cadreId: free.body.id, category: 'officeCadre', reason: '另报人选' };
    const reply = await act(one, 'replace', body, 'officer');
    expect(reply.body).toMatchObject({ name: '周文静', judgement: 'eligible' });
  });

  test('problems stand at the fields of the person entered, and nothing is kept', async () => {
    const one = await nominee('郑艳玉');
    const before = await office.db.prisma.cadre.count();
    const cadre = { ...entered, idNumber: '371399198805039021', unitId: one.unitId };
    const wrong = await act(one, 'replace', { cadre, category: 'officeCadre', reason: '另报' });
    expect(wrong.status).toBe(400);
    expect(wrong.body.errors[0].path).toBe('cadre.idNumber');
    const probationary = {
      ...cadre,
      idNumber: idNumber('19880504'),
      joinedOn: '2014-12-01',
      fullMemberOn: null,
    };
    const notYet = await act(one, 'replace', {
      cadre: probationary,
      category: 'officeCadre',
      reason: '另报',
    });
    expect(notYet.status).toBe(422);
    expect(notYet.body.errors[0]).toMatchObject({
      path: 'cadre.joinedOn',
      code: 'notYetFullMember',
    });
    expect(await office.db.prisma.cadre.count()).toBe(before);
  });

  test('the category belongs to the tier, the person to the unit and to no other place', async () => {
    const one = await nominee('卢平秀');
    const other = await nominee('高宇波');
    const own = (await list(`?unitIds=${one.unitId}&judgements=eligible`)).items[0];
    const reason = '另报';
    const category = 'officeCadre';
    const wrongTier = await act(one, 'replace', {
      cadreId: own.cadreId,
      category: 'youngCadre',
      reason,
    });
    expect(wrongTier.status).toBe(422);
    expect(wrongTier.body.errors[0]).toMatchObject({
      path: 'category',
      basis: { source: '二（一）' },
    });
    const foreign = await act(one, 'replace', { cadreId: other.cadreId, category, reason });
    expect(foreign.body.errors[0]).toMatchObject({ path: 'cadreId', code: 'otherUnit' });
    const named = await act(one, 'replace', { cadreId: own.cadreId, category, reason });
    expect(named.status).toBe(409);
    const nobody = await act(one, 'replace', { category, reason });
    expect(nobody.body.errors[0]).toMatchObject({ path: 'cadreId', code: 'oneOf' });
  });

  test('another township can’t, and finds nothing', async () => {
    const one = await nominee('卢平秀');
    const body = { cadreId: one.cadreId, category: 'officeCadre', reason: '另报' };
    expect((await act(one, 'replace', body, 'officer')).status).toBe(404);
    expect((await act(one, 'replace', body, 'leader')).status).toBe(403);
  });

  test('a nominee stays in the unit that named them', async () => {
    const one = await nominee('卢平秀');
    const { items } = (await office.as('planner').get('/api/units?q=郑旺镇党委')).body;
    const move = { unitId: items[0].id, version: one.cadreVersion };
    const reply = await office.as('planner').patch(`/api/cadres/${one.cadreId}`, move);
    expect(reply).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'unitId', code: 'namedByUnit' }] },
    });
  });

  test('a stale version is refused', async () => {
    const one = await nominee('卢平秀');
    const body = { cadreId: one.cadreId, category: 'officeCadre', reason: '另报', version: 9 };
    expect((await act(one, 'replace', body)).status).toBe(409);
  });

  test('of two who replace the same nominee at once one succeeds, the other sees what changed', async () => {
    const one = await nominee('邓浩秀');
    const { unitId } = one;
    const by = (name: string, serial: string, as: string) =>
      act(
        one,
        'replace',
        {
          cadre: { ...entered, name, idNumber: idNumber('19900101', serial), unitId },
          category: 'officeCadre',
          reason: '另报人选',
        },
        as,
      );
    const replies = await Promise.all([
      by('甲某', '912', 'officer2'),
      by('乙某', '913', 'planner'),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = replies.find(({ status }) => status === 409);
    expect(refused?.body.changes).toContainEqual(
      expect.objectContaining({ path: 'state', was: 'active', is: 'replaced' }),
    );
    expect(await office.db.prisma.cadre.count({ where: { name: { in: ['甲某', '乙某'] } } })).toBe(
      1,
    );
  });

  test('a unit with all its places taken can’t name one more', async () => {
    const one = await nominee('万云洋');
    const cadre = { ...entered, idNumber: idNumber('19890101'), unitId: one.unitId };
    const reply = await office.as('liaison').post(url, { cadre, category: 'youngCadre' });
    expect(reply.status).toBe(422);
    expect(reply.body.errors[0]).toMatchObject({
      code: 'quotaFull',
      basis: { source: '二（二）' },
    });
  });

  test('of several named at once only as many are taken as the unit has places', async () => {
    const unit = await office.as('planner').post('/api/units', {
      name: '区侨联',
      kind: 'partyGovernment',
      quota: 2,
    });
    const replies = await Promise.all(
      Array.from({ length: 6 }, (_, at) => {
        const cadre = { ...entered, idNumber: idNumber(`1988010${at + 1}`), unitId: unit.body.id };
        return office.as('planner').post(url, { cadre, category: 'youngCadre' });
      }),
    );
    const statuses = replies.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 201, 422, 422, 422, 422]);
  });

  test('a township may name one more than it has places', async () => {
    const { unitId } = await nominee('郑艳玉');
    const cadre = { ...entered, name: '许明', idNumber: idNumber('19890102'), unitId };
    const body = { cadre, category: 'officeCadre' };
    const reply = await office.as('officer2').post(url, body);
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ name: '许明', tier: 'township', judgement: 'eligible' });
    const foreign = await office.as('officer').post(url, body);
    expect(foreign.status).toBe(404);
    expect((await office.as('head').post(url, body)).status).toBe(403);
  });
});

describe('confirming presumed dates', () => {
  const confirm = (nominations: object[], as = 'officer') =>
    office
      .as(as)
      .post(`${url}/confirm-membership`, { nominations, document: '干部档案专项审核表' });

  test('as presumed, or with a later date of the file', async () => {
    const [one, other] = (await list('?judgements=eligible&presumed=true', 'officer')).items;
    const reply = await confirm([
      { nominationId: one.id },
      { nominationId: other.id, fullMemberOn: '2014-12-20' },
    ]);
    expect(reply.body).toEqual({ confirmed: 2 });
    expect(await nominee(one.name)).toMatchObject({
      fullMemberOn: one.presumedFullMemberOn,
      presumedFullMemberOn: null,
      membershipDocument: '干部档案专项审核表',
      findings: [],
      cadreVersion: one.cadreVersion + 1,
    });
    expect((await nominee(other.name)).fullMemberOn).toBe('2014-12-20');
    expect((await confirm([{ nominationId: one.id }])).body).toEqual({ confirmed: 0 });
  });

  test('all of a township at once', async () => {
    const { items } = await list('?presumed=true&pageSize=200', 'officer');
    const ids = items.map(({ id }: Nomination) => ({ nominationId: id }));
    expect((await confirm(ids)).body).toEqual({ confirmed: ids.length });
    expect((await list('', 'officer')).counts.presumed).toBe(0);
    const entry = await office.db.prisma.auditEntry.findFirst({
      where: { action: 'nomination.confirmMembership' },
      orderBy: { seq: 'desc' },
      include: { changes: true },
    });
    expect(entry?.changes).toHaveLength(ids.length);
  });

  test('a date before the end of the probation isn’t confirmed but corrected from the file', async () => {
    const one = await nominee('郑艳玉');
    const early = { nominationId: one.id, fullMemberOn: '2015-04-01' };
    const reply = await confirm([early], 'officer2');
    expect(reply.status).toBe(422);
    expect(reply.body.errors[0]).toMatchObject({
      path: 'nominations.0.fullMemberOn',
      code: 'probationShort',
      basis: { kind: 'national' },
    });
  });

  test('not for another township, and not by who only reads', async () => {
    const one = await nominee('郑艳玉');
    expect((await confirm([{ nominationId: one.id }], 'officer')).status).toBe(404);
    expect((await confirm([{ nominationId: one.id }], 'office')).status).toBe(403);
  });
});

test('correcting the dates from the file makes a nominee eligible', async () => {
  const one = await nominee('万云洋');
  const corrected = await office.as('liaison').patch(`/api/cadres/${one.cadreId}`, {
    joinedOn: '2011-05-01',
    fullMemberOn: '2012-05-01',
    document: '入党志愿书,干部档案第六类',
    version: one.cadreVersion,
  });
  expect(corrected.status).toBe(200);
  expect(await nominee('万云洋')).toMatchObject({
    judgement: 'eligible',
    findings: [],
    membershipDocument: '入党志愿书,干部档案第六类',
  });
});

describe('once the batch is issued', () => {
  beforeAll(async () => {
    const { body } = await office.as('planner').get('/api/batches');
    await office.db.prisma.plan.create({
      data: {
        batchId: body.items[0].id,
        name: '方案一',
        status: 'issued',
        createdByName: '王晓东',
        approvalMeeting: '区委常委会',
        approvalDate: new Date('2015-05-18T00:00:00Z'),
        minutesNumber: '第9次',
        documentNumber: '河组发〔2015〕18号',
        approvedById: '01900000-0000-7000-8000-000000000000',
      },
    });
  });

  test('a nominee may still drop out, with a reason, and come back', async () => {
    const one = await nominee('尹军建');
    expect((await act(one, 'withdraw', { reason: ' ' })).status).toBe(400);
    const gone = (await act(one, 'withdraw', { reason: '因病' })).body;
    expect(gone).toMatchObject({ state: 'withdrawn', withdrawn: { reason: '因病', by: '王晓东' } });
    expect((await act(gone, 'withdraw', { reason: '因病' })).body.code).toBe('alreadyDone');
    expect((await act(gone, 'accept', { reason: '同意' })).body.detail).toContain(
      '已不是本批次人选',
    );
    const back = (await act(gone, 'restore', {})).body;
    expect(back).toMatchObject({ state: 'active', withdrawn: null });
    expect((await act(back, 'restore', {})).body.code).toBe('alreadyDone');
  });

  test('a place that the unit has filled since is not taken back', async () => {
    const one = await nominee('尹军建');
    const gone = (await act(one, 'withdraw', { reason: '因病' })).body;
    const { prisma } = office.db;
    await prisma.unit.update({ where: { id: one.unitId }, data: { quota: 1 } });
    const {
      cadreId: _cadre,
      id: _id,
      ...rest
    } = await prisma.nomination.findUniqueOrThrow({
      where: { id: one.id },
      select: { id: true, cadreId: true, batchId: true, unitId: true, tier: true, category: true },
    });
    const other = await prisma.cadre.findFirstOrThrow({
      where: { unitId: one.unitId, id: { not: one.cadreId } },
    });
    await prisma.nomination.deleteMany({ where: { cadreId: other.id } });
    await prisma.nomination.create({ data: { ...rest, cadreId: other.id } });
    expect((await act(gone, 'restore', {})).body).toMatchObject({
      status: 422,
      errors: [{ code: 'quotaFull', basis: { kind: 'notice' } }],
    });
  });

  test('whom a plan was issued without does not come back', async () => {
    const { prisma } = office.db;
    const [gone] = (await list('?state=withdrawn')).items;
    if (!gone) throw new Error('nobody dropped out');
    await prisma.plan.updateMany({ data: { issuedAt: new Date(Date.now() + 60_000) } });
    const reply = await act(gone, 'restore', {});
    expect(reply.body).toMatchObject({ status: 409, code: 'alreadyDone' });
    expect(reply.body.detail).toContain('重新提名');
  });

  test('presumed dates may still be confirmed', async () => {
    const [one] = (await list('?presumed=true')).items;
    const reply = await office.as('planner').post(`${url}/confirm-membership`, {
      nominations: [{ nominationId: one.id }],
      document: '干部档案专项审核表',
    });
    expect(reply.body).toEqual({ confirmed: 1 });
  });
});
