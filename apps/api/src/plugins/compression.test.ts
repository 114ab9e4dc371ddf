import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../testing.ts';
import { addPerson, bearer, signIn } from '../testing-sign-in.ts';

let office: TestApp;
let headers: Record<string, string>;
beforeAll(async () => {
  office = await startTestApp('demo');
  await addPerson(office, 'packer', { roles: [{ role: 'planner' }] });
  headers = bearer((await signIn(office, 'packer')).body.accessToken);
});
afterAll(() => office.close());

const read = (url: string, accepted?: string) =>
  office.app.inject({
    ...{ method: 'GET', url },
    headers: { ...headers, ...(accepted && { 'accept-encoding': accepted }) },
  });

test.each([
  ['gzip', gunzipSync],
  ['br', brotliDecompressSync],
])('a list goes by %s to who unpacks it, with the same content', async (encoding, unpack) => {
  const plain = await read('/api/villages');
  const packed = await read('/api/villages', encoding);
  expect(packed.headers['content-encoding']).toBe(encoding);
  expect(packed.headers.vary).toContain('accept-encoding');
  expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
  expect(unpack(packed.rawPayload).toString()).toBe(plain.body);
});

test('who doesn’t ask for it, a short reply and a workbook get nothing packed', async () => {
  for (const reply of [
    await read('/api/villages'),
    await read('/api/health/live', 'gzip'),
    await read('/api/villages.xlsx', 'gzip, br'),
  ]) {
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-encoding']).toBeUndefined();
  }
});

test('what belongs to signing in is never packed, however long', async () => {
  for (let time = 0; time < 8; time += 1) await signIn(office, 'packer');
  const reply = await read('/api/auth/sessions', 'gzip, br');
  expect(reply.rawPayload.length).toBeGreaterThan(1024);
  expect(reply.headers['content-encoding']).toBeUndefined();
});
