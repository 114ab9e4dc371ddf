import type { Locator } from '@playwright/test';
import { proofEnded } from '../lib/proof.ts';
import { axeFindings, expect, type Page, settled, signIn, test } from '../lib/test.ts';

test.use({ seed: 'demo', district: 'what-if' });

const line = (page: Page, name: string): Locator =>
  page.getByRole('row', { name: new RegExp(`^${name}`) });

test('weights are tried, solved in a copy, compared, and adopted', async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(page, 'planner');
  await page.goto('/plans');
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.getByRole('button', { name: '测算', exact: true }).click();
  // A solving outlives the page that it was begun in.
  await expect(page.getByRole('button', { name: /中止|不再证明/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已排246/255', {
    timeout: 120_000,
  });
  await proofEnded(page);

  await page.getByRole('link', { name: '权重', exact: true }).click();
  await settled(page);
  const pairs = line(page, '同单位搭班');
  await expect(pairs).toContainText(/\d+对/);
  const quantity = Number(/(\d+)对/.exec((await pairs.textContent()) ?? '')?.[1]);
  await expect(pairs).toContainText((quantity * 60).toLocaleString('zh-CN'));
  expect(await axeFindings(page)).toEqual([]);

  // What is tried counts at once, and stays through a reload.
  await page.getByLabel('同单位搭班：试算值').fill('0');
  await page.getByLabel('同单位搭班：试算值').press('Tab');
  await expect(pairs).toContainText(`−${(quantity * 60).toLocaleString('zh-CN')}.0`);
  await page.reload();
  await expect(page.getByLabel('同单位搭班：试算值')).toHaveValue('0.0');

  await page.getByRole('button', { name: '另建副本试算' }).click();
  await expect(page).toHaveURL(/\/comparison\?.*with=/, { timeout: 30_000 });
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/[1-9]\d*名人选岗位不同/, {
    timeout: 120_000,
  });
  // Not `settled`: the copy's proof is still followed.
  await expect(page.getByText('两方案权重不同')).toBeVisible();
  await expect(line(page, '同单位搭班').first()).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 .xlsx' }).click(),
  ]);
  expect(download.suggestedFilename()).toContain('方案比较');
  await page.getByRole('tab', { name: /^人选/ }).click();
  await expect(page.getByRole('table', { name: '人选' })).toBeVisible();

  // The copy can't be decided on until the policy has its weights.
  await page.getByRole('button', { name: '打开方案一副本' }).click();
  await proofEnded(page);
  await page.getByRole('link', { name: '印发', exact: true }).click();
  await expect(page.getByText('同单位搭班 60→0').first()).toBeVisible();
  await page.getByRole('link', { name: '看权重' }).first().click();
  await page.getByRole('button', { name: '采用这套权重' }).click();
  await page.getByLabel('理由').fill('部务会研究');
  await page.getByRole('button', { name: '采用1项权重' }).click();
  await expect(page.getByText('已采用1项权重')).toBeVisible();
  await expect(page.getByRole('button', { name: '采用这套权重' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.getByRole('link', { name: '印发', exact: true }).click();
  await settled(page);
  await expect(page.getByText('同单位搭班 60→0')).toHaveCount(0);
});

test('a plan is laid aside and taken up again', async ({ page }) => {
  await signIn(page, 'planner');
  await page.goto('/plans');
  const copies = page.getByRole('row', { name: /副本/ });
  await page.getByRole('button', { name: '新建方案' }).click();
  await expect(page).toHaveURL(/\/plans\/[0-9a-f-]{36}/);
  await page.goto('/plans');
  await page.getByRole('row', { name: /草稿/ }).last().getByRole('cell').nth(1).click();
  await page.getByRole('button', { name: '复制', exact: true }).click();
  await expect(page.getByText(/已复制为/)).toBeVisible();
  await page.goto('/plans');
  await settled(page);
  const before = await copies.count();
  await copies.last().getByRole('cell').nth(1).click();
  await page.getByRole('button', { name: '搁置', exact: true }).click();
  await expect(copies).toHaveCount(before - 1);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(copies).toHaveCount(before);
  await copies.last().getByRole('cell').nth(1).click();
  await page.getByRole('button', { name: '搁置', exact: true }).click();
  await expect(page.getByText(/另有\d+个已搁置/)).toBeVisible();
  const box = page.getByRole('checkbox', { name: '搁置的方案' });
  await box.click();
  await expect(box).toBeChecked();
  await expect(page.getByText('已搁置', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: '恢复', exact: true }).click();
  await expect(copies).toHaveCount(before);
});
