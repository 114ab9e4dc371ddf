import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

/** The browser tests that take minutes: `npm run test:long`. */
export default defineConfig({
  ...config,
  projects: [{ name: 'chromium' }],
  testMatch: '**/*.long.spec.ts',
  testIgnore: [],
  workers: 1,
  timeout: 600_000,
});
