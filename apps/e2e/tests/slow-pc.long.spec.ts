import { cellOf, pasteFromExcel, saved } from '../lib/sheet-page.ts';
import { expect, type Page, settled, signIn, signOut, test } from '../lib/test.ts';

test.use({
  ...{ seed: 'demo', issued: true, district: 'slow-pc' },
  environment: { TODAY: '2016-01-15' },
});

/** What is done all day long: its interactions are timed where the processor is slowed (`slowedCpu`). */

async function search(page: Page, path: string, text: string) {
  await page.goto(path);
  await settled(page);
  await page.getByRole('search').getByRole('textbox').first().click();
  await page.keyboard.type(text, { delay: 120 });
  await settled(page);
}

test('registers are searched, sorted, paged and opened', async ({ page, slowedCpu }) => {
  test.setTimeout(120_000 * slowedCpu);
  await signIn(page, 'planner');
  for (const [path, text] of [
    ['/cadres', '王'],
    ['/villages', 'zw'],
    ['/assignments?on=2016-01-10', '王'],
  ] as const) {
    await search(page, path, text);
    await page.goto(path);
    await settled(page);
    const heads = page.getByRole('columnheader').getByRole('button');
    for (let at = 0; at < Math.min(3, await heads.count()); at += 1) {
      await heads.nth(at).click();
      await settled(page);
    }
    const rows = page.getByRole('table').first().locator('tbody tr');
    await rows.nth(1).click();
    await settled(page);
    await page.keyboard.press('ArrowDown');
    await settled(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '下一页' }).click();
    await settled(page);
  }
});

test('a township’s sheets are typed', async ({ page, slowedCpu }) => {
  test.setTimeout(120_000 * slowedCpu);
  await signIn(page, 'officer');
  await page.goto('/attendance');
  await expect(page.getByRole('grid')).toBeVisible();
  await cellOf(page, 0, 1).click();
  for (let day = 1; day <= 12; day += 1) {
    await page.keyboard.press('v');
    await page.keyboard.press('ArrowRight');
  }
  await cellOf(page, 1, 1).click();
  await pasteFromExcel(
    page,
    Array.from({ length: 10 }, () => Array.from({ length: 28 }, () => '√')),
  );
  await saved(page);
  await page.keyboard.press('Control+z');
  await saved(page);

  await page.goto('/targets');
  await page.waitForURL('**/targets/townships/*');
  await settled(page);
  await page.getByRole('button', { name: /^填报/ }).click();
  const cells = page.getByRole('grid').locator('[data-col]');
  await cells.nth(4).click();
  for (const typed of ['5', '6', '7']) {
    await page.keyboard.type(typed, { delay: 100 });
    await page.keyboard.press('Enter');
  }
  await signOut(page);
});
