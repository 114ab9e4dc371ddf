import { toDate } from '@xuanpai/database/dates';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../testing.ts';
import {
  addAssignment,
  addCadre,
  type SmallDistrict,
  startSmallDistrict,
} from '../../testing-registers.ts';

/** Lists of trainings, as they come back signed: one of the district, one of 郑旺镇. */
let district: SmallDistrict;
const ids = { district: '', township: '' };
beforeAll(async () => {
  district = await startSmallDistrict(day('2015-06-20'));
  const { office, batchId, townships, units, villages } = district;
  const session = async (topic: string, townshipId: string | null) => {
    const { id } = await office.db.prisma.training.create({
      data: {
        ...{ batchId, topic, townshipId, level: townshipId ? 'township' : 'district' },
        ...{
          place: '区委党校',
          startsOn: toDate(day('2015-06-08')),
          endsOn: toDate(day('2015-06-08')),
        },
        ...{ hours: 4, teachers: '李老师', enteredByName: '某', searchKey: topic },
      },
    });
    return id;
  };
  ids.district = await session('任前培训', null);
  ids.township = await session('镇情培训', townships.郑旺镇);
  for (const [name, unit, village] of [
    ['王伟', units.区财政局, villages.大尤家村],
    ['李娜', units.区水利局, villages.友谊村],
    ['赵强', units.区水利局, villages.养马庄村],
  ] as const) {
    await addAssignment(district, await addCadre(office, unit, { name }), village);
  }
});
afterAll(() => district.office.close());

const csv = (...lines: string[]) =>
  Buffer.from(['培训主题,开始日期,姓名,派出单位,是否参加,缺席原因', ...lines].join('\n'));
const send = async (who: 'planner' | 'officer', bytes: Uint8Array, filename = '名单.csv') =>
  (await district.office.as(who).upload('/api/imports', { kind: 'trainings' }, filename, bytes))
    .body;
const listOf = async (id: string) =>
  (await district.office.as('planner').get(`/api/trainings/${id}`)).body.people.map(
    ({ name, presence, reason }: Record<string, string | null>) => [name, presence, reason],
  );

it('says all that is wrong at once, of whom and of which session, and writes nothing', async () => {
  const preview = await send(
    'officer',
    csv(
      '任前培训,2015-06-08,王伟,区财政局,参加,',
      '镇情培训,2015-06-08,赵强,,参加,',
      '镇情培训,2015-06-08,王伟,,来了,',
      '镇情培训,2015-06-08,李娜,,,病假',
    ),
  );
  expect(
    preview.problems.map(({ row, code }: { row: number; code: string }) => [row, code]),
  ).toEqual([
    [2, 'trainingUnknown'],
    [3, 'personUnknown'],
    [4, 'presenceUnknown'],
    [5, 'reasonWithoutAbsence'],
  ]);
  expect(await listOf(ids.township)).toEqual([]);
});

it('puts on the list who isn’t there, and says who came; twice is once', async () => {
  const file = csv(
    '任前培训,2015年6月8日,王伟,区财政局,√,',
    '任前培训,2015年6月8日,李娜,,缺席,病假',
    '任前培训,2015年6月8日,赵强,,,',
  );
  const preview = await send('planner', file);
  expect([preview.problems, preview.counts.new]).toEqual([[], 3]);
  expect(
    (await district.office.as('planner').post(`/api/imports/${preview.id}/commit`)).status,
  ).toBe(200);
  expect((await listOf(ids.district)).toSorted()).toEqual([
    ['李娜', 'absent', '病假'],
    ['王伟', 'came', null],
    ['赵强', null, null],
  ]);
  expect((await send('planner', file)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
});

it('reads the exported list, filled in', async () => {
  const planner = district.office.as('planner');
  const { raw } = await planner.download(`/api/trainings/${ids.district}/people.xlsx`);
  const preview = await send('planner', raw, '培训名单.xlsx');
  expect([preview.problems, preview.counts.unchanged]).toEqual([[], 3]);
});
