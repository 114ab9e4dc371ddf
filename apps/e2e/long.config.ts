import { defineConfig } from '@playwright/test';
import type { SystemOptions } from './lib/systems.ts';
import config, { launchOptions, officeName } from './playwright.config.ts';

const mainJob = 'main-job.spec.ts';

/** Where interactions are timed, the page is compiled for speed as it is in an office. */
const compiled = launchOptions.args.filter((one) => !one.startsWith('--js-flags'));

/** The browser tests that take minutes, and the main job as other offices have it: `npm run test:long`. */
export default defineConfig<SystemOptions & { slowedCpu: number }>({
  ...config,
  testIgnore: [],
  workers: 1,
  retries: 0,
  timeout: 600_000,
  expect: { timeout: 30_000 },
  use: { ...config.use, actionTimeout: 30_000, launchOptions },
  projects: [
    { name: 'chromium', testMatch: '**/*.long.spec.ts', testIgnore: '**/slow-pc.long.spec.ts' },
    {
      name: 'plain http by a name',
      testMatch: mainJob,
      use: { host: officeName },
    },
    {
      name: 'a processor 4 times slower',
      testMatch: [mainJob, 'slow-pc.long.spec.ts'],
      use: {
        slowedCpu: 4,
        launchOptions: { ...launchOptions, args: compiled },
        contextOptions: { reducedMotion: 'no-preference' },
      },
    },
    {
      name: 'America/Los_Angeles',
      testMatch: mainJob,
      use: { timezoneId: 'America/Los_Angeles', environment: { TZ: 'America/Los_Angeles' } },
    },
    {
      name: 'Asia/Shanghai',
      testMatch: mainJob,
      use: { timezoneId: 'Asia/Shanghai', environment: { TZ: 'Asia/Shanghai' } },
    },
  ],
});
