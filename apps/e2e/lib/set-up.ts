import { resolve } from 'node:path';
import { choose } from './choose.ts';
import { expect, type Page } from './test.ts';

const samples = resolve(import.meta.dirname, '../../../prisma/seed/hedong');

/** The first sign-in of an account: the first password is changed before anything else. */
export async function signInFirst(page: Page, username: string, first: string, own: string) {
  await page.goto('/');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('口令', { exact: true }).fill(first);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByLabel('现在的口令').fill(first);
  await page.getByLabel('新口令', { exact: true }).fill(own);
  await page.getByLabel('再输一次新口令').fill(own);
  await page.getByRole('button', { name: /修改/ }).click();
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
}

interface NewUser {
  username: string;
  name: string;
  role: string;
  password: string;
}

export async function createUser(page: Page, { username, name, role, password }: NewUser) {
  await page.getByRole('button', { name: '新建用户' }).first().click();
  const panel = page.getByRole('complementary', { name: /新建用户/ });
  await panel.getByRole('textbox', { name: '用户名' }).fill(username);
  await panel.getByRole('textbox', { name: '姓名' }).fill(name);
  await panel.getByRole('textbox', { name: '首次口令' }).fill(password);
  await choose(panel.getByRole('combobox').first(), role);
  await panel.getByRole('button', { name: '新建用户' }).click();
  await expect(page.getByText(`已新建 ${name}`)).toBeVisible();
}

export async function createBatch(page: Page) {
  await page.getByRole('button', { name: '新建批次' }).click();
  await page.waitForURL(/\/batch/);
  await page.getByRole('button', { name: '新建批次' }).click();
  await page.getByRole('textbox', { name: '名称' }).fill('第二批');
  await page.getByRole('textbox', { name: '基准日' }).fill('2015-04-24');
  await page.getByRole('textbox', { name: '任期开始' }).fill('2015-06-01');
  await page.getByRole('textbox', { name: '任期届满' }).fill('2017-05-31');
  await page.getByRole('button', { name: '新建这个批次' }).click();
  await expect(page.getByText('第二批已建好。')).toBeVisible();
}

/** Drops one of the office's workbooks, reads what it would do, and writes it. */
export async function importWorkbook(page: Page, file: string, rows: number) {
  await page.locator('input[type=file]').setInputFiles(`${samples}/${file}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${rows}行`);
  await page.getByRole('button', { name: /^写入/ }).click();
  await expect(page.getByText(/^已写入/).first()).toBeVisible();
}
