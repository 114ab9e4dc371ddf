import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestReply } from '../../testing.ts';
import { idNumberOf, type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import { book, nominee, uploadNominees, xlsx } from './testing-sheets.ts';

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
});
afterAll(() => district.office.close());

const async = { prefer: 'respond-async' };
const planner = () => district.office.as('planner');
const look = (id: string) => planner().get(`/api/imports/${id}`);
const write = (id: string, headers = {}) =>
  planner().post(`/api/imports/${id}/commit`, {}, headers);

/** The import as soon as it is as wanted. */
async function until(id: string, wanted: (reply: TestReply) => boolean): Promise<TestReply> {
  for (;;) {
    const reply = await look(id);
    if (wanted(reply)) return reply;
    await wait(20);
  }
}
const isOver = ({ status, body }: TestReply) => status === 404 || body.progress === null;

/** Holds back what imports wait for, while `work` is done. */
async function holding<Result>(statement: string, work: () => Promise<Result>): Promise<Result> {
  const holder = await district.office.db.pool.connect();
  try {
    await holder.query(`BEGIN; ${statement}`);
    return await work();
  } finally {
    await holder.query('ROLLBACK');
    holder.release();
  }
}
/** The lock of the one import that writes at a time. */
const writing = 'SELECT pg_advisory_xact_lock(72707371)';
const registers = 'LOCK TABLE register_counter IN ACCESS EXCLUSIVE MODE';

/** A book sent without waiting for its reading. */
async function send(row: ReturnType<typeof nominee>): Promise<TestReply> {
  const { multipart } = await import('../../seed/sample-district.ts');
  const fields = { kind: 'cadres', batchId: district.batchId };
  const form = multipart(fields, '人选.xlsx', await xlsx(book([row])));
  const headers = { ...async, 'content-type': form.type };
  return planner().send({ method: 'POST', url: '/api/imports', payload: form.body, headers });
}

const cadresNamed = (name: string) => district.office.db.prisma.cadre.count({ where: { name } });

describe('an import under way', () => {
  it('is answered at once, tells how far it is, and goes on by itself', async () => {
    const started = await send(nominee({ 姓名: '慢一' }));
    expect(started.status).toBe(202);
    expect(started.body).toMatchObject({ status: 'reading', progress: { done: 0 } });
    const { id } = started.body;
    expect((await until(id, isOver)).body).toMatchObject({
      status: 'previewed',
      failure: null,
      counts: { new: 1 },
    });
    const { begun, during } = await holding(writing, async () => ({
      begun: await write(id, async),
      during: await until(id, ({ body }) => body.progress?.total === 1),
    }));
    expect(begun.status).toBe(202);
    expect(during.body).toMatchObject({ status: 'committing', progress: { total: 1, ahead: 0 } });
    expect((await until(id, isOver)).body).toMatchObject({ status: 'committed', failure: null });
    expect(await cadresNamed('慢一')).toBe(1);
  });

  it('can be neither written, changed nor discarded a second time meanwhile', async () => {
    const { body } = await uploadNominees(district, nominee({ 姓名: '慢二' }));
    await holding(writing, async () => {
      await write(body.id, async);
      expect((await write(body.id)).body.code).toBe('importUnderWay');
      const again = await planner().patch(`/api/imports/${body.id}`, { version: body.version });
      expect(again.body.code).toBe('importUnderWay');
      const gone = await planner().delete(`/api/imports/${body.id}`);
      expect(gone.body.code).toBe('importUnderWay');
    });
    expect((await until(body.id, isOver)).body.status).toBe('committed');
  });
});

describe('an import that is stopped', () => {
  const stop = (id: string) => planner().post(`/api/imports/${id}/cancel`);

  it('is gone with its file, where it was being read', async () => {
    const { id } = await holding(registers, async () => {
      const { body } = await send(nominee({ 姓名: '停一' }));
      expect((await stop(body.id)).status).toBe(204);
      return body;
    });
    expect((await until(id, isOver)).status).toBe(404);
    expect(await district.office.db.prisma.importRow.count({ where: { importId: id } })).toBe(0);
  });

  it('is the preview that it was, where it was being written, and can be written later', async () => {
    const { body } = await uploadNominees(district, nominee({ 姓名: '停二' }));
    await holding(writing, async () => {
      await write(body.id, async);
      await until(body.id, (reply) => reply.body.progress?.total === 1);
      expect((await stop(body.id)).status).toBe(204);
    });
    const { status, failure, version } = (await until(body.id, isOver)).body;
    expect({ status, failure, version }).toEqual({
      status: 'previewed',
      failure: null,
      version: body.version,
    });
    expect(await cadresNamed('停二')).toBe(0);
    expect((await write(body.id)).status).toBe(200);
    expect((await stop(body.id)).body.code).toBe('alreadyDone');
    expect(await cadresNamed('停二')).toBe(1);
  });
});

describe('two at once', () => {
  it('of the same rows: one is written, the other is told to look again', async () => {
    const row = nominee({ 姓名: '同一', 身份证号码: idNumberOf('1983-04-05') });
    const first = await uploadNominees(district, row);
    const second = await uploadNominees(district, { ...row, 现任职务: '股长' });
    const both = await Promise.all([write(first.body.id), write(second.body.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('importStale');
    expect(await cadresNamed('同一')).toBe(1);
    expect(
      await district.office.db.prisma.nomination.count({ where: { cadre: { name: '同一' } } }),
    ).toBe(1);

    const left = both[0]?.status === 409 ? first.body : second.body;
    const { status, failure } = (await look(left.id)).body;
    expect(status).toBe('previewed');
    expect(failure).toMatchObject({ code: 'importStale', message: expect.any(String) });
    const renewed = await planner().patch(`/api/imports/${left.id}`, { version: left.version });
    expect(renewed.body).toMatchObject({ counts: { new: 0, changed: 1 }, failure: null });
    expect((await write(left.id)).status).toBe(200);
    expect(await cadresNamed('同一')).toBe(1);
  });

  it('of one request, sent twice: done once, and both are told the same', async () => {
    const { body } = await uploadNominees(district, nominee({ 姓名: '同二' }));
    const key = { 'idempotency-key': 'commit-sent-twice' };
    const both = await Promise.all([write(body.id, key), write(body.id, key)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[1]?.body).toEqual(both[0]?.body);
    expect((await write(body.id, key)).body).toEqual(both[0]?.body);
    expect(await cadresNamed('同二')).toBe(1);
    const { auditEntry } = district.office.db.prisma;
    const entries = { action: 'import.commit', entityId: body.id };
    expect(await auditEntry.count({ where: entries })).toBe(1);
  });
});

it('writes all rows of its preview or none, should one be missing', async () => {
  const rows = [nominee({ 姓名: '缺一' }), nominee({ 姓名: '缺二' })];
  const { body } = await uploadNominees(district, ...rows);
  await district.office.db.prisma.importRow.deleteMany({ where: { importId: body.id, row: 3 } });
  expect((await write(body.id)).body.code).toBe('importStale');
  expect(await cadresNamed('缺一')).toBe(0);
});
