import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../testing.ts';
import { systemActor } from './actor.ts';
import { record } from './audit.ts';
import { writeAs } from './write.ts';

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('empty');
});
afterAll(() => office.close());

test('an ID number that somebody writes into a reason or a note stays out of the log', async () => {
  const reason = '核对371399197312240033的档案';
  await writeAs(office.deps, systemActor, async (tx) => {
    const change = { entity: 'unit', entityId: '1', before: null, after: { notes: [reason] } };
    record(tx, {
      action: 'a',
      entity: 'unit',
      entityId: '1',
      params: { reason },
      changes: [change],
    });
  });
  const entry = await office.db.prisma.auditEntry.findFirstOrThrow({ include: { changes: true } });
  const written = '核对371399********0033的档案';
  expect(entry.params).toEqual({ reason: written });
  expect(entry.changes).toMatchObject([{ before: null, after: { notes: [written] } }]);
});
