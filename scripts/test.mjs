import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { ensureBrowser } from './lib/browser.mjs';
import { countPlaywright, countVitest } from './lib/count.mjs';
import { at, cache } from './lib/places.mjs';
import { runShown } from './lib/run.mjs';

/** `npm test` runs everything; `npm test -- unit|api|e2e [filter]` one part of it. */
const suites = {
  unit: (filters) => vitest('unit', ['domain', 'web'], filters),
  api: (filters) => vitest('api', ['api'], filters),
  e2e: playwright,
};

const [first, ...rest] = process.argv.slice(2);
const chosen = Object.hasOwn(suites, first) ? [first] : Object.keys(suites);
const filters = Object.hasOwn(suites, first) ? rest : process.argv.slice(2);

const total = { passed: 0, failed: 0 };
try {
  await bootstrap(chosen.includes('e2e') ? 'web' : 'api');
  for (const suite of chosen) await addCounts(suite);
} catch (error) {
  console.error(error.message);
  total.failed += 1;
}

if (total.passed + total.failed === 0) total.failed = 1;
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${total.passed} passed, ${total.failed} failed`);

async function addCounts(suite) {
  console.log(`\n== ${suite}`);
  const { passed, failed } = await suites[suite](filters);
  total.passed += passed;
  total.failed += failed;
}

async function vitest(suite, projects, filters) {
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
  return countVitest(file, code);
}

async function playwright(filters) {
  await ensureBrowser();
  const file = reportFile('e2e');
  const code = await runShown(
    process.execPath,
    [
      at('apps/e2e/node_modules/@playwright/test/cli.js'),
      'test',
      '--reporter=list,json',
      ...(filters.length > 0 ? ['--pass-with-no-tests'] : []),
      ...filters,
    ],
    { cwd: at('apps/e2e'), env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
  );
  return countPlaywright(file, code);
}

function reportFile(suite) {
  mkdirSync(cache, { recursive: true });
  const file = join(cache, `${suite}-report.json`);
  rmSync(file, { force: true });
  return file;
}
