import { defineConfig } from '@playwright/test';
import { chromium109 } from './lib/chromium-109.ts';

const environment = Object.fromEntries(
  Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
);

/** A server's name in an office's network: plain http there is no secure context. */
export const officeName = 'xuanpai.office.test';

export const launchOptions = {
  // Without a locale Chromium can't write Chinese file names.
  env: { ...environment, LC_ALL: 'C.UTF-8' },
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--host-resolver-rules=MAP ${officeName} 127.0.0.1`,
    // A test's page doesn't live long enough to win back what compiling it for speed costs.
    '--js-flags=--no-opt --no-maglev',
  ],
};

export default defineConfig({
  testDir: 'tests',
  globalTeardown: './lib/templates.ts',
  testIgnore: '**/*.long.spec.ts',
  workers: 2,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  // A busy machine may fail a press once: it is tried again from the beginning, and named as flaky.
  retries: 1,
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 20_000,
    acceptDownloads: true,
    // Recording every step of every test takes a fifth of the run: TRACE=1 when one fails.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions,
    // What moves is pressed where it was a moment ago; the oldest browser's way keeps the movement.
    contextOptions: { reducedMotion: 'reduce' },
  },
  // The longest first, so that none runs alone at the end.
  projects: [
    {
      name: 'chromium-109',
      testMatch: 'main-job.spec.ts',
      use: {
        launchOptions: { ...launchOptions, executablePath: chromium109() },
        contextOptions: { reducedMotion: 'no-preference' },
      },
    },
    // The whole way from an empty database is gone in the newest one (empty-district).
    { name: 'chromium', testIgnore: ['**/*.long.spec.ts', 'main-job.spec.ts'] },
  ],
});
