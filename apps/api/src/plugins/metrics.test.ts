import { createDatabase } from '@xuanpai/database/client';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../app.ts';
import { startTestApp, type TestApp } from '../testing.ts';
import { addPerson, bearer, send, signIn } from '../testing-sign-in.ts';

const metricsToken = 'a-token-of-the-monitoring-machine';

let office: TestApp;
let app: TestApp['app'];
beforeAll(async () => {
  office = await startTestApp('empty');
  app = await build(office.deps, {
    operations: { metricsToken, dataDir: null, migrations: null },
  });
  await addPerson(office, 'wang');
});
afterAll(async () => {
  await app.close();
  await office.close();
});

const scrape = (token: string | null) =>
  send(
    { app },
    { method: 'GET', url: '/api/metrics', headers: token === null ? {} : bearer(token) },
  );
const seriesOf = (text: string, name: string) =>
  text.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));

test('whoever lacks the token learns nothing, not even that there is something', async () => {
  for (const token of [null, '', 'wrong', `${metricsToken}x`, metricsToken.slice(0, -1)]) {
    expect(await scrape(token)).toMatchObject({ status: 404, body: { code: 'notFound' } });
  }
  const headers = bearer(metricsToken);
  const without = await send(office, { method: 'GET', url: '/api/metrics', headers });
  expect(without).toMatchObject({ status: 404, body: { code: 'notFound' } });
});

test('requests are counted by pattern, method and status, whatever addresses are tried', async () => {
  await signIn({ app }, 'wang', 'a-wrong-password');
  const token = (await signIn({ app }, 'wang')).body.accessToken;
  for (let n = 0; n < 50; n += 1) {
    const headers = bearer(token);
    await send({ app }, { method: 'GET', url: `/api/cadres/${n}?q=王${n}`, headers });
    await send({ app }, { method: 'GET', url: `/api/nothing-${n}`, headers });
    await send({ app }, { method: 'PROPFIND' as 'GET', url: `/nothing-${n}`, headers });
  }
  const { body: text, headers } = await scrape(metricsToken);
  expect(headers['content-type']).toContain('text/plain');
  const counts = seriesOf(text, 'xuanpai_http_request_duration_seconds_count');
  const cadres = counts.filter((line) => line.includes('route="/api/cadres/:id"'));
  expect(cadres).toHaveLength(1);
  expect(cadres[0]).toMatch(/ 50$/);
  expect(counts.filter((line) => line.includes('route="none"')).length).toBeLessThanOrEqual(2);
  expect(text).not.toContain('nothing-');
  expect(seriesOf(text, 'xuanpai_sign_in_failures_total')).toEqual([
    'xuanpai_sign_in_failures_total{reason="wrongCredentials"} 1',
  ]);
  expect(seriesOf(text, 'xuanpai_http_requests_in_flight')).toEqual([
    'xuanpai_http_requests_in_flight 1',
  ]);
});

test('the process, its connections and what the database holds are measured', async () => {
  await office.db.prisma.import.createMany({
    data: ['a', 'b', 'c'].map((filename) => ({
      kind: 'units' as const,
      filename,
      fileSize: 1,
      sheet: 'Sheet1',
      headingRow: 1,
      columns: [],
      counts: {},
      fingerprint: {},
      createdById: uuid(),
      createdByName: '某人',
    })),
  });
  const { body: text } = await scrape(metricsToken);
  for (const name of ['nodejs_eventloop_lag_p99_seconds', 'process_resident_memory_bytes']) {
    expect(seriesOf(text, name), name).toHaveLength(1);
  }
  expect(seriesOf(text, 'xuanpai_database_connections')).toHaveLength(3);
  expect(seriesOf(text, 'xuanpai_database_up')).toEqual(['xuanpai_database_up 1']);
  expect(seriesOf(text, 'xuanpai_imports')).toEqual(['xuanpai_imports{status="previewed"} 3']);
  expect(seriesOf(text, 'xuanpai_sessions')).toEqual(['xuanpai_sessions 1']);
  const [entries = ''] = seriesOf(text, 'xuanpai_audit_entries');
  expect(Number(entries.split(' ')[1])).toBeGreaterThan(0);
});

test('what is known of the database is left out where it gives no answer', async () => {
  const db = createDatabase(office.url.replace(/:\d+\//, ':1/'));
  const apart = await build(
    { ...office.deps, db },
    { operations: { metricsToken, dataDir: null, migrations: null } },
  );
  const headers = bearer(metricsToken);
  const reply = await send({ app: apart }, { method: 'GET', url: '/api/metrics', headers });
  expect(reply.status).toBe(200);
  expect(seriesOf(reply.body, 'xuanpai_database_up')).toEqual(['xuanpai_database_up 0']);
  expect(seriesOf(reply.body, 'xuanpai_sessions')).toEqual([]);
  await apart.close();
  await db.close();
});
