import { proofEnded } from '../lib/proof.ts';
import { expect, type Page, signIn, test } from '../lib/test.ts';

test.use({ seed: 'demo', district: 'connection', cuts: true });

const lost = (page: Page) => page.getByText('连接中断，正在重试');

test('a form that is sent while the server is away is saved when it is back', async ({
  page,
  system,
}) => {
  await signIn(page, 'planner');
  await page.goto('/batch/eligibility');
  await page
    .getByRole('row', { name: /尹军建/ })
    .getByRole('button', { name: '查档更正' })
    .click();
  const panel = page.getByRole('complementary', { name: /尹军建/ });
  await panel.getByRole('textbox', { name: '入党时间' }).fill('2011-03');
  await panel.getByRole('textbox', { name: '转正时间' }).fill('2012-03');
  await panel.getByRole('textbox', { name: '依据材料' }).fill('入党志愿书，干部档案第六类');
  await system.halt();
  await panel.getByRole('button', { name: '按档案更正并重新判定' }).click();
  await expect(lost(page)).toBeVisible();
  await expect(page.getByText('有1项修改等着送出')).toBeVisible();
  await expect(panel.getByRole('textbox', { name: '入党时间' })).toHaveValue('2011-03');
  await expect(panel.getByRole('textbox', { name: '依据材料' })).toHaveValue(/第六类/);
  await system.start();
  await page.getByRole('button', { name: '现在就试' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('8名不符合');
  await expect(lost(page)).toBeHidden();
});

test('what was typed outlives a reload, and the page asks before it', async ({ page }) => {
  await signIn(page, 'planner');
  await page.goto('/batch/policy');
  const places = page.getByRole('spinbutton', { name: '行政村' });
  await places.fill('190');
  await places.blur();
  await expect(page.getByText(/已改1项|改了1项/)).toBeVisible();
  const asked = page.waitForEvent('dialog');
  const reloaded = page.reload();
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  await reloaded;
  await expect(page.getByRole('spinbutton', { name: '行政村' })).toHaveValue('190');
  await expect(page.getByText(/已改1项|改了1项/)).toBeVisible();
});

test('a script that an upgrade took away leaves a page that says so', async ({ page }) => {
  await signIn(page, 'planner');
  await page.route('**/assets/account-page-*.js', (route) => route.fulfill({ status: 404 }));
  let opened = 0;
  page.on('domcontentloaded', () => {
    opened += 1;
  });
  await page.goto('/account');
  // A fresh page is tried once, then left to the person.
  await expect.poll(() => opened).toBe(2);
  await expect(page.getByRole('heading', { name: '这一页没有打开' })).toBeVisible();
  await page.unroute('**/assets/account-page-*.js');
  await page.getByRole('button', { name: '重新载入' }).click();
  await expect(page.getByLabel('现在的口令')).toBeVisible();
});

test('a solving is followed to its end where no event comes through', async ({ page }) => {
  test.setTimeout(240_000);
  await page.route('**/runs/*/events', (route) => route.abort());
  await signIn(page, 'planner');
  await page.goto('/plans');
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.getByRole('button', { name: '测算', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/已排24\d\/255/, {
    timeout: 120_000,
  });
  await proofEnded(page);
});
