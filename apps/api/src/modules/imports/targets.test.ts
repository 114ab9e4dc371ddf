import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../testing.ts';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';

/** The township's workbook of targets: 大尤家村 of 郑旺镇 is poor, so that it has the breakthroughs. */
let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict(day('2016-01-05'));
});
afterAll(() => district.office.close());

const officer = () => district.office.as('officer');
const csv = (...lines: string[]) => Buffer.from(['村,期别,指标,本期,说明', ...lines].join('\n'));
const send = async (bytes: Uint8Array, filename = '目标.csv') =>
  (await officer().upload('/api/imports', { kind: 'targets' }, filename, bytes)).body;
const path = (file = '') =>
  `/api/targets/sheets/${district.townships.郑旺镇}/2015Q4${file}?batchId=${district.batchId}`;

async function cellOf(measureKey: string) {
  const { body } = await officer().get(path());
  const sheet = body.sheets.find(
    (one: { villageId: string }) => one.villageId === district.villages.大尤家村,
  );
  return sheet.cells.find((one: { measureKey: string }) => one.measureKey === measureKey);
}

describe('the workbook of targets', () => {
  it('tells all that is wrong with it at once, and writes nothing', async () => {
    const preview = await send(
      csv(
        '大尤家村,2015年四季度,年集体经营性收入,约3万,',
        '大尤家村,2015年四季度,用水,是,',
        '大尤家村,2015年四季度,用水,否,',
        '大尤家村,2016年一季度,用电,是,',
        '大尤家村,2019年一季度,用电,是,',
        '养马庄村,2015年四季度,用水,是,',
        '大尤家村,2015年四季度,社区化率,30,',
        '大尤家村,2015年四季度,人均纯收入增幅,-120,',
      ),
    );
    expect(preview.kind).toBe('targets');
    expect(
      preview.problems.map(({ row, code }: { row: number; code: string }) => [row, code]),
    ).toEqual([
      [2, 'notNumber'],
      [4, 'doubleInFile'],
      [5, 'notOver'],
      [6, 'periodUnknown'],
      [7, 'villageUnknown'],
      [8, 'notAsked'],
      [9, 'outOfRange'],
    ]);
    const last = preview.problems.at(-1);
    expect(last.basis).toEqual({ kind: 'notice', source: '三（二）2' });
    expect((await officer().post(`/api/imports/${preview.id}/commit`)).status).toBe(422);
    expect((await cellOf('water')).answer).toBeNull();
  });

  it('is written at once, and says nothing new the second time', async () => {
    const file = csv(
      '大尤家村,2015年四季度,年集体经营性收入,34000,',
      '大尤家村,2015年四季度,用水,是,自来水到户',
      '大尤家村,2015Q4,用电,,变压器在建',
    );
    const preview = await send(file);
    expect(preview.counts).toMatchObject({ new: 3, changed: 0, wrong: 0 });
    expect((await officer().post(`/api/imports/${preview.id}/commit`)).status).toBe(200);
    expect(await cellOf('operatingIncome')).toMatchObject({ value: '34000' });
    expect(await cellOf('water')).toMatchObject({ answer: true, note: '自来水到户' });
    expect(await cellOf('electricity')).toMatchObject({ answer: null, note: '变压器在建' });
    expect((await send(file)).counts).toMatchObject({ unchanged: 3, new: 0, changed: 0 });
    const changed = await send(csv('大尤家村,2015年四季度,年集体经营性收入,35000,'));
    expect(changed.counts).toMatchObject({ changed: 1 });
  });

  it('comes back as it was taken away', async () => {
    const { raw } = await officer().download(path('/sheet.xlsx'));
    const preview = await send(raw, '目标.xlsx');
    expect(preview.problems).toEqual([]);
    expect(preview.counts).toMatchObject({ wrong: 0, new: 0, changed: 0 });
    expect(preview.counts.unchanged).toBeGreaterThan(10);
  });

  it('is refused where somebody changed a cell since, and where the report is sent', async () => {
    const file = csv('大尤家村,2015年四季度,道路,是,');
    const preview = await send(file);
    const cell = { value: null, answer: false, note: null };
    const change = { villageId: district.villages.大尤家村, measureKey: 'roads', was: null };
    await officer().patch(`/api/targets/sheets/${district.townships.郑旺镇}/2015Q4`, {
      ...{ batchId: district.batchId, changes: [{ ...change, is: cell }] },
    });
    expect((await officer().post(`/api/imports/${preview.id}/commit`)).status).toBe(409);
    expect(await cellOf('roads')).toMatchObject({ answer: false });
    await district.office.db.prisma.targetSheet.updateMany({ data: { status: 'submitted' } });
    expect((await send(file)).problems[0]).toMatchObject({ row: 2, code: 'locked' });
  });

  it('is the officer’s own: a planner doesn’t bring it, another officer doesn’t see it', async () => {
    const planner = district.office.as('planner');
    const reply = await planner.upload('/api/imports', { kind: 'targets' }, '目标.csv', csv());
    expect(reply.status).toBe(403);
    const preview = await send(csv('大尤家村,2015年四季度,用水,是,'));
    const other = await district.office.as('officer2').get(`/api/imports/${preview.id}`);
    expect(other.status).toBe(404);
  });
});
