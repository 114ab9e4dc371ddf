import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addCadre,
  idNumberOf,
  type SmallDistrict,
  startSmallDistrict,
} from '../../testing-registers.ts';
import { codesOf, commit, nominee, rowsOf, uploadNominees } from './testing-sheets.ts';

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
});
afterAll(() => district.office.close());

const problemsOf = async (...rows: Parameters<typeof nominee>[0][]) =>
  codesOf(await uploadNominees(district, ...rows.map(nominee)));

describe('a nominees’ book', () => {
  it('has ID numbers of 18 characters, with their check digit and a real birth date', async () => {
    const good = idNumberOf('1980-05-06');
    const wrongDigit = good.slice(0, 17) + (good.endsWith('1') ? '2' : '1');
    const birth = { 出生年月: '1980.05', 性别: '男' };
    expect(await problemsOf({ 身份证号码: good.slice(0, 15), ...birth })).toEqual([
      '2 idNumberLength',
    ]);
    expect(await problemsOf({ 身份证号码: wrongDigit, ...birth })).toEqual([
      '2 idNumberCheckDigit',
    ]);
    expect(await problemsOf({ 身份证号码: '371399198013060013', ...birth })).toContain(
      '2 idNumberBirthDate',
    );
  });

  it('agrees with its ID numbers in birth date and sex', async () => {
    const idNumber = idNumberOf('1980-05-06', 'male');
    expect(await problemsOf({ 身份证号码: idNumber, 出生年月: '1981.05' })).toEqual([
      '2 birthDateMismatch',
    ]);
    expect(await problemsOf({ 身份证号码: idNumber, 出生年月: '1980-05-07' })).toEqual([
      '2 birthDateMismatch',
    ]);
    expect(await problemsOf({ 身份证号码: idNumber, 性别: '女' })).toEqual(['2 sexMismatch']);
  });

  it('names nobody twice, and nobody whose number belongs to another in the register', async () => {
    const idNumber = idNumberOf('1980-05-06');
    expect(await problemsOf({ 身份证号码: idNumber }, { 身份证号码: idNumber })).toEqual([
      '3 doubleInFile',
    ]);
    const taken = idNumberOf('1975-01-02');
    await addCadre(district.office, district.units.区水利局, { idNumber: taken, name: '李强' });
    expect(await problemsOf({ 身份证号码: taken })).toEqual(['2 idNumberTaken']);
  });

  it('names units of the register, and says which was probably meant', async () => {
    const reply = await uploadNominees(district, nominee({ 工作单位: '区财局' }));
    expect(reply.body.problems).toMatchObject([
      {
        row: 2,
        column: '工作单位',
        field: 'unit',
        code: 'unitUnknown',
        remedy: expect.stringContaining('区财政局'),
      },
    ]);
  });

  it('has nobody in the Party before the age of 18, and a month counts by its last day', async () => {
    const idNumber = idNumberOf('1980-05-06');
    const joined = (on: string) => problemsOf({ 身份证号码: idNumber, 入党时间: on });
    expect(await joined('1998.04')).toEqual(['2 joinedTooYoung']);
    expect(await joined('1998.05')).toEqual([]);
    expect(await joined('1998-05-05')).toEqual(['2 joinedTooYoung']);
    expect(await joined('1998-05-06')).toEqual([]);
  });

  it('says by which rule somebody can’t have joined so young', async () => {
    const reply = await uploadNominees(district, nominee({ 入党时间: '1990.01' }));
    expect(reply.body.problems[0].basis).toMatchObject({ kind: 'national' });
  });

  it('has dates in their order', async () => {
    expect(await problemsOf({ 转正时间: '2001.07' })).toEqual(['2 fullMemberBeforeJoining']);
    expect(await problemsOf({ 参加工作时间: '1979.07' })).toEqual(['2 workingBeforeBirth']);
    expect(await problemsOf({ 入党时间: '2009.13' })).toEqual(['2 dateMonth']);
  });

  it('keeps to the lists of rank, staffing, category and speciality', async () => {
    expect(
      await problemsOf({ 职级: '局级', 编制性质: '临时', 选派类别: '其他', 专业特长: '书法' }),
    ).toEqual(['2 notInList', '2 notInList', '2 notInList', '2 notInList']);
    expect(await problemsOf({ 职级: '正科', 编制性质: '事业编制', 专业特长: '资金' })).toEqual([]);
  });

  it('names people of a category that their unit can send', async () => {
    expect(await problemsOf({ 选派类别: '班子成员' })).toEqual(['2 categoryUnitMismatch']);
    expect(await problemsOf({ 工作单位: '郑旺镇党委' })).toEqual(['2 categoryUnitMismatch']);
    expect(await problemsOf({ 工作单位: '郑旺镇党委', 选派类别: '班子成员' })).toEqual([]);
  });

  it('names no more people of a district unit than its quota, those named before counted', async () => {
    const { prisma } = district.office.db;
    const id = district.units.区水利局;
    await prisma.unit.update({ where: { id }, data: { quota: 2 } });
    const first = nominee({ 工作单位: '区水利局' });
    expect((await commit(district, await uploadNominees(district, first))).status).toBe(200);
    const others = [nominee({ 工作单位: '区水利局' }), nominee({ 工作单位: '区水利局' })];
    expect(codesOf(await uploadNominees(district, ...others))).toEqual(['3 overQuota']);
    expect(codesOf(await uploadNominees(district, first, ...others))).toEqual(['4 overQuota']);
    await prisma.unit.update({ where: { id }, data: { quota: 0 } });
    expect(codesOf(await uploadNominees(district, first))).toEqual([]);
  });

  it('misses nothing that a new cadre needs', async () => {
    expect(await problemsOf({ 姓名: '', 职级: '', 工作单位: '' })).toEqual(['2 required']);
    expect(await problemsOf({ 职级: '', 工作单位: '', 选派类别: '' })).toEqual([
      '2 required',
      '2 required',
      '2 required',
    ]);
  });

  it('tells everything that is wrong at once, in the language asked for', async () => {
    const rows = [
      nominee({ 身份证号码: '123', 出生年月: '1980.13', 性别: '男' }),
      nominee({ 职级: '局级', 工作单位: '区农业局' }),
      nominee(),
    ];
    const reply = await uploadNominees(district, ...rows);
    expect(codesOf(reply)).toEqual([
      '2 dateMonth',
      '2 idNumberLength',
      '3 notInList',
      '3 unitUnknown',
    ]);
    expect(reply.body.counts).toMatchObject({ new: 1, wrong: 2 });
    const english = await district.office
      .as('planner')
      .get(`/api/imports/${reply.body.id}`, { 'accept-language': 'en' });
    expect(english.body.problems[1].message).toBe('An ID number has 18 characters, this has 3.');
  });
});

describe('what is no problem', () => {
  it('is noticed: a year in the Party not yet full, or a date after the batch', async () => {
    const reply = await uploadNominees(
      district,
      nominee({ 入党时间: '2014.06' }),
      nominee({ 入党时间: '2016.11' }),
      nominee({ 入党时间: '2014.04' }),
    );
    expect(reply.body.problems).toEqual([]);
    expect(reply.body.notices).toMatchObject([
      { row: 2, code: 'notYetFullMember' },
      { row: 3, code: 'joinedAfterBatch' },
    ]);
  });

  it('a home township that isn’t the district’s is kept as written, with a notice', async () => {
    const reply = await uploadNominees(district, nominee({ 家庭住址镇街: '兰山街道' }));
    expect(reply.body.notices).toMatchObject([{ code: 'homeTownshipUnknown' }]);
    expect((await rowsOf(district, reply))[0]?.values.homeTownship).toBe('兰山街道');
  });
});
