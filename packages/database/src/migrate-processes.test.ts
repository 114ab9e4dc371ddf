import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testing.ts';

const root = resolve(import.meta.dirname, '../../..');

let test: TestDatabase;
let folder: string;
beforeAll(async () => {
  test = await createTestDatabase('template0');
  folder = await mkdtemp(join(tmpdir(), 'xuanpai-processes-'));
  const shared = pathToFileURL(join(root, 'scripts/lib/build-api.mjs')).href;
  const { nodeBuild } = (await import(/* @vite-ignore */ shared)) as { nodeBuild: BuildOptions };
  await build({
    ...nodeBuild,
    entryPoints: [join(import.meta.dirname, 'testing-migrate.ts')],
    outfile: join(folder, 'start.mjs'),
    external: ['pg-native'],
    sourcemap: false,
  });
});
afterAll(async () => {
  await test.drop();
  await rm(folder, { recursive: true });
});

function start() {
  const child = spawn(process.execPath, [join(folder, 'start.mjs')], {
    env: { DATABASE_URL: test.url, MIGRATIONS: join(folder, 'migrations') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { child, said: text(child.stdout), ended: once(child, 'exit') };
}

async function migrationOf(sql: string) {
  await mkdir(join(folder, 'migrations/1_first'), { recursive: true });
  await writeFile(join(folder, 'migrations/1_first/migration.sql'), sql);
}

it('is applied by one of two processes; one that is killed in the middle leaves it to the other', async () => {
  const gate = new pg.Client({ connectionString: test.url });
  await gate.connect();
  await gate.query('CREATE TABLE gate ()');
  await gate.query('BEGIN; LOCK TABLE gate');
  await migrationOf('CREATE TABLE a (x int); LOCK TABLE gate;');
  const first = start();
  await waitFor(gate, "SELECT 1 FROM pg_locks WHERE relation = 'gate'::regclass AND NOT granted");
  const second = start();
  await waitFor(gate, "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
  first.child.kill('SIGKILL');
  await first.ended;
  await gate.query('COMMIT');
  expect(await second.said).toBe('waiting\napplied 1_first\n');
  expect(await start().said).toBe('applied \n');
  await gate.end();
});

async function waitFor(client: pg.Client, question: string) {
  while (!(await client.query(question)).rowCount) await wait(20);
}
