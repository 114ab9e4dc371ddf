import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestReply } from '../../testing.ts';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import { csv, rowsOf, uploadTo } from './testing-sheets.ts';

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
});
afterAll(() => district.office.close());

const rows = 30;
/** 2.4 MB: the units stand in three pieces. */
const long = csv([
  ['单位名称', '单位性质', '备注'],
  ...Array.from({ length: rows }, (_, at) => [`第${at}局`, '机关', 'a'.repeat(80_000)]),
]);

const readAgain = (upload: TestReply) =>
  district.office.as('planner').patch(`/api/imports/${upload.body.id}`, { version: 1 });

describe('a file that is kept in pieces', () => {
  it('is read whole, at the upload and again', async () => {
    const upload = await uploadTo(district, 'units', long, { filename: '单位.csv' });
    expect(upload).toMatchObject({ status: 201, body: { fileSize: long.length } });
    const { prisma } = district.office.db;
    expect(await prisma.importPiece.count({ where: { importId: upload.body.id } })).toBe(3);
    for (const read of [upload, await readAgain(upload)]) {
      const names = (await rowsOf(district, read)).map(({ values }) => values.name);
      expect(names).toEqual(
        Array.from({ length: rows }, (_, at) => `第${at}局`).slice(0, names.length),
      );
      expect(read.body).toMatchObject({ counts: { rows } });
    }
  });

  it('is gone where a piece is missing: it is never read in part', async () => {
    const upload = await uploadTo(district, 'units', long, { filename: '单位.csv' });
    await district.office.db.prisma.importPiece.deleteMany({
      where: { importId: upload.body.id, piece: 2 },
    });
    expect((await readAgain(upload)).status).toBe(404);
  });

  it('goes with its import', async () => {
    const upload = await uploadTo(district, 'units', long, { filename: '单位.csv' });
    await district.office.as('planner').delete(`/api/imports/${upload.body.id}`);
    expect(
      await district.office.db.prisma.importPiece.count({ where: { fileId: upload.body.id } }),
    ).toBe(0);
  });
});

it('a file of before pieces is still read', async () => {
  const { db, deps } = district.office;
  const upload = await uploadTo(district, 'units', long, { filename: '单位.csv' });
  const { id } = upload.body as { id: string };
  const place = { table: 'import', column: 'file_cipher', id };
  const fileCipher = new Uint8Array(await deps.keys.sealBytes(long, place));
  await db.prisma.import.update({ where: { id }, data: { fileCipher } });
  await db.prisma.importPiece.deleteMany({ where: { importId: id } });
  expect(await readAgain(upload)).toMatchObject({ status: 200, body: { counts: { rows } } });
});
