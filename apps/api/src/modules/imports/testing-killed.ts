import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { testDataKeys, testHmacKeys } from '../../testing.ts';
import type { SmallDistrict } from '../../testing-registers.ts';

/** For tests only: commits in processes of their own, to be killed. */
const root = resolve(import.meta.dirname, '../../../../..');

export interface CommitProgram {
  start(databaseUrl: string, importId: string): ChildProcess;
  remove(): Promise<void>;
}

export async function buildCommitProgram(): Promise<CommitProgram> {
  // Beside the API, so that its packages are found.
  const outdir = join(root, `apps/api/node_modules/.killed-commit-${process.pid}`);
  const shared = pathToFileURL(join(root, 'scripts/lib/build-api.mjs')).href;
  const { apiBuild } = (await import(/* @vite-ignore */ shared)) as { apiBuild(): BuildOptions };
  await build({
    ...apiBuild(),
    entryPoints: { commit: join(import.meta.dirname, 'testing-commit.ts') },
    outExtension: { '.js': '.mjs' },
    outdir,
    sourcemap: false,
  });
  return {
    start: (databaseUrl, importId) =>
      spawn(process.execPath, [join(outdir, 'commit.mjs')], {
        stdio: ['ignore', 'inherit', 'ignore'],
        env: {
          PATH: process.env.PATH,
          DATABASE_URL: databaseUrl,
          DATA_KEYS: testDataKeys,
          HMAC_KEYS: testHmacKeys,
          IMPORT_ID: importId,
        },
      }),
    remove: () => rm(outdir, { recursive: true, force: true }),
  };
}

/** How many rows there are of everything that a commit writes, and what it counts. */
export async function everything({ office }: SmallDistrict) {
  const { prisma } = office.db;
  return {
    cadres: await prisma.cadre.count(),
    nominations: await prisma.nomination.count(),
    entries: await prisma.auditEntry.count(),
    changes: await prisma.auditChange.count(),
    committed: await prisma.import.count({ where: { status: 'committed' } }),
    counters: await prisma.registerCounter.findMany({
      where: { counter: { gt: 0 } },
      orderBy: { register: 'asc' },
    }),
  };
}

/** Lets the heartbeat of a killed process run out; gives the import as the next visit finds it. */
export async function nextVisit(
  { office }: SmallDistrict,
  id: string,
): Promise<Record<string, unknown>> {
  await office.db.pool.query("UPDATE import_run SET heartbeat_at = now() - interval '16 seconds'");
  for (;;) {
    const { body } = await office.as('planner').get(`/api/imports/${id}`);
    if (body.progress === null) return body;
  }
}
