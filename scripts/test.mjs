import { bootstrap } from './bootstrap.mjs';
import { countPlaywright, countVitest } from './lib/count.mjs';
import { runPlaywright, runVitest } from './lib/runners.mjs';

/** `npm test` runs everything; `npm test -- unit|api|e2e [filter]` one part of it. */
const suites = {
  unit: (filters) => vitest('unit', ['domain', 'web'], filters),
  api: (filters) => vitest('api', ['api', 'api-alone'], filters),
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
  const { file, code } = await runVitest(suite, projects, filters);
  return countVitest(file, code);
}

async function playwright(filters) {
  const { file, code } = await runPlaywright('e2e', 'playwright.config.ts', filters);
  return countPlaywright(file, code);
}
