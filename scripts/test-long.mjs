import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { bootstrap } from './bootstrap.mjs';
import { at } from './lib/places.mjs';
import { runPlaywright, runVitest } from './lib/runners.mjs';
import { stopWith } from './lib/stop.mjs';

/**
 * `npm run test:long [filter]` runs the tests that take minutes (*.long.test.ts, *.long.spec.ts).
 * A run of all of them is written down in docs/long-tests.md.
 */
const filters = process.argv.slice(2);
const kept = 'docs/long-tests.md';

try {
  await bootstrap('web');
} catch (error) {
  stopWith(error);
}

const inProcess = await runVitest('long', ['long'], filters);
const inBrowser = await runPlaywright('long-e2e', 'long.config.ts', filters);
const results = [...vitestResults(inProcess), ...playwrightResults(inBrowser)];
const failed = results.filter(({ ok }) => !ok).length;
console.log(`\n${measured()}`);
if (filters.length === 0) writeFileSync(at(kept), page());
process.exitCode = failed === 0 && results.length > 0 ? 0 : 1;
console.log(`\n${results.length - failed} passed, ${failed} failed`);

function vitestResults({ file, code }) {
  const report = read(file);
  const tests = (report?.testResults ?? []).flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ fullName, status, duration }) => ({
        name: fullName,
        ok: status === 'passed',
        seconds: (duration ?? 0) / 1000,
      })),
  );
  return withCrash(tests, code, 'vitest');
}

function playwrightResults({ file, code }) {
  const report = read(file);
  const tests = (report?.suites ?? []).flatMap(specsOf).flatMap(({ title, tests: runs }) =>
    runs.map(({ projectName, status, annotations = [], results: all }) => ({
      name: projectName === 'chromium' ? title : `${title} (${projectName})`,
      ok: status === 'expected',
      seconds: all.reduce((sum, { duration }) => sum + duration, 0) / 1000,
      measured: annotations.filter(({ type }) => type === 'measured').map((one) => one.description),
    })),
  );
  return withCrash(tests, code, 'playwright');
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

/** A runner that failed without a failed test is a failure too. */
function withCrash(tests, code, name) {
  const silent = code !== 0 && tests.every(({ ok }) => ok);
  return silent ? [...tests, { name: `${name}: exit ${code}`, ok: false, seconds: 0 }] : tests;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function page() {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const line = ({ name, ok, seconds }) =>
    `| ${name.replaceAll('|', '\\|')} | ${ok ? 'passed' : 'FAILED'} | ${seconds.toFixed(1)} |`;
  return `# The long tests, as last run

Written by \`npm run test:long\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${memory} GiB, Node ${process.version}.

| test | result | seconds |
|---|---|--:|
${results.map(line).join('\n')}

${measured()}${results.length - failed} passed, ${failed} failed.
`;
}

/** Figures that tests took on their way. */
function measured() {
  const lines = results.flatMap(({ name, measured: found = [] }) =>
    found.map((one) => `- ${name}: ${one}\n`),
  );
  return lines.length > 0 ? `Measured:\n\n${lines.join('')}\n` : '';
}
