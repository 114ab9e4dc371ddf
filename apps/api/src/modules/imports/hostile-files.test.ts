import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileFiles } from '../../lib/sheet/testing-hostile.ts';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import { bearer, send, signIn } from '../../testing-sign-in.ts';
import { csv, rowsOf, uploadTo } from './testing-sheets.ts';

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
});
afterAll(() => district.office.close());

const units = csv([
  ['单位名称', '单位性质', '备注'],
  ['区水务局', '事业单位', "=cmd|'/C calc'!A0"],
]);

/** The others take seconds: see the long test. */
const light = hostileFiles.filter(({ heavy }) => !heavy);

describe('a hostile file', () => {
  it.each(light)('is refused with the reason: $what', async ({ bytes, filename, reason }) => {
    const given = { filename: filename ?? '人选.xlsx' };
    const reply = await uploadTo(district, 'cadres', bytes(), given);
    expect(reply).toMatchObject({ status: 422, body: { code: 'fileRefused' } });
    expect(reply.body.errors).toMatchObject([
      { path: 'file', code: reason, message: expect.any(String), remedy: expect.any(String) },
    ]);
    expect(JSON.stringify(reply.body)).not.toMatch(/Error:|node_modules|\/etc\/|saxes|yauzl/);
  });

  it('leaves nothing behind', async () => {
    expect(await district.office.db.prisma.import.count()).toBe(0);
    expect(await district.office.db.prisma.importPiece.count()).toBe(0);
  });

  it('is called locked, where it has a password, with how to unlock it', async () => {
    const locked = hostileFiles.find(({ reason }) => reason === 'encrypted');
    const reply = await uploadTo(district, 'cadres', locked?.bytes() ?? Buffer.alloc(0));
    expect(reply.body.detail).toMatch(/口令.*取消打开口令/);
  });
});

describe('a file’s name', () => {
  it.each([
    ['../../../etc/passwd.csv', 'passwd.csv'],
    ['C:\\Users\\王伟\\Desktop\\单位.csv', '单位.csv'],
    [`${'长'.repeat(300)}.csv`, `${'长'.repeat(196)}.csv`],
    ['单位371399198005060019.csv', '单位371399********0019.csv'],
  ])('is kept without folders, at a length that fits: %s', async (filename, kept) => {
    const reply = await uploadTo(district, 'units', units, { filename });
    expect(reply).toMatchObject({ status: 201, body: { filename: kept } });
  });
});

describe('what the bytes are counts', () => {
  it('whatever the form says of them', async () => {
    const { accessToken } = (await signIn(district.office, 'planner')).body;
    const head =
      '--b\r\nContent-Disposition: form-data; name="kind"\r\n\r\nunits\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: application/x-msdownload\r\n\r\n';
    const reply = await send(district.office, {
      method: 'POST',
      url: '/api/imports',
      headers: { ...bearer(accessToken), 'content-type': 'multipart/form-data; boundary=b' },
      payload: Buffer.concat([Buffer.from(head), units, Buffer.from('\r\n--b--\r\n')]),
    });
    expect(reply.status).toBe(201);
  });

  it('and a formula is text, here and in what is written', async () => {
    const reply = await uploadTo(district, 'units', units, { filename: '单位.csv' });
    expect((await rowsOf(district, reply))[0]?.values.note).toBe("=cmd|'/C calc'!A0");
  });
});

describe('a file over the limit', () => {
  it('is told the limit and what to do, in words', async () => {
    const bytes = Buffer.alloc(51 * 1024 * 1024, 'a');
    const reply = await uploadTo(district, 'cadres', bytes, { filename: 'a.csv' });
    expect(reply).toMatchObject({ status: 413, body: { code: 'tooLarge' } });
    expect(reply.body.detail).toMatch(/50 ?MB/);
    expect(reply.body.detail).toMatch(/分成几个/);
  });
});
