import { resolve } from 'node:path';
import {
  confirmIssue,
  issue,
  recordApproval,
  settleTheNine,
  solveNewPlan,
} from '../lib/main-job.ts';
import { expect, type Page, signIn, signOut, test } from '../lib/test.ts';

test.use({ seed: 'demo', district: 'readme' });

const folder = resolve(import.meta.dirname, '../../../docs/pictures');
const samples = resolve(import.meta.dirname, '../../../prisma/seed/hedong');

async function picture(page: Page, name: string) {
  await page.waitForLoadState('networkidle');
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' });
}

test('the pictures of the README', async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(page, 'planner');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('9名不符合条件');
  await picture(page, 'workbench');

  await page.goto('/batch/import');
  await page.locator('input[type=file]').setInputFiles(`${samples}/district-nominees.xlsx`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('144行');
  await picture(page, 'import');

  await page.goto('/batch/coverage');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('189个村全部覆盖');
  await picture(page, 'coverage');

  await page.goto('/batch/eligibility');
  await page
    .getByRole('row', { name: /史凯斌/ })
    .getByRole('button', { name: '查档更正' })
    .click();
  await expect(page.getByRole('complementary', { name: /史凯斌/ })).toBeVisible();
  await picture(page, 'eligibility');

  await settleTheNine(page);
  await solveNewPlan(page);
  await page.getByRole('button', { name: /郑旺镇/ }).click();
  await page.getByRole('gridcell', { name: /张家湾村 副书记/ }).click();
  await page.locator('[data-candidates] tbody tr').nth(2).click();
  await expect(page.getByText('现在 → 安排后')).toBeVisible();
  await picture(page, 'plan-board');

  await recordApproval(page);
  await signOut(page);
  await signIn(page, 'office');
  await confirmIssue(page);
  await signOut(page);
  await signIn(page, 'planner');
  await page.getByRole('button', { name: '印发方案' }).click();
  await issue(page);
  await page.goto('/assignments?on=2015-06-01');
  await page.getByRole('table').first().locator('tbody tr').nth(3).click();
  await expect(page.getByRole('complementary')).toBeVisible();
  await picture(page, 'assignments');
});
