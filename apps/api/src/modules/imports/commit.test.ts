import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idNumberOf, type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import {
  book,
  commit,
  csv,
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

describe('committing an import', () => {
  it('names the people to the batch, once, however often it is asked', async () => {
    const row = nominee({ 姓名: '赵一' });
    const preview = await uploadNominees(district, row);
    expect(await district.office.db.prisma.cadre.count({ where: { name: '赵一' } })).toBe(0);
    const first = await commit(district, preview);
    expect(first.body).toMatchObject({ status: 'committed', counts: { new: 1 } });
    expect((await commit(district, preview)).body.code).toBe('alreadyDone');
    const { prisma } = district.office.db;
    expect(await prisma.nomination.findMany({ where: { cadre: { name: '赵一' } } })).toMatchObject([
      { tier: 'district', category: 'sectionCadre', state: 'active' },
    ]);
    const again = await uploadNominees(district, row);
    expect(again.body.counts).toMatchObject({ new: 0, unchanged: 1 });
    expect((await commit(district, again)).status).toBe(200);
    expect(await prisma.cadre.count({ where: { name: '赵一' } })).toBe(1);
  });

  it('is refused while a row is wrong, with every problem', async () => {
    const preview = await uploadNominees(
      district,
      nominee({ 姓名: '钱二' }),
      nominee({ 职级: '局级' }),
    );
    const refused = await commit(district, preview);
    expect(refused).toMatchObject({ status: 422, body: { code: 'importHasProblems' } });
    expect(refused.body.errors).toMatchObject([{ path: 'rows.3.职级', code: 'notInList' }]);
    expect(await district.office.db.prisma.cadre.count({ where: { name: '钱二' } })).toBe(0);
  });

  it('is refused when a register changed since the preview, until it is renewed', async () => {
    const preview = await uploadNominees(district, nominee({ 姓名: '孙三' }));
    const other = await uploadTo(
      district,
      'units',
      csv([
        ['单位名称', '单位性质'],
        ['区林业局', '党政机关'],
      ]),
      { filename: 'a.csv' },
    );
    await commit(district, other);
    expect((await commit(district, preview)).body.code).toBe('importStale');
    const { id, version } = preview.body;
    const renewed = await district.office.as('planner').patch(`/api/imports/${id}`, { version });
    expect(renewed.status).toBe(200);
    expect((await commit(district, renewed)).status).toBe(200);
  });

  it('is done by one of two who commit at once', async () => {
    const preview = await uploadNominees(district, nominee({ 姓名: '李四' }));
    const both = await Promise.all([commit(district, preview), commit(district, preview)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await district.office.db.prisma.cadre.count({ where: { name: '李四' } })).toBe(1);
  });

  it('keeps a date that was corrected from the file, and people who stepped aside', async () => {
    const idNumber = idNumberOf('1980-05-06');
    const row = nominee({ 姓名: '周五', 身份证号码: idNumber });
    await commit(district, await uploadNominees(district, row));
    const { prisma } = district.office.db;
    const cadre = await prisma.cadre.findFirstOrThrow({ where: { name: '周五' } });
    const corrected = await district.office.as('planner').patch(`/api/cadres/${cadre.id}`, {
      joinedOn: '2003-07-01',
      document: '入党志愿书',
      version: cadre.version,
    });
    expect(corrected.status, JSON.stringify(corrected.body)).toBe(200);
    await prisma.nomination.updateMany({
      where: { cadreId: cadre.id },
      data: {
        state: 'withdrawn',
        withdrawnReason: '另有任用',
        withdrawnBy: '王晓东',
        withdrawnAt: new Date(),
      },
    });
    const again = await uploadNominees(district, row);
    expect(again.body.counts).toMatchObject({ unchanged: 1 });
    expect(again.body.notices.map(({ code }: { code: string }) => code)).toEqual([
      'steppedAside',
      'correctedFromFile',
    ]);
  });

  it('leaves one chained entry with the changes of the rows, personal data masked', async () => {
    const idNumber = idNumberOf('1981-02-03');
    const bytes = await xlsx(
      book([nominee({ 姓名: '吴六', 身份证号码: idNumber, 健康状况: '良好' })]),
    );
    const preview = await uploadTo(district, 'cadres', bytes, { filename: '人选.xlsx' });
    await commit(district, preview);
    const { prisma } = district.office.db;
    const [entry] = await prisma.auditEntry.findMany({
      where: { action: 'import.commit', entityId: preview.body.id },
      include: { act: { include: { changes: true } } },
    });
    expect(entry?.params).toMatchObject({
      kind: 'cadres',
      filename: '人选.xlsx',
      counts: { new: 1 },
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(entry?.act?.changes.map(({ entity }) => entity).sort()).toEqual(['cadre', 'nomination']);
    const kept = JSON.stringify(entry);
    expect(kept).not.toContain(idNumber);
    expect(kept).not.toContain('良好');
  });

  it('changes people by the sheet, each field old → new, health masked', async () => {
    const idNumber = idNumberOf('1982-02-03');
    const row = nominee({ 姓名: '郑七', 身份证号码: idNumber, 健康状况: '良好' });
    await commit(district, await uploadNominees(district, row));
    const reply = await uploadNominees(district, {
      ...row,
      健康状况: '一般',
      现任职务: '股长',
      工作单位: '区水利局',
    });
    expect((await rowsOf(district, reply))[0]?.changes).toEqual([
      { field: 'unit', was: '区财政局', is: '区水利局' },
      { field: 'position', was: '科员', is: '股长' },
      { field: 'health', was: '***', is: '***' },
    ]);
    await commit(district, reply);
    const { prisma } = district.office.db;
    const cadre = await prisma.cadre.findFirstOrThrow({
      where: { name: '郑七' },
      include: { nominations: true },
    });
    expect(cadre).toMatchObject({
      position: '股长',
      unitId: district.units.区水利局,
      version: 2,
      nominations: [{ unitId: district.units.区水利局, version: 2 }],
    });
  });
});

describe('what waits for the commit', () => {
  it('holds no ID number in clear, and nobody else’s file', async () => {
    const idNumber = idNumberOf('1983-02-03');
    const preview = await uploadNominees(district, nominee({ 身份证号码: idNumber }));
    const { pool } = district.office.db;
    const kept = await pool.query(
      `SELECT i.*, convert_from(p.data, 'UTF8') AS file, string_agg(r.data, '') AS rows
       FROM import i JOIN import_piece p ON p.import_id = i.id JOIN import_row r ON r.import_id = i.id
       WHERE i.id = $1 GROUP BY i.id, p.data`,
      [preview.body.id],
    );
    expect(kept.rows).toHaveLength(1);
    expect(JSON.stringify(kept.rows)).not.toContain(idNumber);
    expect(JSON.stringify(preview.body)).not.toContain(idNumber);
  });

  it('is swept after seven days, at the next upload', async () => {
    const old = await uploadNominees(district, nominee());
    const done = await uploadNominees(district, nominee());
    await commit(district, done);
    const { pool, prisma } = district.office.db;
    await pool.query(
      "UPDATE import SET created_at = now() - interval '8 days' WHERE id = ANY($1)",
      [[old.body.id, done.body.id]],
    );
    await uploadNominees(district, nominee());
    expect(await prisma.import.findUnique({ where: { id: old.body.id } })).toBeNull();
    expect(await prisma.import.findUnique({ where: { id: done.body.id } })).toMatchObject({
      status: 'committed',
      findings: null,
    });
    expect(await prisma.importPiece.count({ where: { importId: done.body.id } })).toBe(0);
    expect(await prisma.importRow.count({ where: { importId: done.body.id } })).toBe(0);
  });
});
