import type { Tx } from '@xuanpai/database/transaction';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../testing.ts';
import { systemActor } from './actor.ts';
import { type AuditChange, difference, record } from './audit.ts';
import { verifyChain } from './audit-chain.ts';
import { StagedChanges } from './staged-changes.ts';
import { writeAs } from './write.ts';

let office: TestApp;
let deps: Parameters<typeof writeAs>[0];
beforeAll(async () => {
  office = await startTestApp('empty');
  deps = { ...office.deps, log: office.app.log };
});
afterAll(() => office.close());

/** As somebody with the rights of the database's owner could: past the triggers. */
async function tamper(sql: string) {
  await office.db.pool.query(`SET session_replication_role = replica; ${sql};
    SET session_replication_role = origin`);
}

const write = (action: string, changes: AuditChange[] = [], params = {}) =>
  writeAs(deps, { ...systemActor, requestId: 'r' }, async (tx) => {
    record(tx, { action, entity: 'test', entityId: null, params, changes });
  });
const change = (after: AuditChange['after'], before: AuditChange['before'] = null) => ({
  entity: 'test',
  entityId: 'row',
  versionAfter: 2,
  before,
  after,
});
const verify = () => verifyChain(office.db);
const lastSeq = async () => (await verify()).entries;

test('an act stands in the log with who, what, and before and after of its rows', async () => {
  const before = await lastSeq();
  await write('test.rename', [change({ name: '李' }, { name: '王' })], { rows: 1 });
  const entry = await office.db.prisma.auditEntry.findUniqueOrThrow({
    where: { seq: before + 1 },
    include: { changes: true },
  });
  expect(entry).toMatchObject({ userName: '系统', action: 'test.rename', params: { rows: 1 } });
  expect(entry.changes).toMatchObject([{ before: { name: '王' }, after: { name: '李' } }]);
});

test('an act that is rolled back leaves nothing', async () => {
  const before = await lastSeq();
  const failing = writeAs(deps, systemActor, async (tx) => {
    record(tx, { action: 'test.never', entity: 'test', entityId: null });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await lastSeq()).toBe(before);
});

test('several acts of one transaction follow each other', async () => {
  const before = await lastSeq();
  await writeAs(deps, systemActor, async (tx) => {
    for (const action of ['test.one', 'test.two', 'test.three']) {
      record(tx, { action, entity: 'test', entityId: null, changes: [change({ action })] });
    }
  });
  const added = await office.db.prisma.auditEntry.findMany({
    where: { seq: { gt: before } },
    orderBy: { seq: 'asc' },
  });
  expect(added.map(({ action }) => action)).toEqual(['test.one', 'test.two', 'test.three']);
  expect(await verify()).toMatchObject({ broken: null });
});

test('forty writers at once make one chain, without a fork or a gap', async () => {
  const before = await lastSeq();
  await Promise.all(
    Array.from({ length: 40 }, (_, i) => write(`test.parallel${i}`, [change({ i })])),
  );
  expect(await verify()).toMatchObject({ entries: before + 40, broken: null });
});

/** Text as PostgreSQL can store it: no NUL, no half of a surrogate pair. */
const text = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((made) => !made.includes('\0'));
const json = fc.jsonValue({ maxDepth: 3, stringUnit: 'grapheme' });
const fields = fc.dictionary(text, json, { maxKeys: 4 }) as fc.Arbitrary<AuditChange['after']>;
const storable = (value: unknown) => !JSON.stringify(value).includes('\\u0000');

test('whatever JSON an act carries, its hash is the same when it comes back', async () => {
  const acts = fc.array(fc.tuple(fields, fields, fc.option(fields)), { maxLength: 4 });
  const property = fc.asyncProperty(acts, fields, async (rows, params) => {
    fc.pre(storable([rows, params]));
    const changes = rows.map(([before, after, gone]) =>
      change(gone === null ? null : after, before),
    );
    await write('test.anything', changes, params ?? {});
  });
  await fc.assert(property, { numRuns: 100 });
  await write('test.numbers', [change({ a: 1e21, b: -0, c: 5e-324, d: 0.1 + 0.2, e: 1.0 })]);
  expect(await verify()).toMatchObject({ broken: null });
});

test('an import with thousands of rows is one entry', async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => change({ name: `村${i}`, households: i }));
  await write('test.import', rows);
  expect(await verify()).toMatchObject({ broken: null });
});

/** An act that is too large to be held in memory; `onWritten` runs when its changes are written. */
const writeLarge = (action: string, onWritten = async (_tx: Tx, _actId: string) => {}) =>
  writeAs(deps, { ...systemActor, requestId: 'r' }, async (tx) => {
    const staged = await StagedChanges.open(tx);
    for (const name of ['王', '李', '张']) await staged.add([change({ name }), change({ name })]);
    await onWritten(tx, staged.actId);
    record(tx, { action, entity: 'test', entityId: null, staged });
  });

test('a large act holds the chain for its entry alone: its changes are there before, and others write', async () => {
  const before = await lastSeq();
  await writeLarge('test.large', async (tx, actId) => {
    expect(await tx.auditChange.count({ where: { actId } })).toBe(6);
    await write('test.meanwhile');
  });
  const added = await office.db.prisma.auditEntry.findMany({
    where: { seq: { gt: before } },
    orderBy: { seq: 'asc' },
    include: { act: { include: { changes: { orderBy: { id: 'asc' } } } } },
  });
  expect(added.map(({ action }) => action)).toEqual(['test.meanwhile', 'test.large']);
  const names = added[1]?.act?.changes.map(({ after }) => after);
  expect(names).toEqual(['王', '王', '李', '李', '张', '张'].map((name) => ({ name })));
  expect(await verify()).toMatchObject({ entries: before + 2, broken: null });
});

test('two large acts at once are two entries with their own changes', async () => {
  await Promise.all([writeLarge('test.large'), writeLarge('test.large')]);
  const two = await office.db.prisma.auditEntry.findMany({
    orderBy: { seq: 'desc' },
    take: 2,
    select: { act: { select: { _count: { select: { changes: true } } } } },
  });
  expect(two.map(({ act }) => act?._count.changes)).toEqual([6, 6]);
  expect(await verify()).toMatchObject({ broken: null });
});

test.each([
  'UPDATE audit_entry SET user_name = user_name',
  'DELETE FROM audit_entry',
  'TRUNCATE audit_entry CASCADE',
  'UPDATE audit_change SET after = NULL',
  'DELETE FROM audit_change',
  'TRUNCATE audit_change',
  'UPDATE audit_act SET id = gen_random_uuid()',
  'TRUNCATE audit_act CASCADE',
])('the database refuses: %s', async (statement) => {
  await expect(office.db.pool.query(statement)).rejects.toThrow('the audit log only grows');
});

const undo: string[] = [];
afterEach(async () => {
  for (const statement of undo.splice(0)) await tamper(statement);
});

test.each([
  ['who did it', 'content', "UPDATE audit_entry SET user_name = '别人' WHERE seq = $seq"],
  ['when', 'content', "UPDATE audit_entry SET at = at + interval '1 hour' WHERE seq = $seq"],
  ['what', 'content', "UPDATE audit_entry SET action = 'test.other' WHERE seq = $seq"],
  ['its facts', 'content', `UPDATE audit_entry SET params = '{"rows": 2}' WHERE seq = $seq`],
  [
    'what it changed',
    'content',
    `UPDATE audit_change SET after = '{"name": "赵"}' WHERE seq = $seq`,
  ],
  ['a version', 'content', 'UPDATE audit_change SET version_after = 9 WHERE seq = $seq'],
  ['a change taken out', 'content', 'DELETE FROM audit_change WHERE seq = $seq'],
  ['an entry taken out', 'missing', 'DELETE FROM audit_entry WHERE seq = $seq'],
  [
    'a hash made to fit',
    'content',
    "UPDATE audit_entry SET hash = repeat('0', 64) WHERE seq = $seq",
  ],
  ['another entry before', 'link', 'UPDATE audit_entry SET previous_hash = hash WHERE seq = $seq'],
] as const)('a change by hand is found: %s', async (_, what, statement) => {
  await write('test.before');
  await write('test.target', [change({ name: '李' }, { name: '王' })]);
  await write('test.after');
  const seq = (await lastSeq()) - 1;
  await tamper('CREATE TABLE kept AS SELECT * FROM audit_entry');
  await tamper('CREATE TABLE kept_change AS SELECT * FROM audit_change');
  undo.push(
    'DELETE FROM audit_change; DELETE FROM audit_entry',
    'INSERT INTO audit_entry SELECT * FROM kept; INSERT INTO audit_change SELECT * FROM kept_change',
    'DROP TABLE kept, kept_change',
  );
  await tamper(statement.replace('$seq', String(seq)));
  expect(await verify()).toMatchObject({ entries: seq - 1, broken: { seq, what } });
});

test.each([
  ['a change', 'content', 'UPDATE audit_change SET version_after = 9'],
  ['a change taken out', 'content', 'DELETE FROM audit_change'],
  ['the last entry taken out', 'missing', 'DELETE FROM audit_entry'],
] as const)('by hand in a large act is found: %s', async (_, what, statement) => {
  await writeLarge('test.target');
  const seq = await lastSeq();
  const { actId } = await office.db.prisma.auditEntry.findUniqueOrThrow({ where: { seq } });
  await tamper(`CREATE TABLE kept AS SELECT * FROM audit_entry WHERE act_id = '${actId}';
    CREATE TABLE kept_change AS SELECT * FROM audit_change WHERE act_id = '${actId}'`);
  undo.push(
    `DELETE FROM audit_change WHERE act_id = '${actId}'; DELETE FROM audit_entry WHERE seq = ${seq};
     INSERT INTO audit_entry SELECT * FROM kept; INSERT INTO audit_change SELECT * FROM kept_change;
     DROP TABLE kept, kept_change`,
  );
  await tamper(`${statement} WHERE act_id = '${actId}'`);
  expect(await verify()).toMatchObject({ entries: seq - 1, broken: { seq, what } });
});

test('only the fields that differ are kept, as they were and as they are', () => {
  const was = { name: '王', age: 40, kinds: ['a'], note: null };
  const is = { name: '王', age: 41, kinds: ['a', 'b'], note: null };
  expect(difference(was, is)).toEqual({
    before: { age: 40, kinds: ['a'] },
    after: { age: 41, kinds: ['a', 'b'] },
  });
});
