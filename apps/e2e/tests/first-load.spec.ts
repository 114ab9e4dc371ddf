import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from '../lib/test.ts';

test.use({ seed: 'demo', district: 'pages' });

/** Bytes of compressed script that an old office line can carry before the sign-in page stands. */
const limit = 250_000;

test('the sign-in page loads less than 250 kB of compressed script', async ({ page }) => {
  const loaded: Promise<{ url: string; bytes: number }>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return;
    const url = request.url();
    loaded.push(request.sizes().then(({ responseBodySize }) => ({ url, bytes: responseBodySize })));
  });
  await page.goto('/');
  await expect(page.getByLabel('用户名')).toBeVisible();
  await page.waitForLoadState('networkidle');
  const scripts = await Promise.all(loaded);
  const total = scripts.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(total, JSON.stringify(scripts)).toBeGreaterThan(10_000);
  expect(total, JSON.stringify(scripts)).toBeLessThan(limit);
});

test('by gzip, which every proxy speaks, it stays below the same limit', () => {
  const script = resolve(import.meta.dirname, '../../web/scripts/check-size.mjs');
  expect(execFileSync(process.execPath, [script]).toString()).toContain('sign-in page, gzip');
});
