import { resolve } from 'node:path';
import { expect, type Page, signIn, test } from '../lib/test.ts';

test.use({ seed: 'demo', district: 'connection-long', cuts: true });

const samples = resolve(import.meta.dirname, '../../../prisma/seed/hedong');
const lost = (page: Page) => page.getByText('连接中断，正在重试');

test('an act whose answer was cut off is done once, an exchange on the board goes on', async ({
  page,
  system,
}) => {
  await signIn(page, 'planner');
  let cut = 0;
  await page.route('**/api/batches/*/plans', async (route) => {
    if (route.request().method() !== 'POST' || cut > 0) return route.continue();
    cut += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.goto('/plans');
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.getByRole('button', { name: '测算', exact: true }).click();
  await expect(page.getByText(/24\d\/255/).first()).toBeVisible({ timeout: 30_000 });
  expect(cut).toBe(1);
  // The proof writes to the plan too: an exchange seen before it would be of an older version.
  await expect(page.getByText('已证明最优')).toBeVisible({ timeout: 60_000 });

  const place = page.getByRole('gridcell', { name: /第一书记: / }).first();
  await place.click();
  await expect(page.getByRole('tab', { name: /可对调/ })).toBeVisible();
  await place.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText('现在 → 安排后')).toBeVisible();
  await system.halt();
  await page.keyboard.press('Enter');
  await expect(lost(page)).toBeVisible();
  await system.start();
  await expect(page.getByText(/已对调/)).toBeVisible({ timeout: 20_000 });
  await page.goto('/plans');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1个方案');
});

test('a workbook that was on its way is sent again', async ({ page, system }) => {
  await signIn(page, 'planner');
  await page.goto('/batch/import');
  await expect(page.locator('input[type=file]')).toBeAttached();
  await system.halt();
  await page.locator('input[type=file]').setInputFiles(`${samples}/unit-register.xlsx`);
  await expect(lost(page)).toBeVisible();
  await system.start();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('73行', { timeout: 20_000 });
});

test('a page opened while the server is away comes by itself', async ({ page, system }) => {
  await signIn(page, 'planner');
  await system.halt();
  const navigation = page.getByRole('navigation', { name: '主导航' });
  await navigation.getByRole('link', { name: '选派' }).click();
  await expect(lost(page)).toBeVisible();
  await expect(navigation).toBeVisible();
  await system.start();
  await expect(page.getByRole('link', { name: '政策参数' })).toBeVisible({ timeout: 20_000 });
  await expect(lost(page)).toBeHidden();
});
