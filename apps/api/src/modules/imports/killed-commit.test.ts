import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDataKeys, testHmacKeys } from '../../testing.ts';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import { commit, nominee, uploadNominees } from './testing-sheets.ts';

const root = resolve(import.meta.dirname, '../../../../..');
// Beside the API, so that its packages are found.
const outdir = join(root, `apps/api/node_modules/.killed-commit-${process.pid}`);
const script = join(outdir, 'commit.mjs');

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
  const shared = pathToFileURL(join(root, 'scripts/lib/build-api.mjs')).href;
  const { apiBuild } = (await import(/* @vite-ignore */ shared)) as { apiBuild(): BuildOptions };
  await build({
    ...apiBuild(),
    entryPoints: { commit: join(import.meta.dirname, 'testing-commit.ts') },
    outExtension: { '.js': '.mjs' },
    outdir,
    sourcemap: false,
  });
});
afterAll(async () => {
  await district.office.close();
  await rm(outdir, { recursive: true, force: true });
});

function commitElsewhere(importId: string): ChildProcess {
  return spawn(process.execPath, [script], {
    stdio: 'inherit',
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: district.office.url,
      DATA_KEYS: testDataKeys,
      HMAC_KEYS: testHmacKeys,
      IMPORT_ID: importId,
    },
  });
}

/** Comes back when the commit waits for the log, which it writes last: all its rows are written. */
async function whenWaiting(child: ChildProcess): Promise<void> {
  const { pool } = district.office.db;
  while (child.exitCode === null) {
    const { rowCount } = await pool.query(
      "SELECT 1 FROM pg_locks WHERE relation = 'audit_entry'::regclass AND NOT granted",
    );
    if (rowCount) return;
  }
  throw new Error('the commit ended before it was killed');
}

/** The import once nothing is being done with it any more. */
async function whenFound(id: string): Promise<Record<string, unknown>> {
  for (;;) {
    const { body } = await district.office.as('planner').get(`/api/imports/${id}`);
    if (body.progress === null) return body;
  }
}

describe('a process that is killed in the middle of a commit', () => {
  it('leaves nothing behind, and the import can be committed again', async () => {
    const rows = Array.from({ length: 20 }, () => nominee());
    const preview = await uploadNominees(district, ...rows);
    const { pool, prisma } = district.office.db;
    const before = await everything(district);

    const holder = await pool.connect();
    await holder.query('BEGIN; LOCK TABLE audit_entry IN ACCESS EXCLUSIVE MODE');
    const child = commitElsewhere(preview.body.id);
    await whenWaiting(child);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await holder.query('COMMIT');
    holder.release();

    expect(await everything(district)).toEqual(before);
    expect((await commit(district, preview)).body.code).toBe('importUnderWay');
    await pool.query("UPDATE import_run SET heartbeat_at = now() - interval '16 seconds'");
    const found = await whenFound(preview.body.id);
    expect(found).toMatchObject({
      status: 'previewed',
      failure: { message: '写入中断，没有写入任何内容，请重新写入。' },
    });
    expect(await everything(district)).toEqual(before);
    expect((await commit(district, preview)).status).toBe(200);
    expect(await prisma.nomination.count()).toBe(20);
  }, 60_000);
});

/** How many rows there are of everything that a commit writes, and what it counts. */
async function everything({ office }: SmallDistrict) {
  const { prisma } = office.db;
  return {
    cadres: await prisma.cadre.count(),
    nominations: await prisma.nomination.count(),
    entries: await prisma.auditEntry.count(),
    changes: await prisma.auditChange.count(),
    committed: await prisma.import.count({ where: { status: 'committed' } }),
    counters: await prisma.registerCounter.findMany({ orderBy: { register: 'asc' } }),
  };
}
