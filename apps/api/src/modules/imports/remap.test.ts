import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idNumberOf, type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import {
  book,
  codesOf,
  commit,
  nominee,
  rowsOf,
  uploadNominees,
  uploadTo,
  xlsx,
} from './testing-sheets.ts';

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
});
afterAll(() => district.office.close());

const patch = (id: string, body: object) =>
  district.office.as('planner').patch(`/api/imports/${id}`, body);

describe('a preview', () => {
  it('says which key column it didn’t find, and takes it by hand', async () => {
    const rows = book([nominee()]);
    const renamed = [
      (rows[0] ?? []).map((heading) => (heading === '身份证号码' ? '证件' : heading)),
      ...rows.slice(1),
    ];
    const reply = await uploadTo(district, 'cadres', await xlsx(renamed));
    expect(reply.body).toMatchObject({
      counts: { rows: 1, wrong: 1 },
      problems: [{ row: 1, field: 'idNumber', code: 'columnMissing' }],
    });
    expect((await commit(district, reply)).status).toBe(422);
    const { index } = reply.body.columns.find(
      ({ heading }: { heading: string }) => heading === '证件',
    );
    expect(reply.body.columns[index].samples[0]).toMatch(/^\d{6}\*{8}/);
    const mapped = await patch(reply.body.id, {
      columns: [{ index, field: 'idNumber' }],
      version: reply.body.version,
    });
    expect(mapped.body).toMatchObject({ counts: { new: 1, wrong: 0 }, problems: [], version: 2 });
    expect((await commit(district, mapped)).status).toBe(200);
  });

  it('gives a field that moves to another column up in its old one', async () => {
    const reply = await uploadNominees(district, nominee({ 曾用单位: '区水利局' }));
    const { id, version, columns } = reply.body;
    const { index } = columns.find(({ heading }: { heading: string }) => heading === '曾用单位');
    const mapped = await patch(id, { columns: [{ index, field: 'unit' }], version });
    const units = mapped.body.columns.filter(({ field }: { field: string }) => field === 'unit');
    expect(units).toMatchObject([{ heading: '曾用单位' }]);
    expect((await rowsOf(district, mapped))[0]?.values.unit).toBe('区水利局');
  });

  it('refuses columns and fields that aren’t there, and a field for two columns', async () => {
    const { id, version } = (await uploadNominees(district, nominee())).body;
    const reply = await patch(id, {
      columns: [
        { index: 99, field: 'name' },
        { index: 0, field: 'salary' },
        { index: 1, field: 'unit' },
        { index: 2, field: 'unit' },
      ],
      version,
    });
    expect(reply.status).toBe(400);
    expect(reply.body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'columns.0.index',
      'columns.1.field',
      'columns.2.field',
      'columns.3.field',
    ]);
  });

  it('takes cells corrected on the page, marks them, and counts them in the log', async () => {
    const idNumber = idNumberOf('1980-05-06');
    const reply = await uploadNominees(
      district,
      nominee({ 身份证号码: idNumber, 出生年月: '1979.05', 职级: '局级' }),
    );
    expect(codesOf(reply)).toEqual(['2 birthDateMismatch', '2 notInList']);
    const { id } = reply.body;
    const first = await patch(id, {
      cells: [{ row: 2, field: 'bornOn', text: '1980.05' }],
      version: 1,
    });
    expect(codesOf(first)).toEqual(['2 notInList']);
    const second = await patch(id, {
      cells: [{ row: 2, field: 'rank', text: '科员' }],
      version: 2,
    });
    expect(second.body.problems).toEqual([]);
    expect((await rowsOf(district, second))[0]).toMatchObject({
      edited: ['bornOn', 'rank'],
      values: { rank: '科员' },
    });
    await commit(district, second);
    const entry = await district.office.db.prisma.auditEntry.findFirst({
      where: { action: 'import.commit', entityId: id },
    });
    expect(entry?.params).toMatchObject({ correctedCells: 2 });
  });

  it('isn’t changed by somebody who saw another version, nor after the commit', async () => {
    const { id } = (await uploadNominees(district, nominee())).body;
    expect((await patch(id, { version: 1 })).status).toBe(200);
    expect((await patch(id, { version: 1 })).body.code).toBe('staleVersion');
    await district.office.as('planner').post(`/api/imports/${id}/commit`);
    expect((await patch(id, { version: 3 })).body.code).toBe('alreadyDone');
  });

  it('says what the file rather is when its headings fit another register', async () => {
    const units = await uploadTo(district, 'units', await xlsx(book([nominee()])));
    expect(units).toMatchObject({ status: 422, body: { errors: [{ code: 'otherKind' }] } });
    const villages = await uploadTo(
      district,
      'villages',
      await xlsx(book([nominee({ 备注: '无', 类别: '无' })])),
    );
    expect(villages.body).toMatchObject({
      kind: 'villages',
      message: expect.stringContaining('人选'),
    });
  });

  it('is paged, filtered by state, and gone when discarded', async () => {
    const reply = await uploadNominees(district, nominee(), nominee({ 职级: '局级' }), nominee());
    const planner = district.office.as('planner');
    const address = `/api/imports/${reply.body.id}`;
    const page = await planner.get(`${address}/rows?pageSize=2&page=2`);
    expect(page.body).toMatchObject({ total: 3, items: [{ row: 4 }] });
    const wrong = await planner.get(`${address}/rows?state=wrong`);
    expect(wrong.body).toMatchObject({ total: 1, items: [{ row: 3, state: 'wrong' }] });
    const listed = await planner.get('/api/imports');
    expect(listed.body.items[0]).toMatchObject({ id: reply.body.id, counts: { wrong: 1 } });
    expect((await planner.delete(address)).status).toBe(204);
    expect((await planner.get(address)).status).toBe(404);
    expect((await planner.delete(address)).status).toBe(404);
  });
});
