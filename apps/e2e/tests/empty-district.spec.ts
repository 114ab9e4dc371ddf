import {
  confirmIssue,
  issue,
  recordApproval,
  settleTheNine,
  solveNewPlan,
} from '../lib/main-job.ts';
import { password } from '../lib/password.ts';
import { createBatch, createUser, importWorkbook, signInFirst } from '../lib/set-up.ts';
import { expect, signIn, signOut, test } from '../lib/test.ts';

test.use({ seed: 'none', district: 'empty-district' });

const own = (username: string) => `${username}-own-word-7`;
const first = (username: string) => `${username}-first-word-7`;

test('an empty district, from the first administrator to an issued plan', async ({ page }) => {
  test.setTimeout(300_000);
  await signInFirst(page, 'admin', password, own('chief'));
  await page.getByRole('button', { name: '建立用户' }).click();
  const people = [
    { username: 'wangxd', name: '王晓东', role: '区委组织部' },
    { username: 'ligw', name: '李广文', role: '选派办' },
  ];
  for (const person of people) {
    await createUser(page, { ...person, password: first(person.username) });
  }
  await signOut(page);

  await signInFirst(page, 'ligw', first('ligw'), own('ligw'));
  await signOut(page);
  await signInFirst(page, 'wangxd', first('wangxd'), own('wangxd'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('还没有批次');
  await createBatch(page);

  await page.getByRole('link', { name: '导入', exact: true }).click();
  const blank = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载空白表：村名册' }).click();
  expect((await blank).suggestedFilename()).toBe('村名册（空白）.xlsx');
  await importWorkbook(page, 'village-register.xlsx', 189);
  await page.getByRole('link', { name: '导入', exact: true }).click();
  await importWorkbook(page, 'unit-register.xlsx', 73);
  await page.getByRole('link', { name: '导入', exact: true }).click();
  await importWorkbook(page, 'district-nominees.xlsx', 144);
  await page.getByRole('link', { name: '导入', exact: true }).click();
  await importWorkbook(page, 'township-nominees.xlsx', 111);

  await page.getByRole('link', { name: '资格', exact: true }).click();
  await settleTheNine(page);
  await solveNewPlan(page);
  await recordApproval(page);
  await signOut(page);

  await signIn(page, 'ligw', own('ligw'));
  await confirmIssue(page);
  await signOut(page);
  await signIn(page, 'wangxd', own('wangxd'));
  await page.getByRole('button', { name: '印发方案' }).click();
  await issue(page);
});
