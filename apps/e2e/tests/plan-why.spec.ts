import { readFile } from 'node:fs/promises';
import { textsOf } from '../../api/src/modules/letters/testing-docx.ts';
import { proofEnded } from '../lib/proof.ts';
import { axeFindings, expect, type Page, settled, signIn, signOut, test } from '../lib/test.ts';

// Shares the system of the pages' tests where they run in the same worker.
test.use({ seed: 'demo', district: 'pages' });

test('why these two, the second-best pair instead, and the report of it all', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, 'planner');
  const board = await solvedPlan(page);
  await why(page);
  await secondBestPair(page);
  await emptyPlace(page);
  await report(page);
  await signOut(page);

  await signIn(page, 'leader');
  await page.goto(`${board}/report`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('246名到村任职');
  await expect(page.getByRole('button', { name: '下载汇报 .docx' })).toBeVisible();
});

/** Gives the address of its board. */
async function solvedPlan(page: Page): Promise<string> {
  await page.goto('/plans');
  await settled(page);
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.getByRole('button', { name: '测算', exact: true }).click();
  await expect(page.getByText('246/255').first()).toBeVisible({ timeout: 30_000 });
  // A better plan that the proof comes upon would make the page's one stale.
  await proofEnded(page);
  return new URL(page.url()).pathname;
}

async function why(page: Page) {
  await page
    .getByRole('gridcell', { name: /第一书记: / })
    .first()
    .click();
  const panel = page.getByRole('complementary');
  // By keyboard: the arrow goes from one look to the next.
  await panel.getByRole('tab', { name: '换人' }).press('ArrowRight');
  await expect(panel.getByRole('tab', { name: '为什么' })).toBeFocused();
  await expect(panel.getByText(/，需要.*%/).first()).toBeVisible();
  await expect(panel.getByText(/专长.*需要.*满分100/)).toBeVisible();
  await expect(panel.getByText('依据：本办测算口径')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
}

async function secondBestPair(page: Page) {
  const panel = page.getByRole('complementary');
  await page.keyboard.press('o');
  await expect(panel.getByRole('tab', { name: '其他选择' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  const second = panel.getByRole('button', { name: /变动\d人/ }).nth(1);
  await second.click();
  await expect(panel.getByText('现在 → 安排后')).toBeVisible();
  await expect(panel.getByText(/：.* → /).first()).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  const act = panel.getByRole('button', { name: /^改为/ });
  const names = (await act.textContent())?.replace('改为', '').split('、') ?? [];
  await act.click();
  await expect(page.getByText(/已改为.*总分/)).toBeVisible();
  const chosen = page.getByRole('row').filter({ has: page.locator('[aria-selected=true]') });
  for (const name of names) await expect(chosen).toContainText(name);
}

async function emptyPlace(page: Page) {
  await page.getByRole('button', { name: /空岗/ }).click();
  await page.getByRole('gridcell', { name: /空缺$/ }).first().click();
  const panel = page.getByRole('complementary');
  await panel.getByRole('tab', { name: '为什么' }).click();
  await expect(panel.getByText(/差\d名/).first()).toBeVisible();
  await expect(panel.getByText('怎样补上')).toBeVisible();
  await expect(panel.getByRole('link', { name: '去查档更正' }).first()).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
}

async function report(page: Page) {
  await page.getByRole('link', { name: '汇报', exact: true }).click();
  await settled(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('处需要说明');
  for (const chart of ['职级', '年龄']) {
    await expect(
      page.getByRole('img', { name: new RegExp(`按${chart}的人数`) }).locator('svg'),
    ).toContainText('郑旺镇');
  }
  expect(await axeFindings(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载汇报 .docx' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/选派方案汇报.*\.docx$/);
  const texts = await textsOf(await readFile((await file.path()) ?? ''));
  expect(texts).toContain('四、需要说明的情况');
  expect(texts).toContain('郑旺镇');
  expect(texts.join('\n')).not.toMatch(/undefined|null|NaN/);
}
