import { readFile } from 'node:fs/promises';
import {
  confirmIssue,
  exchangeAndUndo,
  issue,
  recordApproval,
  settleTheNine,
  solveNewPlan,
} from '../lib/main-job.ts';
import { axeFindings, expect, signIn, signOut, test } from '../lib/test.ts';

test.use({ seed: 'demo', district: 'main-job' });

test('from the sample district to an issued plan of 255', async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, 'planner');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('9名不符合条件');
  await page.getByRole('button', { name: '处理9名不符合人选' }).click();
  await settleTheNine(page);

  await page.getByRole('link', { name: '覆盖', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('189个村全部覆盖');

  await solveNewPlan(page);
  await exchangeAndUndo(page);
  await recordApproval(page);
  await signOut(page);

  await signIn(page, 'office');
  await confirmIssue(page);
  await signOut(page);

  await signIn(page, 'planner');
  await page.getByRole('button', { name: '印发方案' }).click();
  await issue(page);

  await page.getByRole('link', { name: '任职', exact: true }).click();
  await expect(page.getByText(/255/).first()).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /选派名册/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/选派名册.*\.xlsx$/);
  const bytes = await readFile((await file.path()) ?? '');
  expect(bytes.subarray(0, 2).toString()).toBe('PK');

  // Pages that have something to say only after the issue.
  for (const path of [
    '/',
    '/batch',
    '/plans',
    '/assignments?on=2015-06-01',
    '/assignments/telephones',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await axeFindings(page), path).toEqual([]);
  }
  for (const register of ['/villages', '/cadres']) {
    await page.goto(register);
    await page.getByRole('table').first().locator('tbody tr').first().click();
    await page.getByRole('complementary').getByRole('link', { name: '打开全页' }).first().click();
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await axeFindings(page), page.url()).toEqual([]);
  }
});
