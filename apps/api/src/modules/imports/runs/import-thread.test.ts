import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing.ts';
import { startImportThread } from './import-thread.ts';

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('empty');
});
afterAll(() => office.close());

it('a thread that is being ended is offered no further run', async () => {
  const thread = startImportThread(office.deps);
  expect(thread.ended).toBe(false);
  const over = thread.end();
  expect(thread.ended).toBe(true);
  await over;
});
