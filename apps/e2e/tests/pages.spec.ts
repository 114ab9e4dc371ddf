import {
  axeFindings,
  expect,
  type Page,
  settled,
  signIn,
  signOut,
  test,
  visit,
} from '../lib/test.ts';

test.use({ seed: 'demo', district: 'pages' });

const ofPlanner = [
  '/',
  '/batch',
  '/batch/import',
  '/batch/eligibility',
  '/batch/coverage',
  '/batch/policy',
  '/plans',
  '/assignments',
  '/assignments/telephones',
  '/villages',
  '/units',
  '/cadres',
  '/account',
];

async function expectAccessible(page: Page, where: string) {
  expect(await axeFindings(page), where).toEqual([]);
}

/** By day as a whole; by night the same page has other colours. */
async function expectAccessibleDayAndNight(page: Page, where: string) {
  await expectAccessible(page, where);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  // Colours go over in a tenth of a second.
  await expect.poll(() => axeFindings(page, 'contrast'), `${where}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

test('axe finds nothing on the planner’s pages, light and dark', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto('/');
  await expect(page.getByLabel('用户名')).toBeVisible();
  await expectAccessibleDayAndNight(page, 'sign-in');
  await signIn(page, 'planner');
  for (const path of ofPlanner) {
    await visit(page, path);
    await expectAccessibleDayAndNight(page, path);
  }
  for (const register of ['/villages', '/units', '/cadres']) {
    await visit(page, register);
    await page.getByRole('table').first().locator('tbody tr').first().click();
    await page.getByRole('complementary').getByRole('link', { name: '打开全页' }).first().click();
    await page.waitForURL(`**${register}/*`);
    await settled(page);
    await expectAccessibleDayAndNight(page, page.url());
  }
});

test('axe finds nothing on a solved plan, its chosen place and its issue', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, 'planner');
  await visit(page, '/plans');
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.getByRole('button', { name: '测算', exact: true }).click();
  await expect(page.getByText('246/255').first()).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page, 'board');
  await page
    .getByRole('gridcell', { name: /第一书记: / })
    .first()
    .click();
  await expect(page.getByRole('tab', { name: /可对调/ })).toBeVisible();
  await expectAccessible(page, 'chosen place');
  await page.getByRole('link', { name: '印发', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('不能审定');
  await expectAccessible(page, 'publication');
});

test('users and the log are accessible, to whom they are for', async ({ page }) => {
  await signIn(page, 'admin');
  await visit(page, '/users');
  await expectAccessible(page, '/users');
  await signOut(page);
  await signIn(page, 'auditor');
  await visit(page, '/audit');
  await expectAccessible(page, '/audit');
});

const roles = [
  'planner',
  'office',
  'officer',
  'head',
  'evaluator',
  'inspector',
  'liaison',
  'leader',
  'admin',
  'auditor',
];

test("each role's home asks for nothing that the role may not see", async ({ page }) => {
  test.setTimeout(180_000);
  for (const role of roles) {
    const refused: string[] = [];
    const listen = (response: { status(): number; url(): string }) => {
      const expected = /\/api\/auth\/refresh$/.test(response.url());
      if (response.status() >= 400 && !expected)
        refused.push(`${response.status()} ${response.url()}`);
    };
    page.on('response', listen);
    await signIn(page, role);
    await settled(page);
    await expectAccessible(page, `home of ${role}`);
    page.off('response', listen);
    expect(refused, role).toEqual([]);
    await signOut(page);
  }
});

test('leaders and officers read on a telephone', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [role, paths] of [
    ['leader', ['/', '/batch/coverage', '/villages', '/assignments']],
    ['officer', ['/', '/batch/eligibility', '/cadres']],
  ] as const) {
    await signIn(page, role);
    for (const path of paths) {
      await visit(page, path);
      await expectAccessible(page, `${role} ${path}`);
      const sideways = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(sideways, `${role} ${path} scrolls sideways`).toBeLessThanOrEqual(0);
    }
    await signOut(page);
  }
});

test('the whole page speaks English too', async ({ page }) => {
  await signIn(page, 'planner');
  await page.getByRole('button', { name: /语言/ }).click();
  await page
    .getByRole('menuitemradio', { name: 'English' })
    .or(page.getByRole('menuitem', { name: 'English' }))
    .click();
  for (const path of ['/', '/batch/coverage', '/batch/eligibility', '/plans', '/villages']) {
    await visit(page, path);
    const title = await page.getByRole('heading', { level: 1 }).first().textContent();
    expect(title, path).toMatch(/[a-z]{3}/);
  }
  await expect(page.getByRole('navigation').first()).toContainText(/[A-Z][a-z]+/);
});
