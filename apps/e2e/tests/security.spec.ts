import { expect, signIn, test } from '../lib/test.ts';

test.use({ seed: 'demo', district: 'security' });

/** Collects what the content policy refuses, from before the first script on. */
async function violations(page: import('@playwright/test').Page) {
  await page.addInitScript(`
    window.refusedByPolicy = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.refusedByPolicy.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ':' + event.lineNumber);
    });
  `);
  return () => page.evaluate<string[]>('window.refusedByPolicy');
}

const ofPlanner = ['/', '/batch', '/batch/import', '/batch/eligibility', '/batch/policy', '/plans'];
const registers = ['/assignments', '/villages', '/units', '/cadres', '/account'];

test('the pages need nothing that their content policy refuses', async ({ page }) => {
  const refused = await violations(page);
  await page.goto('/');
  await expect(page.getByLabel('用户名')).toBeVisible();
  expect(await refused()).toEqual([]);
  await signIn(page, 'planner');
  for (const path of [...ofPlanner, ...registers]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await refused(), path).toEqual([]);
  }
  // Controls that write their styles when they open.
  await page.goto('/batch/eligibility');
  await page.getByRole('button', { name: '查档更正' }).first().click();
  await page.getByRole('combobox').first().click();
  expect(await refused(), 'an open panel').toEqual([]);
});

test('the description of the API can be read under the same policy', async ({ page }) => {
  const refused = await violations(page);
  await page.goto('/api/docs/');
  await page.getByText('登录、口令、登录记录、下载链接').click();
  await page.getByText('用户名和口令登录').click();
  await expect(page.getByText('/api/auth/login').first()).toBeVisible();
  expect(await refused()).toEqual([]);
});

for (const next of ['/\t/evil.example', '/.//evil.example']) {
  test(`after signing in nobody is led away to ${JSON.stringify(next)}`, async ({
    page,
    system,
  }) => {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByLabel('用户名').fill('leader');
    await page.getByLabel('口令', { exact: true }).fill('demo-pass-word-1');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await expect(page.getByRole('navigation').first()).toBeVisible();
    expect(new URL(page.url()).origin).toBe(system.url);
  });
}
