import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with the worker threads. */
    testWorkers: string;
  }
}

const root = resolve(import.meta.dirname, '../../..');
/** Its WebAssembly lies beside it. */
const solver = createRequire(join(root, 'packages/planner/package.json')).resolve('highs');

/** Vitest's global setup: the worker threads, built from their sources for this run. */
export async function setup(project: TestProject) {
  const outdir = await mkdtemp(join(tmpdir(), 'xuanpai-workers-'));
  await build({
    entryPoints: {
      'sheet-worker': join(root, 'apps/api/src/lib/sheet/sheet-worker.ts'),
      'import-worker': join(root, 'apps/api/src/modules/imports/runs/import-worker.ts'),
      'mark-worker': join(root, 'apps/api/src/lib/sheet/marked/mark-worker.ts'),
      'letter-worker': join(root, 'apps/api/src/modules/letters/print/letter-worker.ts'),
      'plan-worker': join(root, 'packages/planner/src/worker.ts'),
    },
    outdir,
    bundle: true,
    external: ['pg-native', solver],
    alias: { highs: solver },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
  // Outside the workspace nothing else says that these are modules.
  await writeFile(join(outdir, 'package.json'), '{"type":"module"}');
  project.provide('testWorkers', outdir);
  return () => rm(outdir, { recursive: true });
}
