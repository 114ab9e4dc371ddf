import { holdsIdNumber } from '@xuanpai/domain/office/id-number';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addAssignment,
  addCadre,
  idNumberOf,
  newCadre,
  type SmallDistrict,
  startSmallDistrict,
} from '../../testing-registers.ts';

let district: SmallDistrict;
let changing: string | null = null;
beforeAll(async () => {
  district = await startSmallDistrict();
});
afterAll(() => district.office.close());

interface Fault {
  path: string;
  code: string;
}
const as = (username: string | null) => district.office.as(username);
const codes = (reply: { body: { errors: Fault[] } }) =>
  reply.body.errors.map(({ path, code }) => [path, code]);
const lastEntry = () =>
  district.office.db.prisma.auditEntry.findFirstOrThrow({
    orderBy: { seq: 'desc' },
    include: { changes: true },
  });
type Unit = keyof SmallDistrict['units'];

describe('a person is registered', () => {
  test.each([
    ['planner', '区水利局', 201],
    ['planner', '郑旺镇党委', 201],
    ['officer', '郑旺镇党委', 201],
    ['officer', '朝阳街道党工委', 404],
    ['officer', '区财政局', 404],
    ['liaison', '区财政局', 201],
    ['liaison', '区水利局', 404],
    ['head', '郑旺镇党委', 403],
    ['office', '区财政局', 403],
    ['leader', '区财政局', 403],
    ['admin', '区财政局', 403],
  ] as const)('%s into %s: %i', async (username, unit, status) => {
    const reply = await as(username).post('/api/cadres', newCadre(district.units[unit]));
    expect(reply.status).toBe(status);
    if (status === 404) expect(codes(reply)).toEqual([['unitId', 'unitNotFound']]);
  });

  test('with sex and birth date from the ID number, the name without padding', async () => {
    const input = newCadre(district.units.区财政局, {
      name: '王　 芳',
      idNumber: ` ${idNumberOf('1983-11-30', 'female').replace(/^.{6}/, '$& ')} `,
      phone: '19900000001',
      homeAddress: '金雀山路1号',
    });
    const { body } = await as('planner').post('/api/cadres', input);
    expect(body).toMatchObject({
      name: '王芳',
      sex: 'female',
      bornOn: '1983-11-30',
      phone: '19900000001',
      hasHomeAddress: true,
      hasHealth: false,
      version: 1,
      events: [{ on: '2015-04-24', kind: 'registered', params: { by: 'planner某' } }],
    });
    const { action, changes } = await lastEntry();
    expect(action).toBe('cadre.create');
    expect(changes[0]?.after).toMatchObject({
      name: '王芳',
      bornOn: '1983-**-**',
      phone: '*******0001',
      homeAddress: '***',
      idNumber: expect.stringContaining('********'),
    });
  });

  test('with everything that is wrong said at once', async () => {
    const reply = await as('planner').post(
      '/api/cadres',
      newCadre(district.units.区财政局, {
        idNumber: idNumberOf('1990-01-01'),
        joinedOn: '2007-12-31' as never,
        fullMemberOn: '2007-12-30' as never,
        workingSince: '1989-01-01' as never,
      }),
    );
    expect(reply.status).toBe(400);
    expect(codes(reply)).toEqual([
      ['joinedOn', 'joinedTooYoung'],
      ['fullMemberOn', 'fullMemberBeforeJoining'],
      ['workingSince', 'workingBeforeBirth'],
    ]);
  });

  test('a wrong check digit is told with the right one', async () => {
    const good = idNumberOf('1990-01-01');
    const wrong = good.slice(0, 17) + (good.endsWith('1') ? '2' : '1');
    const reply = await as('planner').post(
      '/api/cadres',
      newCadre(district.units.区财政局, { idNumber: wrong }),
    );
    expect(codes(reply)).toEqual([['idNumber', 'checkDigit']]);
    expect(reply.body.errors[0].message).toContain(`末位应为${good.slice(-1)}`);
  });

  test('an ID number belongs into its own field only, where it is masked', async () => {
    const number = idNumberOf('1990-01-01');
    const given = { note: `身份证${number}`, position: number, homeAddress: number };
    const reply = await as('planner').post('/api/cadres', newCadre(district.units.区财政局, given));
    expect(codes(reply)).toEqual([
      ['position', 'idNumberInText'],
      ['note', 'idNumberInText'],
    ]);
  });

  test('a day that isn’t in the calendar is refused', async () => {
    const input = newCadre(district.units.区财政局, { joinedOn: '2015-02-30' as never });
    const reply = await as('planner').post('/api/cadres', input);
    expect([reply.status, reply.body.errors[0].path]).toEqual([400, 'joinedOn']);
  });

  test('nobody twice: the ID number is known, and it doesn’t say whose it is', async () => {
    const idNumber = idNumberOf('1980-05-06');
    await addCadre(district.office, district.units.区水利局, { name: '仇海', idNumber });
    const reply = await as('liaison').post(
      '/api/cadres',
      newCadre(district.units.区财政局, { idNumber }),
    );
    expect([reply.status, codes(reply)]).toEqual([409, [['idNumber', 'taken']]]);
    expect(JSON.stringify(reply.body)).not.toMatch(/仇海|水利/);
  });
});

describe('a person is changed', () => {
  const made = (unit: Unit, given: object = {}) =>
    addCadre(district.office, district.units[unit], given);

  test.each([
    ['planner', '区水利局', 200],
    ['officer', '郑旺镇党委', 200],
    ['officer', '朝阳街道党工委', 404],
    ['liaison', '区财政局', 200],
    ['liaison', '区水利局', 404],
    ['head', '郑旺镇党委', 403],
    ['leader', '区财政局', 403],
  ] as const)('%s, somebody of %s: %i', async (username, unit, status) => {
    const id = await made(unit);
    const reply = await as(username).patch(`/api/cadres/${id}`, { position: '科员', version: 1 });
    expect(reply.status).toBe(status);
  });

  test('an officer reads those posted in the township, and changes none of them', async () => {
    const id = await made('区水利局');
    await addAssignment(district, id, district.villages.大尤家村);
    expect((await as('officer').get(`/api/cadres/${id}`)).status).toBe(200);
    const reply = await as('officer').patch(`/api/cadres/${id}`, { phone: '1', version: 1 });
    expect(reply.status).toBe(404);
    expect((await as('officer').delete(`/api/cadres/${id}?version=1`)).status).toBe(404);
  });

  test('nobody moves a person out of or into the own reach', async () => {
    const own = await made('区财政局');
    const out = { unitId: district.units.区水利局, version: 1 };
    expect((await as('liaison').patch(`/api/cadres/${own}`, out)).status).toBe(404);
    const other = await made('区水利局');
    const into = { unitId: district.units.区财政局, version: 1 };
    expect((await as('liaison').patch(`/api/cadres/${other}`, into)).status).toBe(404);
    const moved = await as('planner').patch(`/api/cadres/${own}`, out);
    expect(moved.body).toMatchObject({ unitName: '区水利局', version: 2 });
  });

  test('a new name is found and sorted anew', async () => {
    const id = await made('区水利局', { name: '王甲' });
    await as('planner').patch(`/api/cadres/${id}`, { name: '区乙', version: 1 });
    const { body } = await as('planner').get('/api/cadres?q=ouyi');
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['区乙']);
  });

  test('a corrected ID number brings sex and birth date along; sealed data stays readable', async () => {
    const id = await made('区水利局', { homeAddress: '金雀山路1号' });
    const idNumber = idNumberOf('1979-03-04', 'female');
    const { body } = await as('planner').patch(`/api/cadres/${id}`, { idNumber, version: 1 });
    expect(body).toMatchObject({ sex: 'female', bornOn: '1979-03-04' });
    const revealed = await as('office').post(`/api/cadres/${id}/reveal`, { reason: '核对档案' });
    expect(revealed.body).toMatchObject({ idNumber, homeAddress: '金雀山路1号' });
    const again = await as('planner').patch(`/api/cadres/${id}`, { idNumber, version: 2 });
    expect(again.status).toBe(200);
  });

  test('on a stale page: refused, with who changed what, nothing unmasked', async () => {
    const id = await made('区水利局', { phone: '19900000002' });
    await as('planner').patch(`/api/cadres/${id}`, { phone: '19900000003', version: 1 });
    const stale = await as('planner').patch(`/api/cadres/${id}`, { note: '改', version: 1 });
    expect([stale.status, stale.body.code]).toEqual([409, 'staleVersion']);
    expect(stale.body.changes).toMatchObject([{ path: 'phone', by: 'planner某' }]);
    expect(holdsIdNumber(JSON.stringify(stale.body))).toBe(false);
  });
});

describe('a correction from the file', () => {
  const document = '入党志愿书，干部档案第六类';
  const joined = (given: object = {}) =>
    addCadre(district.office, district.units.区财政局, {
      idNumber: idNumberOf('1989-10-05'),
      joinedOn: '2014-05-01' as never,
      ...given,
    });

  test('needs the document that it stands on', async () => {
    const id = await joined();
    for (const change of [
      { joinedOn: '2011-11-01' },
      { fullMemberOn: '2015-05-01' },
      { joinedOn: null },
    ]) {
      const reply = await as('planner').patch(`/api/cadres/${id}`, { ...change, version: 1 });
      expect([reply.status, reply.body.code]).toEqual([422, 'ruleViolated']);
      expect(codes(reply)).toEqual([['document', 'documentRequired']]);
    }
  });

  test('is kept with the document, logged and shown in the line of time', async () => {
    const id = await joined();
    const dates = { joinedOn: '2011-11-01', fullMemberOn: '2012-11-01' };
    const { status, body } = await as('liaison').patch(`/api/cadres/${id}`, {
      ...dates,
      document,
      version: 1,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...dates, membershipDocument: document, version: 2 });
    expect(body.events.at(-1)).toEqual({
      on: '2015-04-24',
      kind: 'corrected',
      params: {
        by: 'liaison某',
        document,
        joinedOn: { was: '2014-05-01', is: '2011-11-01' },
        fullMemberOn: { was: null, is: '2012-11-01' },
      },
    });
    expect(await lastEntry()).toMatchObject({ action: 'cadre.correct', entityId: id });
  });

  test('isn’t one where the dates stay: no document is asked for', async () => {
    const id = await joined();
    const same = { joinedOn: '2014-05-01', fullMemberOn: null, note: '同', version: 1 };
    expect((await as('planner').patch(`/api/cadres/${id}`, same)).status).toBe(200);
    expect(await lastEntry()).toMatchObject({ action: 'cadre.update' });
  });

  test('can’t be to a day before eighteen, nor full membership before joining', async () => {
    const id = await joined();
    const young = { joinedOn: '2007-10-04', document, version: 1 };
    const reply = await as('planner').patch(`/api/cadres/${id}`, young);
    expect([reply.status, codes(reply)]).toEqual([422, [['joinedOn', 'joinedTooYoung']]]);
    expect(reply.body.errors[0].basis).toMatchObject({ kind: 'national' });
    const early = { fullMemberOn: '2014-04-30', document, version: 1 };
    expect(codes(await as('planner').patch(`/api/cadres/${id}`, early))).toEqual([
      ['fullMemberOn', 'fullMemberBeforeJoining'],
    ]);
    const both = await as('planner').patch(`/api/cadres/${id}`, {
      joinedOn: '2007-10-04',
      version: 1,
    });
    expect(codes(both)).toEqual([
      ['joinedOn', 'joinedTooYoung'],
      ['document', 'documentRequired'],
    ]);
  });
});

describe('a person is deleted', () => {
  test('when nothing hangs on the row; the log keeps what it was, masked', async () => {
    const id = await addCadre(district.office, district.units.区财政局, { name: '误登' });
    expect((await as('liaison').delete(`/api/cadres/${id}?version=1`)).status).toBe(204);
    expect((await as('planner').get(`/api/cadres/${id}`)).status).toBe(404);
    const entry = await lastEntry();
    expect(entry).toMatchObject({ action: 'cadre.delete', entityId: id });
    expect(holdsIdNumber(JSON.stringify(entry))).toBe(false);
  });

  test('not while posts and nominations hang on it: it says how many of what', async () => {
    const { office, units, villages, batchId } = district;
    const cadreId = await addCadre(office, units.郑旺镇党委, { name: '史磊' });
    await addAssignment(district, cadreId, villages.友谊村);
    await office.db.prisma.nomination.create({
      data: {
        batchId,
        cadreId,
        unitId: units.郑旺镇党委,
        tier: 'township',
        category: 'leadingBody',
      },
    });
    const reply = await as('officer').delete(`/api/cadres/${cadreId}?version=1`);
    expect([reply.status, reply.body.code]).toEqual([409, 'wouldOrphan']);
    expect(reply.body.detail).toBe(
      '“史磊”还有1个任职（友谊村）、1份提名（第二批 2015–2017），不能删除。',
    );
  });

  test('not another’s, not on a stale page', async () => {
    const id = await addCadre(district.office, district.units.区水利局);
    expect((await as('liaison').delete(`/api/cadres/${id}?version=1`)).status).toBe(404);
    expect((await as('head').delete(`/api/cadres/${id}?version=1`)).status).toBe(403);
    expect((await as('planner').delete(`/api/cadres/${id}?version=7`)).status).toBe(409);
  });
});

test('the line of time goes from the nomination to the end of the post', async () => {
  const { office, units, villages, batchId } = district;
  const cadreId = await addCadre(office, units.区财政局, { name: '汪云' });
  await office.db.prisma.nomination.create({
    data: {
      ...{ batchId, cadreId, unitId: units.区财政局, tier: 'district', category: 'sectionCadre' },
      ...{ acceptedReason: '部务会研究同意', acceptedBy: '王晓东', acceptedAt: new Date() },
    },
  });
  await addAssignment(district, cadreId, villages.前杨墩村);
  const { body } = await as('officer2').get(`/api/cadres/${cadreId}`);
  expect(body.events.map(({ on, kind }: { on: string; kind: string }) => [on, kind])).toEqual([
    ['2015-04-24', 'registered'],
    ['2015-04-24', 'nominated'],
    ['2015-04-24', 'judged'],
    ['2015-04-24', 'accepted'],
    ['2015-04-24', 'issued'],
    ['2015-06-01', 'postStarts'],
    ['2017-05-31', 'postEnds'],
  ]);
  expect(body.events[2].params).toMatchObject({ judgement: 'eligible' });
});

test('why an age was accepted or somebody replaced is told to those who reach the nomination', async () => {
  const { office, units, villages, batchId } = district;
  const [former, next] = [
    await addCadre(office, units.区财政局, { name: '孟甲' }),
    await addCadre(office, units.区财政局, { name: '孟乙' }),
  ];
  const { nomination } = office.db.prisma;
  const naming = {
    batchId,
    unitId: units.区财政局,
    tier: 'district',
    category: 'sectionCadre',
  } as const;
  const named = await nomination.create({ data: { ...naming, cadreId: next } });
  await nomination.create({
    data: {
      ...{ ...naming, cadreId: former, state: 'replaced' },
      ...{ acceptedReason: '因病另议', acceptedBy: '王晓东', acceptedAt: new Date() },
      ...{ replacedById: named.id, replacedReason: '家庭困难' },
    },
  });
  await addAssignment(district, former, villages.养马庄村);
  const told = async (username: string) => {
    const { body } = await as(username).get(`/api/cadres/${former}`);
    return JSON.stringify(body.events);
  };
  for (const username of ['planner', 'office', 'leader', 'liaison']) {
    expect(await told(username), username).toMatch(/因病另议.*家庭困难/);
  }
  for (const username of ['officer2', 'inspector']) {
    expect(await told(username), username).toContain('"accepted"');
    expect(await told(username), username).not.toMatch(/因病另议|家庭困难|孟乙|王晓东/);
  }
  const { body } = await as('officer2').get(`/api/cadres/${former}`);
  expect(body.events.map(({ kind }: { kind: string }) => kind)).toContain('replaced');
});

test.each([
  [{ staffingType: 'institution', staffingSince: '2015-04-30' }, ['ahead']],
  [{ staffingType: 'administrative', staffingSince: '2015-04-01' }, ['notChanged']],
  [{ staffingSince: '2015-04-01' }, ['notChanged']],
  [{ staffingType: 'institution', staffingSince: '2015-04-01' }, []],
  [{ staffingType: 'civilReference', staffingSince: '2015-04-01' }, ['tooEarly']],
  // The register was wrong: what was before stays, until it is the same again.
  [{ staffingType: 'civilReference' }, []],
  [{ staffingType: 'administrative' }, []],
] as const)('a staffing type changes from a day, or is corrected: %o', async (given, faults) => {
  changing ??= await addCadre(district.office, district.units.区财政局, { name: '章程' });
  const { version } = (await as('planner').get(`/api/cadres/${changing}`)).body;
  const reply = await as('planner').patch(`/api/cadres/${changing}`, { ...given, version });
  expect(faults.length === 0 ? [] : codes(reply).map(([, code]) => code)).toEqual(faults);
  expect(reply.status).toBe(faults.length === 0 ? 200 : 400);
});
