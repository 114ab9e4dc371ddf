import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import { codesOf, commit, csv, rowsOf, uploadTo } from './testing-sheets.ts';

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
});
afterAll(() => district.office.close());

const upload = (kind: string, rows: (string | number)[][], batch = true) =>
  uploadTo(district, kind, csv(rows), { filename: 'a.csv', batch });

async function imported(kind: string, rows: (string | number)[][]) {
  const reply = await upload(kind, rows);
  expect(reply.body.problems).toEqual([]);
  expect((await commit(district, reply)).status).toBe(200);
  return reply;
}

describe('the code list', () => {
  it('brings townships with their district and their own office', async () => {
    await imported('regions', [
      ['code', 'name', 'level', 'parent'],
      ['371325104000', '探沂镇', 'township', '371325'],
      ['371325001000', '费城街道', 'township', '371325'],
      ['371325104201', '王富村', 'village', '371325104000'],
    ]);
    const { prisma } = district.office.db;
    expect(await prisma.region.findUnique({ where: { code: '371325' } })).toMatchObject({
      name: '费县',
      level: 'district',
    });
    const offices = await prisma.unit.findMany({
      where: { township: { code: { startsWith: '371325' } } },
      orderBy: { name: 'asc' },
    });
    expect(offices.map(({ name, kind }) => [name, kind])).toEqual([
      ['探沂镇党委', 'townshipOffice'],
      ['费城街道党工委', 'townshipOffice'],
    ]);
  });

  it('calls an unknown district by its code until a row names it', async () => {
    const township = ['110101001000', '东华门街道', 'township', '110101'];
    await imported('regions', [['code', 'name', 'level', 'parent'], township]);
    const { prisma } = district.office.db;
    const where = { code: '110101' };
    expect(await prisma.region.findUnique({ where })).toMatchObject({ name: '110101' });
    await imported('regions', [
      ['code', 'name', 'level', 'parent'],
      ['110101', '东城区', 'district', ''],
      township,
    ]);
    expect(await prisma.region.findUnique({ where })).toMatchObject({ name: '东城区', version: 2 });
  });

  it('agrees with itself: level and parent follow from the code', async () => {
    const reply = await upload('regions', [
      ['code', 'name', 'level', 'parent'],
      ['371399104000', '甲镇', 'village', '371312'],
      ['371398001201', '乙村', 'village', '371398001000'],
      ['3713', '丙', 'district', ''],
    ]);
    expect(codesOf(reply)).toEqual([
      '2 levelMismatch',
      '2 parentMismatch',
      '3 parentUnknown',
      '4 codeMalformed',
    ]);
  });
});

describe('the villages’ register', () => {
  const headings = ['镇街', '村名', '区划代码', '户数', '2014年村集体经营性收入(万元)'];

  it('is matched by code, so that two villages may have one name', async () => {
    await imported('villages', [
      headings,
      ['郑旺镇', '友谊村', '371312108301', 100, 3],
      ['朝阳街道', '友谊村', '371312009301', 200, 3.1],
    ]);
    const { prisma } = district.office.db;
    const found = await prisma.village.findMany({
      where: { name: '友谊村', code: { in: ['371312108301', '371312009301'] } },
      include: { years: true, township: true },
      orderBy: { code: 'asc' },
    });
    expect(
      found.map(({ township, years }) => [township.name, years[0]?.operatingIncome?.toFixed(2)]),
    ).toEqual([
      ['朝阳街道', '31000.00'],
      ['郑旺镇', '30000.00'],
    ]);
  });

  it('reads 万元 or 元 as the heading says, and refuses a heading that doesn’t', async () => {
    const row = ['郑旺镇', '新村', '371312108310', 100, 30_000];
    const inYuan = [...headings.slice(0, 4), '2014年村集体经营性收入(元)'];
    const reply = await upload('villages', [inYuan, row]);
    expect((await rowsOf(district, reply))[0]?.values.operatingIncome).toBe('30000.00');
    const unclear = await upload('villages', [[...headings.slice(0, 4), '村集体收入'], row]);
    expect(codesOf(unclear)).toEqual(['1 unitMissing']);
    expect(unclear.body.notices).toMatchObject([{ row: 1, code: 'yearAssumed' }]);
  });

  it('never erases what the sheet has no column for', async () => {
    await imported('villages', [headings, ['郑旺镇', '古村', '371312108320', 100, 3]]);
    const reply = await upload('villages', [
      ['区划代码', '2015年集体收入（万元）'],
      ['371312108320', 4],
    ]);
    const [row] = await rowsOf(district, reply);
    expect(row).toMatchObject({
      state: 'changed',
      changes: [{ field: 'operatingIncome', was: '', is: '40000.00' }],
    });
    await commit(district, reply);
    const { prisma } = district.office.db;
    const village = await prisma.village.findUnique({
      where: { code: '371312108320' },
      include: { years: { orderBy: { year: 'asc' } } },
    });
    expect(village).toMatchObject({ name: '古村', households: 100, version: 2 });
    expect(village?.years.map(({ year }) => year)).toEqual([2014, 2015]);
    const { rows } = await district.office.db.pool.query(
      "SELECT latest_income::text AS income FROM village WHERE code = '371312108320'",
    );
    expect(rows).toEqual([{ income: '40000.00' }]);
  });

  it('shows changes field by field, old → new', async () => {
    await imported('villages', [headings, ['郑旺镇', '前村', '371312108330', 100, 3]]);
    const reply = await upload('villages', [
      [...headings, '村类型', '市直选派'],
      ['郑旺镇', '前村', '371312108330', 101, 3, '软弱涣散村、示范书记', '是'],
    ]);
    expect((await rowsOf(district, reply))[0]?.changes).toEqual([
      { field: 'households', was: '100', is: '101' },
      { field: 'kinds', was: '', is: '示范书记村、软弱涣散村' },
      { field: 'cityDispatched', was: '', is: '是' },
    ]);
    await commit(district, reply);
    const { prisma } = district.office.db;
    expect(
      await prisma.batchVillage.findFirst({ where: { village: { code: '371312108330' } } }),
    ).toMatchObject({
      ...{ kinds: ['weakLax', 'modelSecretary'], cityDispatched: true, version: 2 },
      // The village was in the batch without them: they count from the day on which they were given.
      kindsFrom: { weakLax: '2015-04-24', modelSecretary: '2015-04-24' },
    });
  });

  it('takes the latest batch where none is chosen, and says that kinds have nowhere to go without', async () => {
    const rows = [
      ['镇街', '村名', '区划代码', '村类型'],
      ['郑旺镇', '后村', '371312108340', '相对后进村'],
    ];
    expect((await upload('villages', rows, false)).body.batchId).toBe(district.batchId);
    const empty = await startSmallDistrict();
    await empty.office.db.prisma.batchVillage.deleteMany();
    await empty.office.db.prisma.batch.deleteMany();
    const reply = await uploadTo(empty, 'villages', csv(rows), { filename: 'a.csv', batch: false });
    expect(reply.body.notices).toMatchObject([{ field: 'kinds', code: 'noBatch' }]);
    expect((await commit(empty, reply)).status).toBe(200);
    await empty.office.close();
  });

  it('brings townships that the code list lacks, with their office', async () => {
    await imported('villages', [headings, ['八湖镇', '八湖村', '371312107258', 100, 3]]);
    const { prisma } = district.office.db;
    expect(await prisma.unit.findUnique({ where: { name: '八湖镇党委' } })).toMatchObject({
      kind: 'townshipOffice',
    });
    expect(await prisma.region.findUnique({ where: { code: '371312107258' } })).toMatchObject({
      level: 'village',
      name: '八湖村',
    });
  });

  it('has codes that fit their township, each once, and figures that are figures', async () => {
    const reply = await upload('villages', [
      headings,
      ['朝阳街道', '大村', '371312108350', 100, 3],
      ['郑旺镇', '小村', '371312108351', '约50', '三万'],
      ['郑旺镇', '小村', '371312108351', 50, 3],
      ['郑旺镇', '短村', '37131210', 50, 3],
      ['', '无镇村', '371312199201', 50, 3],
    ]);
    expect(codesOf(reply)).toEqual([
      '2 townshipMismatch',
      '3 notCount',
      '3 moneyUnreadable',
      '4 doubleInFile',
      '5 codeMalformed',
      '6 townshipUnknown',
    ]);
  });
});

describe('the units’ register', () => {
  it('takes several strengths in a cell, and keeps contacts that the sheet lacks', async () => {
    const { prisma } = district.office.db;
    const id = district.units.区财政局;
    await prisma.unit.update({ where: { id }, data: { contactName: '李强' } });
    await imported('units', [
      ['单位名称', '单位性质', '选派名额', '单位优势'],
      ['区 财政局', '党政机关', 3, '资金项目、产业'],
      ['区水务局', '事业单位', 2, ''],
    ]);
    expect(await prisma.unit.findUnique({ where: { id } })).toMatchObject({
      name: '区财政局',
      quota: 3,
      strengths: ['funding', 'industry'],
      contactName: '李强',
    });
    expect(await prisma.unit.findUnique({ where: { name: '区水务局' } })).toMatchObject({
      kind: 'institution',
      strengths: [],
    });
  });

  it('doesn’t turn units into township offices, or offices into units', async () => {
    const reply = await upload('units', [
      ['单位名称', '单位性质'],
      ['区水利局', '镇街机关'],
      ['郑旺镇党委', '党政机关'],
      ['新镇党委', '镇街机关'],
      ['区林业局', ''],
      ['区林业局', '机关'],
    ]);
    expect(codesOf(reply)).toEqual([
      '2 kindFixed',
      '3 kindFixed',
      '4 kindFixed',
      '5 required',
      '6 notInList',
      '6 doubleInFile',
    ]);
  });
});
