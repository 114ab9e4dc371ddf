import { boxOf, choose } from '../lib/choose.ts';
import { axeFindings, expect, settled, signIn, signOut, test } from '../lib/test.ts';

test.use({
  ...{ seed: 'demo', issued: true, district: 'supervision' },
  environment: { TODAY: '2015-07-15' },
});

test('villages are drawn, a finding is rectified and closed', async ({ page }) => {
  test.setTimeout(120_000);

  // The inspector draws from one township; the draw is checked from what is kept.
  await signIn(page, 'inspector');
  await page.goto('/inspections/draws?panel=draw');
  await settled(page);
  const drawing = page.getByRole('form', { name: '随机抽村' });
  await drawing.getByRole('textbox', { name: '用途' }).fill('七月份暗访抽查');
  await choose(boxOf(page, '镇街'), '郑旺镇');
  await drawing.getByRole('spinbutton', { name: '抽取村数' }).fill('3');
  await drawing.getByRole('button', { name: '抽取3个村' }).click();
  await page.waitForURL('**/inspections/draws/*');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('抽取3个。');
  await page.getByRole('button', { name: '复核', exact: true }).click();
  await expect(page.getByText('复核一致').first()).toBeVisible();
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  const drawn = page.getByRole('table', { name: '抽取结果' }).getByRole('row');
  const village = (await drawn.nth(1).getByRole('cell').last().textContent()) ?? '';

  // The same villages are inspected; what was found has a deadline and somebody responsible.
  await page.getByRole('button', { name: '登记这次督查' }).click();
  const visit = page.getByRole('form', { name: '登记督查' });
  await visit.getByRole('textbox', { name: '日期' }).fill('2015-07-06');
  await visit.getByRole('textbox', { name: '督查人员' }).fill('督查一组：徐志刚');
  await visit.getByRole('button', { name: '登记督查' }).click();
  await page.waitForURL(/\/inspections\/visits\/[^?]+$/);
  await page.getByRole('button', { name: '登记问题' }).click();
  const entry = page.getByRole('form', { name: '登记问题' });
  await choose(boxOf(page, '村'), village);
  await choose(boxOf(page, '类别'), '制度台账');
  await entry.getByText('较重').click();
  await entry.getByRole('textbox', { name: '问题' }).fill('值班记录不全');
  await entry.getByRole('textbox', { name: '整改期限' }).fill('2015-07-10');
  await entry.getByRole('button', { name: '登记问题' }).click();
  await expect(page.getByText(`已登记${village}的问题。`)).toBeVisible();
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  await signOut(page);

  // It is overdue on the officer's workbench, who rectifies it and can't close it.
  await signIn(page, 'officer');
  const task = page.getByRole('row', { name: /整改督查问题/ });
  await expect(task).toContainText('逾期5天');
  await task.getByRole('link').click();
  await page.waitForURL('**/inspections?*');
  // The workbench names the village too, until the list is there.
  await expect(page.getByRole('heading', { level: 1 })).toContainText('问题');
  await page.getByRole('row', { name: village }).click();
  await page.waitForURL('**/inspections/findings/*');
  const answer = page.getByRole('form', { name: '报告整改' });
  await answer.getByRole('textbox', { name: '整改日期' }).fill('2015-07-14');
  await answer.getByRole('textbox', { name: '整改情况' }).fill('已补齐七月份值班记录');
  await answer.getByRole('button', { name: '报告整改' }).click();
  await expect(page.getByText('等待督查方核实。')).toBeVisible();
  await expect(page.getByRole('button', { name: '核实销号' })).toHaveCount(0);
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  const address = page.url();
  await signOut(page);

  // The inspector finds it on the workbench, and closes it.
  await signIn(page, 'inspector');
  await page
    .getByRole('row', { name: /核实整改情况/ })
    .getByRole('link')
    .click();
  await page.waitForURL('**/inspections?*');
  await page.goto(address);
  await page.getByRole('tab', { name: '核实销号' }).click();
  await page.getByRole('textbox', { name: '核实情况' }).fill('现场看过，已补齐');
  await page.getByRole('button', { name: '核实销号' }).click();
  await expect(page.getByText('已核实销号。')).toBeVisible();
  await expect(page.getByRole('list', { name: '经过' }).getByRole('listitem')).toHaveCount(3);

  // The village shows it.
  await page.getByRole('link', { name: `郑旺镇${village}` }).click();
  await page.waitForURL('**/villages/*/inspections');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('没有未了结的督查问题');
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
});
