import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { at, cache } from './places.mjs';
import { runShown } from './run.mjs';

/** Runs Vitest's projects; gives the report's file and the exit code. */
export async function runVitest(suite, projects, filters) {
  const file = reportFile(suite);
  const code = await runShown(process.execPath, [
    at('node_modules/vitest/vitest.mjs'),
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...(filters.length > 0 ? ['--passWithNoTests'] : []),
    ...filters,
  ]);
  return { file, code };
}

/** Runs the browser tests by a configuration of apps/e2e; gives the report's file and the exit code. */
export async function runPlaywright(suite, config, filters) {
  await ensureBrowser();
  const file = reportFile(suite);
  const code = await runShown(
    process.execPath,
    [
      at('apps/e2e/node_modules/@playwright/test/cli.js'),
      'test',
      `--config=${config}`,
      '--reporter=list,json',
      ...(filters.length > 0 ? ['--pass-with-no-tests'] : []),
      ...filters,
    ],
    { cwd: at('apps/e2e'), env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
  );
  return { file, code };
}

function reportFile(suite) {
  mkdirSync(cache, { recursive: true });
  const file = join(cache, `${suite}-report.json`);
  rmSync(file, { force: true });
  return file;
}
