import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const ignored = ['**/node_modules/**', '**/dist/**'];
/** `npm run test:long`: minutes and many rows; the rest stays quick without them. */
const long = '**/*.long.test.ts';

/** Puts another module in the place of one that the other files share. */
const alone = 'apps/api/src/modules/auth/sign-in.test.ts';

/** A minute and more: begun last, it would run alone while the other worker has nothing to do. */
const longest = 'apps/api/src/access/access-table.test.ts';

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification) => moduleId.endsWith(longest);
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
  }
}

const withDatabase = {
  // One zone east and, by TEST_TZ, one west of Greenwich: a day lost to UTC shows in one of them.
  env: { TZ: process.env.TEST_TZ ?? 'Asia/Shanghai' },
  pool: 'forks' as const,
  // The application's modules are read once by each worker, not once by each of a hundred files.
  isolate: false,
  globalSetup: ['packages/database/src/testing-server.ts', 'apps/api/src/testing-workers.ts'],
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'domain',
          include: ['packages/*/src/**/*.test.ts'],
          exclude: [...ignored, long, 'packages/database/**'],
          // Rules keep no state between files.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'api',
          include: ['apps/api/src/**/*.test.ts', 'packages/database/src/**/*.test.ts'],
          exclude: [...ignored, long, alone],
          ...withDatabase,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'api-alone',
          include: [alone],
          exclude: ignored,
          ...withDatabase,
          isolate: true,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'long',
          include: [`apps/api/src/${long}`, `packages/*/src/${long}`],
          exclude: ignored,
          ...withDatabase,
          fileParallelism: false,
          testTimeout: 900_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: 'apps/web/vite.config.ts',
        root: 'apps/web',
        test: {
          name: 'web',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ignored,
          environment: 'happy-dom',
          isolate: false,
          setupFiles: resolve(import.meta.dirname, 'apps/web/src/testing-setup.ts'),
          testTimeout: 30_000,
        },
      },
    ],
  },
});
