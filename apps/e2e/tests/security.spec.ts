import { createHmac } from 'node:crypto';
import { password } from '../lib/password.ts';
import { expect, type Page, signIn, signOut, test } from '../lib/test.ts';

test.use({ seed: 'demo', district: 'pages' });

/** Collects what the content policy refuses, from before the first script on. */
async function violations(page: Page) {
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
    await page.getByLabel('口令', { exact: true }).fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await expect(page.getByRole('navigation').first()).toBeVisible();
    expect(new URL(page.url()).origin).toBe(system.url);
  });
}

test('a telephone is set up, asked for at the next sign-in, and a recovery code stands in', async ({
  page,
}) => {
  await signIn(page, 'leader');
  await page.goto('/account');
  await page.getByRole('button', { name: '启用动态码' }).click();
  const dialog = page.getByRole('dialog', { name: '启用动态码' });
  await dialog.getByLabel('现在的口令').fill(password);
  await dialog.getByRole('button', { name: '下一步' }).click();
  await expect(dialog.getByRole('img', { name: '设置动态码的二维码' })).toBeVisible();
  const secret = (await dialog.locator('code').textContent()) ?? '';
  await dialog.getByLabel('应用里显示的6位动态码').fill(codeOf(secret));
  await dialog.getByRole('button', { name: '启用', exact: true }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(8);
  const recovery = (await dialog.getByRole('listitem').first().textContent()) ?? '';
  await dialog.getByRole('button', { name: '已经收好' }).click();
  await expect(page.getByText('恢复码还有8个没用过')).toBeVisible();
  await signOut(page);
  await page.getByLabel('用户名').fill('leader');
  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByLabel(/^动态码/).fill(recovery);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
});

/** What a telephone shows now for a secret in base 32, by RFC 6238. */
function codeOf(secret: string): string {
  const letters = secret.replace(/\s/g, '');
  const bits = Array.from(letters, (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const moment = Buffer.alloc(8);
  moment.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(moment).digest();
  const at = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
