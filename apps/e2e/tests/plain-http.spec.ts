import { expect, signIn, signOut, test } from '../lib/test.ts';
import { officeName } from '../playwright.config.ts';

test.use({
  seed: 'demo',
  district: 'plain-http',
  host: officeName,
});

test('by a name over plain http: signing in, writing, copying, downloading', async ({ page }) => {
  await signIn(page, 'planner');
  expect(new URL(page.url()).hostname).toBe(officeName);
  // What browsers give to secure contexts only isn't there.
  expect(await page.evaluate('isSecureContext')).toBe(false);
  expect(await page.evaluate('typeof crypto.randomUUID')).toBe('undefined');
  expect(await page.evaluate('typeof navigator.clipboard')).toBe('undefined');

  // The session outlives a reload: its cookie is kept though it can't be Secure.
  await page.goto('/plans');
  await page.getByRole('button', { name: '新建方案' }).click();
  await expect(page.getByRole('button', { name: '测算', exact: true })).toBeVisible();

  await page.goto('/villages');
  const name = page.getByRole('table').first().locator('tbody th, tbody td').first();
  const words = (await name.textContent())?.trim() ?? '';
  expect(words).not.toBe('');
  await name.selectText();
  await page.keyboard.press('Control+c');
  const search = page.getByRole('search').getByRole('textbox').first();
  await search.click();
  await page.keyboard.press('Control+v');
  await expect(search).toHaveValue(words);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /导出/ }).first().click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
  await signOut(page);
});
