import { resolve } from 'node:path';
import { expect, signIn, test } from '../lib/test.ts';

test.use({ seed: 'history', district: 'history' });

const folder = resolve(import.meta.dirname, '../../../docs/pictures');

test('the picture of a township’s month', async ({ page }) => {
  await signIn(page, 'officer');
  const known = page.getByRole('button', { name: '知道了' });
  if (await known.isVisible()) await known.click();
  await page.goto('/attendance');
  await expect(page.getByRole('grid')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${folder}/attendance.png`, animations: 'disabled' });
});
