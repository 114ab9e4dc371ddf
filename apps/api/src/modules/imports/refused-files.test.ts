import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawXlsx } from '../../lib/sheet/raw-workbook.ts';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import { bearer, send, signIn } from '../../testing-sign-in.ts';
import { csv, uploadTo } from './testing-sheets.ts';

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
});
afterAll(() => district.office.close());

/** A compound file (OLE2) whose directory names this stream. */
function oldOffice(stream: string): Buffer {
  const bytes = Buffer.alloc(2048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  const name = Buffer.from(`${stream}\0`, 'utf16le');
  name.copy(bytes, 1024);
  bytes.writeUInt16LE(name.length, 1024 + 64);
  return bytes;
}

const farAway =
  '<sheetData><row r="1048576"><c r="XFD1048576" t="str"><v>王</v></c></row></sheetData>';

describe('a file that can’t be imported', () => {
  it.each([
    ['notWorkbook', '照片.xlsx', Buffer.from('\x89PNG\r\n')],
    ['oldXls', '人选.xls', oldOffice('Workbook')],
    ['encrypted', '人选.xlsx', oldOffice('EncryptedPackage')],
    ['tooManyColumns', '人选.xlsx', rawXlsx({ sheets: { S: farAway } })],
    ['truncated', '人选.xlsx', rawXlsx({ sheets: { S: '' } }).subarray(0, 200)],
    ['noSheet', '人选.csv', Buffer.from('')],
    [
      'noHeadings',
      '人选.csv',
      csv([
        ['1', '2'],
        ['3', '4'],
      ]),
    ],
  ])('is refused with the reason: %s', async (reason, filename, bytes) => {
    const reply = await uploadTo(district, 'cadres', bytes, { filename });
    expect(reply).toMatchObject({ status: 422, body: { code: 'fileRefused' } });
    expect(reply.body.errors).toMatchObject([
      { path: 'file', code: reason, remedy: expect.any(String) },
    ]);
  });

  it('is too large beyond 50 MB', async () => {
    const bytes = Buffer.alloc(51 * 1024 * 1024, 'a');
    expect((await uploadTo(district, 'cadres', bytes, { filename: 'a.csv' })).status).toBe(413);
  });

  it.each([
    ['without a boundary', 'multipart/form-data', '--b\r\n'],
    ['that is no form at all', 'multipart/form-data; boundary=b', 'nonsense'],
    [
      'with two files',
      'multipart/form-data; boundary=b',
      `${['a', 'b']
        .map(
          (name) =>
            `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}.csv"\r\n\r\n姓名\r\n`,
        )
        .join('')}--b--\r\n`,
    ],
    [
      'that breaks off',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n姓名',
    ],
  ])('is malformed in a form %s', async (_, type, payload) => {
    const { accessToken } = (await signIn(district.office, 'planner')).body;
    const headers = { ...bearer(accessToken), 'content-type': type };
    const upload = { method: 'POST', url: '/api/imports', headers, payload } as const;
    expect(await send(district.office, upload)).toMatchObject({
      status: 400,
      body: { code: 'badRequest' },
    });
  });

  it('comes with a kind and a batch that exist', async () => {
    const bytes = csv([
      ['单位名称', '单位性质'],
      ['区水务局', '事业单位'],
    ]);
    const planner = district.office.as('planner');
    const upload = (fields: Record<string, string>) =>
      planner.upload('/api/imports', fields, 'a.csv', bytes);
    expect((await upload({ kind: 'salaries' })).body.errors).toMatchObject([{ path: 'kind' }]);
    const batchId = '00000000-0000-7000-8000-000000000000';
    expect((await upload({ kind: 'units', batchId })).body.errors).toMatchObject([
      { path: 'batchId' },
    ]);
    expect((await planner.post('/api/imports', { kind: 'units' })).status).toBe(400);
  });

  it('leaves no piece of itself, whyever it was refused', async () => {
    expect(await district.office.db.prisma.importPiece.count()).toBe(0);
  });
});
