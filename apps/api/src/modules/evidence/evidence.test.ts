import { once } from 'node:events';
import { readdir, rm, utimes } from 'node:fs/promises';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { toDate } from '@xuanpai/database/dates';
import { write } from '@xuanpai/database/transaction';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evidenceSweep, filesOf, keepFromSweep } from '../../lib/evidence/files.ts';
import { storageProblem } from '../../lib/evidence/store.ts';
import { day } from '../../testing.ts';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import { signIn } from '../../testing-sign-in.ts';
import { bomb, cameraJpeg, officeFile, scannedPdf, screenshotPng } from './testing-evidence.ts';

let district: SmallDistrict;
let trainingId: string;
let elsewhere: string;
beforeAll(async () => {
  district = await startSmallDistrict();
  trainingId = await addTraining('郑旺镇');
  elsewhere = await addTraining('朝阳街道');
});
afterAll(() => district.office.close());

async function addTraining(township: '郑旺镇' | '朝阳街道'): Promise<string> {
  const { id } = await district.office.db.prisma.training.create({
    data: {
      ...{ batchId: district.batchId, level: 'township', townshipId: district.townships[township] },
      ...{ topic: '任职培训', place: '镇会议室', teachers: '李老师', hours: 6, searchKey: '' },
      ...{ startsOn: toDate(day('2015-06-08')), endsOn: toDate(day('2015-06-08')) },
      enteredByName: '王晓东',
    },
  });
  return id;
}

const at = (ownerId: string, kind = 'training') => `/api/evidence?kind=${kind}&ownerId=${ownerId}`;
const send = (name: string, bytes: Uint8Array, ownerId = trainingId, by = 'officer') =>
  district.office.as(by).upload(at(ownerId), {}, name, bytes);
const rowsNow = () => district.office.db.prisma.attachment.count();

/** Everything in the folder of files, whatever it is called. */
async function filesNow(): Promise<string[]> {
  const { files } = district.office.deps.settings;
  const found = await readdir(files, { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((one) => one.isFile()).map(({ name }) => name);
}

const codes = (reply: { body: { errors: { code: string }[] } }) =>
  reply.body.errors.map(({ code }) => code);

describe('what is taken', () => {
  test('each kind comes back as it was sent, as an attachment that does nothing', async () => {
    for (const [name, bytes, type] of [
      ['课件.pdf', scannedPdf(), 'application/pdf'],
      ['学员.docx', await officeFile('docx'), /wordprocessingml/],
      ['名单.xlsx', await officeFile('xlsx'), /spreadsheetml/],
    ] as const) {
      const sent = await send(name, bytes);
      expect([sent.status, sent.body.name], name).toEqual([201, name]);
      const got = await district.office
        .as('officer')
        .download(`/api/evidence/${sent.body.id}/file`);
      expect(got.raw.equals(bytes), name).toBe(true);
      expect(got.headers['content-type']).toMatch(type);
      expect(got.headers['content-disposition']).toMatch(/^attachment; /);
      expect(got.headers['x-content-type-options']).toBe('nosniff');
      expect(got.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    }
  });

  test('a picture loses place and camera, and keeps its pixels and its right side', async () => {
    const given = await cameraJpeg({ width: 300, height: 200, orientation: 6 });
    expect(given.includes('PHONE-MAKER')).toBe(true);
    const { status, body } = await send('现场.jpg', given);
    expect([status, body.width, body.height]).toEqual([201, 200, 300]);
    const { raw } = await district.office.as('officer').download(`/api/evidence/${body.id}/file`);
    for (const word of ['PHONE-MAKER', 'SECRET-NOTE', 'MOTION-PHOTO', '118']) {
      expect(raw.includes(word), word).toBe(false);
    }
    const pixels = (bytes: Buffer) => sharp(bytes).autoOrient().raw().toBuffer();
    expect((await pixels(raw)).equals(await pixels(given))).toBe(true);
    expect((await sharp(raw).metadata()).orientation).toBe(6);
    const small = await district.office.as('officer').get(`/api/evidence/${body.id}/thumbnail`);
    expect([small.status, small.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(small.raw.includes('PHONE-MAKER')).toBe(false);
  });

  test('a PNG loses what stands beside its pixels', async () => {
    const given = await screenshotPng();
    expect(given.includes('PHONE-MAKER')).toBe(true);
    const { body } = await send('截图.PNG', given);
    const { raw } = await district.office.as('officer').download(`/api/evidence/${body.id}/file`);
    expect([raw.includes('PHONE-MAKER'), raw.includes('BEHIND')]).toEqual([false, false]);
    const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer();
    expect((await pixels(raw)).equals(await pixels(given))).toBe(true);
  });

  test('a thumbnail that was lost is made anew; of a document there is none', async () => {
    const { body } = await send('横幅.jpg', await cameraJpeg({ colour: '#135' }));
    const { files } = district.office.deps.settings;
    await rm(join(files, 'thumbnails'), { recursive: true });
    const small = await district.office.as('head').get(`/api/evidence/${body.id}/thumbnail`);
    expect((await sharp(small.raw).metadata()).format).toBe('jpeg');
    const pdf = await send('通知.pdf', Buffer.concat([scannedPdf(), Buffer.from(' ')]));
    const none = await district.office.as('head').get(`/api/evidence/${pdf.body.id}/thumbnail`);
    expect(none.status).toBe(404);
  });

  test('path parts go and a long name is cut; 20 MB are fine', async () => {
    const long = await send(
      `..\\..\\${'签'.repeat(300)}.pdf`,
      Buffer.concat([scannedPdf(), Buffer.from('1')]),
    );
    expect(long.body.name).toBe(`${'签'.repeat(116)}.pdf`);
    const pdf = scannedPdf();
    const most = Buffer.concat([
      pdf,
      Buffer.alloc(20 * 1024 * 1024 - pdf.length - 40),
      pdf.subarray(-40),
    ]);
    expect((await send('大.pdf', most)).status).toBe(201);
  });
});

describe('what is refused, in words, and leaves nothing', () => {
  const jpegHead = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
  const heic = Buffer.from('0000001c66747970686569630000000068656963', 'hex');
  const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)]);
  const svg =
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>';
  const cases: [string, () => Promise<Uint8Array> | Uint8Array, string][] = [
    ['照片.heic', () => heic, 'heic'],
    ['改名的照片.jpg', () => heic, 'heic'],
    ['程序.exe', () => Buffer.from('MZ'), 'type'],
    ['旧文档.doc', () => compound, 'type'],
    ['空.pdf', () => Buffer.alloc(0), 'empty'],
    ['图.png', () => Buffer.from(svg), 'content'],
    ['图.svg', () => Buffer.from(svg), 'type'],
    ['页.pdf', () => Buffer.from('<html><script>alert(1)</script>'), 'content'],
    ['图片.jpg', () => screenshotPng(), 'content'],
    ['文.docx', () => scannedPdf(), 'content'],
    ['文.docx', () => officeFile('xlsx'), 'content'],
    ['文.docx', () => officeFile('docm'), 'macros'],
    ['表.xlsx', () => officeFile('xlsx', { 'xl/vbaProject.bin': 'x' }), 'macros'],
    ['文.docx', () => compound, 'encrypted'],
    ['文.docx', async () => (await officeFile('docx')).subarray(0, 150), 'damaged'],
    ['文.docx', () => bomb(300 * 1024 * 1024), 'inflated'],
    ['图.jpg', () => Buffer.concat([jpegHead, Buffer.alloc(500, 7)]), 'damaged'],
    [
      '图.jpg',
      async () => (await cameraJpeg({ width: 900, height: 900 })).subarray(0, 700),
      'damaged',
    ],
    ['半.pdf', () => scannedPdf().subarray(0, 60), 'damaged'],
  ];
  test.each(cases)('%s %#', async (name, make, code) => {
    const before = [await rowsNow(), (await filesNow()).length];
    const reply = await send(name, await make());
    expect([reply.status, reply.body.code, ...codes(reply)]).toEqual([
      422,
      'evidenceRefused',
      code,
    ]);
    expect([await rowsNow(), (await filesNow()).length]).toEqual(before);
  });

  test('more than 20 MB', async () => {
    const before = await filesNow();
    const pdf = Buffer.concat([scannedPdf(), Buffer.alloc(20 * 1024 * 1024)]);
    const reply = await send('大.pdf', pdf);
    expect([reply.status, reply.body.code, codes(reply)]).toEqual([413, 'tooLarge', ['tooLarge']]);
    expect(await filesNow()).toEqual(before);
  });

  test('a form without a file, and no form at all', async () => {
    const officer = district.office.as('officer');
    expect((await officer.post(at(trainingId))).body.code).toBe('badRequest');
    const head = { 'content-type': 'multipart/form-data; boundary=b' };
    const url = at(trainingId);
    const none = await officer.send({ method: 'POST', url, headers: head, payload: '--b--\r\n' });
    expect([none.status, codes(none)]).toEqual([400, ['required']]);
  });

  test('a full disk is said in words, and nothing else is mistaken for it', () => {
    const full = storageProblem(Object.assign(new Error('write'), { code: 'ENOSPC' }));
    expect(full).toMatchObject({ code: 'storageFull' });
    const other = new Error('else');
    expect(storageProblem(other)).toBe(other);
  });

  test('where nothing can be written, no row is made', async () => {
    const { settings } = district.office.deps;
    const { files } = settings;
    const before = await rowsNow();
    settings.files = '/dev/null/files';
    const reply = await send('课件.pdf', Buffer.concat([scannedPdf(), Buffer.from('2')]));
    settings.files = files;
    expect(reply.status).toBe(500);
    expect(await rowsNow()).toBe(before);
  });
});

describe('a file and its rows', () => {
  test('the same file twice at once is one row; of another owner a second, of the same bytes', async () => {
    const bytes = Buffer.concat([scannedPdf(), Buffer.from('twice')]);
    const replies = await Promise.all(['a.pdf', 'a.pdf', 'a.pdf'].map((name) => send(name, bytes)));
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201]);
    const [id] = new Set(replies.map(({ body }) => body.id));
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    const other = await send('b.pdf', bytes, elsewhere, 'officer2');
    const { prisma } = district.office.db;
    const rows = await prisma.attachment.findMany({ where: { id: { in: [id, other.body.id] } } });
    expect(new Set(rows.map(({ digest }) => digest)).size).toBe(1);
    expect((await district.office.as('officer').delete(`/api/evidence/${id}`)).status).toBe(204);
    await sweepAll();
    const left = await district.office.as('officer2').get(`/api/evidence/${other.body.id}/file`);
    expect(left.raw.equals(bytes)).toBe(true);
  });

  test('an owner that goes takes its rows along, and the sweep what nobody names', async () => {
    const gone = await addTraining('郑旺镇');
    const bytes = Buffer.concat([scannedPdf(), Buffer.from('gone')]);
    const { body } = await send('课件.pdf', bytes, gone);
    const { prisma } = district.office.db;
    const { digest } = await prisma.attachment.findUniqueOrThrow({ where: { id: body.id } });
    await prisma.training.delete({ where: { id: gone } });
    expect(await prisma.attachment.findUnique({ where: { id: body.id } })).toBe(null);
    await sweepOnce();
    expect(await filesNow(), 'not yet: its row may be on its way').toContain(digest);
    await sweepAll();
    expect(await filesNow()).not.toContain(digest);
    expect((await filesNow()).length).toBeGreaterThan(0);
  });

  test('nothing is swept while somebody keeps a file', async () => {
    const orphan = filesOf(district.office.deps);
    const file = await orphan.receiveBytes(Buffer.from('orphan'));
    await orphan.keep(file);
    await write(district.office.db.prisma, null, async (tx) => {
      await keepFromSweep(tx);
      await sweepAll();
    });
    expect(await filesNow()).toContain(file.digest);
    await sweepAll();
    expect(await filesNow()).not.toContain(file.digest);
  });

  test('one that the disk has lost is said to be lost', async () => {
    const bytes = Buffer.concat([scannedPdf(), Buffer.from('lost')]);
    const { body } = await send('丢失.pdf', bytes);
    const { prisma } = district.office.db;
    const { digest } = await prisma.attachment.findUniqueOrThrow({ where: { id: body.id } });
    await rm(filesOf(district.office.deps).placeOf(digest));
    const reply = await district.office.as('officer').get(`/api/evidence/${body.id}/file`);
    expect([reply.status, reply.body.detail]).toEqual([404, expect.stringContaining('备份')]);
  });

  /** As if a day had passed. */
  async function sweepAll() {
    const { files } = district.office.deps.settings;
    const all = await readdir(files, { recursive: true, withFileTypes: true });
    for (const one of all) if (one.isFile()) await utimes(join(one.parentPath, one.name), 0, 0);
    await sweepOnce();
  }
  const sweepOnce = () =>
    write(district.office.db.prisma, null, evidenceSweep(district.office.deps).run);
});

describe('on a past day', () => {
  /** As if they had come and gone then. */
  const was = (id: string, uploadedAt: string, removedAt?: string) =>
    district.office.db.prisma.attachment.update({
      where: { id },
      data: {
        uploadedAt: new Date(uploadedAt),
        ...(removedAt && { removedAt: new Date(removedAt) }),
      },
    });
  const namesOn = async (ownerId: string, when: string) => {
    const { body } = await district.office.as('officer').get(`${at(ownerId)}${when}`);
    return body.items.map(({ name }: { name: string }) => name);
  };
  const more = (word: string) => Buffer.concat([scannedPdf(), Buffer.from(word)]);

  test('those are there that had come by its end and not gone yet', async () => {
    const ownerId = await addTraining('郑旺镇');
    const officer = district.office.as('officer');
    const first = (await send('一.pdf', more('then-1'), ownerId)).body;
    const second = (await send('二.pdf', more('then-2'), ownerId)).body;
    await was(first.id, '2015-02-10T09:00:00');
    await was(second.id, '2015-03-10T23:59:00');
    expect((await officer.delete(`/api/evidence/${first.id}`)).status).toBe(204);
    await was(first.id, '2015-02-10T09:00:00', '2015-03-20T10:00:00');
    for (const [when, names] of [
      ['&on=2015-02-09', []],
      ['&on=2015-02-10', ['一.pdf']],
      ['&on=2015-03-10', ['一.pdf', '二.pdf']],
      ['&on=2015-03-19', ['一.pdf', '二.pdf']],
      ['&on=2015-03-20', ['二.pdf']],
      ['&on=2015-02-10&known=now', ['二.pdf']],
      ['', ['二.pdf']],
    ] as const) {
      expect(await namesOn(ownerId, when), when).toEqual(names);
    }
    expect((await officer.get(`/api/evidence/${first.id}/file`)).status).toBe(200);
    expect((await officer.delete(`/api/evidence/${first.id}`)).status).toBe(404);
    // What was taken away doesn't stand in the way of the same file sent once more.
    expect((await send('一.pdf', more('then-1'), ownerId)).body.id).not.toBe(first.id);
    expect((await officer.get('/api/trainings?limit=50')).body.items).toContainEqual(
      expect.objectContaining({ id: ownerId, files: 2 }),
    );
  });

  test('what comes and goes within a day, and what goes wholly, was there on none', async () => {
    const ownerId = await addTraining('郑旺镇');
    const officer = district.office.as('officer');
    const { body } = await send('当天.pdf', more('then-3'), ownerId);
    expect((await officer.delete(`/api/evidence/${body.id}`)).status).toBe(204);
    const mistaken = (await send('误传.pdf', more('then-4'), ownerId)).body;
    await was(mistaken.id, '2015-02-10T09:00:00');
    expect(await namesOn(ownerId, '&on=2015-02-10')).toEqual(['误传.pdf']);
    expect((await officer.delete(`/api/evidence/${mistaken.id}?wholly=true`)).status).toBe(204);
    expect(await namesOn(ownerId, '&on=2015-02-10')).toEqual([]);
    const { prisma } = district.office.db;
    expect(await prisma.attachment.count({ where: { trainingId: ownerId } })).toBe(0);
  });
});

describe('who', () => {
  test('others’ rows are not there; readers don’t write; what is locked stays', async () => {
    const { body } = await send('我的.pdf', Buffer.concat([scannedPdf(), Buffer.from('mine')]));
    const as = (who: string) => district.office.as(who);
    expect((await as('officer2').get(`/api/evidence/${body.id}/file`)).status).toBe(404);
    expect((await as('officer2').get(at(trainingId))).status).toBe(404);
    expect((await as('officer2').delete(`/api/evidence/${body.id}`)).status).toBe(404);
    expect((await send('a.pdf', scannedPdf(), trainingId, 'officer2')).status).toBe(404);
    expect((await as('head').get(at(trainingId))).body).toMatchObject({ writable: false });
    expect((await as('head').delete(`/api/evidence/${body.id}`)).status).toBe(404);
    expect((await as('leader').get(`/api/evidence/${body.id}/file`)).status).toBe(200);
    // An evaluator has the files of visits only.
    for (const [who, status] of [
      ['admin', 403],
      ['auditor', 403],
      ['evaluator', 404],
    ] as const) {
      expect((await as(who).get(`/api/evidence/${body.id}/file`)).status, who).toBe(status);
    }
  });

  test('the files of an example stay while it lies with the reviewer', async () => {
    const { prisma } = district.office.db;
    const example = await prisma.example.create({
      data: {
        ...{ batchId: district.batchId, kind: 'case', title: '桃园', text: '……', searchKey: '' },
        ...{ townshipId: district.townships.郑旺镇, writtenByName: '某' },
      },
    });
    const url = at(example.id, 'example');
    const picture = await screenshotPng();
    const { body } = await district.office.as('officer').upload(url, {}, '桃园.png', picture);
    await prisma.example.update({ where: { id: example.id }, data: { state: 'submitted' } });
    const refused = await district.office.as('officer').delete(`/api/evidence/${body.id}`);
    expect([refused.status, refused.body.detail]).toEqual([409, '“桃园”已报送，附件不能改。']);
    expect((await district.office.as('leader').get(url)).status).toBe(404);
    await prisma.example.update({
      where: { id: example.id },
      data: { state: 'released', reviewedAt: new Date(), reviewedByName: '某' },
    });
    expect((await district.office.as('leader').get(url)).body.items).toHaveLength(1);
  });
});

test('an upload that is cut off leaves nothing', async () => {
  const { app } = district.office;
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const token = (await signIn(district.office, 'officer')).body.accessToken;
  const before = [await rowsNow(), (await filesNow()).length];
  for (const sent of [0, 100, 200_000, 3_000_000]) {
    const head = [
      `POST ${at(trainingId)} HTTP/1.1`,
      ...['Host: 127.0.0.1', `Authorization: Bearer ${token}`],
      ...['Content-Type: multipart/form-data; boundary=b', 'Content-Length: 5000000', ''],
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4',
    ].join('\r\n');
    const arrived = once(app.server, 'connection');
    const socket = connect(port, '127.0.0.1');
    const [connection] = (await arrived) as [Socket];
    const closed = new Promise((done) => connection.once('close', done));
    await new Promise((done) => socket.write(head + ' '.repeat(sent), done));
    while (connection.bytesRead < head.length + sent) await wait(5);
    socket.destroy();
    await closed;
  }
  // The connection is gone a moment before what was received.
  for (let tries = 0; tries < 100 && (await filesNow()).length !== before[1]; tries += 1)
    await wait(10);
  expect([await rowsNow(), (await filesNow()).length]).toEqual(before);
});
