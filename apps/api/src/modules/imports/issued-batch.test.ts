import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing.ts';
import { batchIdOf } from '../../testing-plans.ts';
import { idNumberOf } from '../../testing-registers.ts';
import { book, csv, nominee } from './testing-sheets.ts';

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('issued');
});
afterAll(() => office.close());

async function imported(kind: string, rows: Parameters<typeof csv>[0]) {
  const planner = office.as('planner');
  const fields = { kind, batchId: await batchIdOf(office) };
  const preview = await planner.upload('/api/imports', fields, 'a.csv', csv(rows));
  expect(preview).toMatchObject({ status: 201, body: { problems: [] } });
  return planner.post(`/api/imports/${preview.body.id}/commit`);
}

it('names nobody to a batch that is issued', async () => {
  const people = await office.db.prisma.cadre.count();
  const row = nominee({ 身份证号码: idNumberOf('1981-05-06'), 工作单位: '朝阳街道党工委' });
  const rows = book([{ ...row, 选派类别: '优秀机关干部' }]) as string[][];
  expect(await imported('cadres', rows)).toMatchObject({
    status: 409,
    body: { code: 'alreadyDone', detail: expect.stringContaining('河组发〔2015〕18号') },
  });
  expect(await office.db.prisma.cadre.count()).toBe(people);
});

it('leaves what an issued batch says of its villages, and takes new figures of theirs', async () => {
  const village = await office.db.prisma.village.findFirstOrThrow({
    where: { batches: { some: { kinds: { has: 'weakLax' } } } },
    orderBy: { code: 'asc' },
  });
  const headings = ['行政区划代码', '村名', '2014年集体经营性收入（万元）'];
  const figures = [village.code, village.name, '3.5'];
  const kinds = await imported('villages', [
    [...headings, '村类型'],
    [...figures, '相对后进村'],
  ]);
  expect(kinds).toMatchObject({ status: 409, body: { code: 'alreadyDone' } });
  const income = await imported('villages', [headings, figures]);
  expect(income).toMatchObject({ status: 200, body: { counts: { changed: 1 } } });
});
