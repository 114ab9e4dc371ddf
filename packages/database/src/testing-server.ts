import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { readOwner } from './embedded/owner.ts';
import { livingPostmaster } from './embedded/postmaster.ts';
import { startEmbedded } from './embedded/start.ts';
import { stopPostmaster } from './embedded/stop.ts';
import { migrate, withMigrationLock } from './migrate.ts';

const prefix = 'xuanpai-test-';
const template = 'xuanpai_template';

/**
 * One server for the run, in a folder that goes with it.
 * @public as Vitest's global setup
 */
export async function setup(project: TestProject) {
  await sweep();
  const dataDir = mkdtempSync(join(tmpdir(), prefix));
  const server = await startEmbedded({
    dataDir,
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  await makeTemplate(server.url);
  project.provide('testServer', { url: server.url, template });
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true });
  };
}

async function makeTemplate(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${template}`);
  await client.end();
  const target = new URL(url);
  target.pathname = `/${template}`;
  const migrations = resolve(import.meta.dirname, '../../../prisma/migrations');
  await withMigrationLock(target.href, (locked) => migrate(locked, migrations));
}

/** Ends and removes the servers of our earlier runs that were killed. */
async function sweep() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const dataDir = join(tmpdir(), name);
    const { uid, ctimeMs } = statSync(dataDir);
    const starting = Date.now() - ctimeMs < 60_000;
    if (starting || uid !== process.getuid?.() || readOwner(dataDir)) continue;
    const living = livingPostmaster(join(dataDir, 'pg'));
    if (living) await stopPostmaster(living);
    rmSync(dataDir, { recursive: true, force: true });
  }
}
