import { readFileSync } from 'node:fs';

/**
 * Counts of a runner's JSON file. A runner that failed without a failed test (it crashed, a file
 * doesn't load, no test was found) counts as one failed.
 */
export function countVitest(file, exitCode) {
  return count(file, exitCode, (report) => {
    const broken = report.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken.length,
    };
  });
}

export function countPlaywright(file, exitCode) {
  return count(file, exitCode, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
  }));
}

function count(file, exitCode, read) {
  let counts = { passed: 0, failed: 0 };
  try {
    counts = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    counts.failed = 1;
  }
  if (exitCode !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}
