import { axeFindings, expect, type Page, settled, signIn, signOut, test } from '../lib/test.ts';

test.use({
  ...{ seed: 'demo', issued: true, cuts: true, district: 'targets' },
  environment: { TODAY: '2016-01-15' },
});

const village = '大尤家村';
const period = '2015Q4';

/** The column of a measure in the grid of a township. */
async function columnOf(page: Page, measure: string): Promise<string> {
  const head = page.getByRole('columnheader', { name: measure });
  return (await head.getAttribute('data-head')) ?? '';
}

test('an officer reports a village’s year, the head confirms, the planner sees the breakthrough', async ({
  page,
}) => {
  test.setTimeout(120_000);

  // In the township's grid: typed like in a spreadsheet, saved as it is typed.
  await signIn(page, 'officer');
  await page.goto('/targets');
  await page.waitForURL('**/targets/townships/*');
  await settled(page);
  await page.goto(`${new URL(page.url()).pathname}?period=${period}`);
  await settled(page);
  const row = page.getByRole('row', { name: village });
  const income = row.locator(`[data-col="${await columnOf(page, '年集体经营性收入')}"]`);
  // What can't be sent stays, over a reload too, and is sent when it can.
  await page.route('**/api/targets/sheets/**', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  await income.click();
  await page.keyboard.type('5.6');
  await page.keyboard.press('Enter');
  await expect(income).toHaveText('5.6');
  await expect(page.getByRole('button', { name: '重试' })).toBeVisible();
  await page.unroute('**/api/targets/sheets/**');
  page.once('dialog', (dialog) => dialog.accept());
  await page.reload();
  await expect(income).toHaveText('5.6');
  await expect(page.getByText('已保存')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.reload();
  await expect(income).toHaveText('5.6');

  // On the village's page: what is left, and sent.
  await page.goto('/targets');
  await page.getByRole('link', { name: village }).click();
  await page.waitForURL('**/villages/*/targets*');
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  const own = new URL(page.url()).pathname;
  await page.goto(`${own}?period=${period}`);
  const report = page.getByRole('dialog', { name: `${village}2015年四季度目标进展` });
  await expect(report.getByRole('textbox', { name: '年集体经营性收入', exact: true })).toHaveValue(
    '5.6',
  );
  await report.getByRole('textbox', { name: '人均纯收入增幅', exact: true }).fill('9.1');
  for (const group of await report.getByRole('radiogroup').all()) {
    await group.getByText('是', { exact: true }).click();
  }
  await report.getByRole('button', { name: '报送', exact: true }).click();
  await expect(page.getByText('已报送1个村2015年四季度的进展。')).toBeVisible();
  await page.keyboard.press('Escape');
  await signOut(page);

  // The head looks at the same report and confirms it.
  await signIn(page, 'head');
  await page.goto(own);
  await page.getByRole('button', { name: '核对2015年四季度报送' }).click();
  await report.getByRole('button', { name: '确认', exact: true }).click();
  await expect(page.getByText('已确认1个村2015年四季度的进展。')).toBeVisible();
  await expect(report.getByText('已确认', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await signOut(page);

  // The planner sees it reached, in the village and in the district.
  await signIn(page, 'planner');
  await page.goto(own);
  await settled(page);
  const aim = page.getByRole('region', { name: '集体经济' });
  await expect(aim).toContainText('已完成');
  await expect(aim).toContainText('2015年全年5.6，完成112%');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('四个新突破完成');
  await page.goto('/targets');
  await settled(page);
  const measures = page.getByRole('table', { name: '各指标完成情况' });
  await expect(
    measures
      .getByRole('row', { name: /年集体经营性收入/ })
      .getByRole('cell')
      .nth(2),
  ).toHaveText('1');
  expect(await axeFindings(page)).toEqual([]);
  await page.goto('/targets/templates');
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
});

test('opinions on cadres are written one after the other and signed together', async ({ page }) => {
  test.setTimeout(60_000);
  await signIn(page, 'officer');
  await page.goto('/targets/appraisals');
  await settled(page);
  await page.getByRole('row').nth(1).click();
  for (const words of ['工作扎实，村集体增收明显。', '入户走访勤，群众评价好。']) {
    await page.getByRole('textbox', { name: '实绩考核意见' }).fill(words);
    await page.keyboard.press('Control+ArrowDown');
    await expect(page.getByRole('textbox', { name: '实绩考核意见' })).toHaveValue('');
  }
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '送签2份' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '送签2份' }).click();
  await expect(page.getByText('已送签2份。')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await signOut(page);

  await signIn(page, 'head');
  await page.goto('/targets/appraisals');
  await page.getByRole('button', { name: '签署2份' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '签署2份' }).click();
  await expect(page.getByText('已签署2份。')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已签署2/');
});
