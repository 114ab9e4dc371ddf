import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

/** The README's pictures: the same browser, another folder. */
export default defineConfig({
  ...config,
  projects: [{ name: 'chromium' }],
  testDir: 'pictures',
  workers: 1,
  reporter: 'line',
});
