import { boxOf, choose } from '../lib/choose.ts';
import { IssuedDistrict } from '../lib/issued-district.ts';
import { cellOf, close, open, saved } from '../lib/sheet-page.ts';
import { axeFindings, expect, settled, signIn, signOut, test } from '../lib/test.ts';

test.use({ issued: true, district: 'explained', environment: { TODAY: '2015-07-02' } });

interface Sheet {
  township: { id: string };
  rows: { cadreName: string; villageName: string }[];
}

test('leave, a spot check and a corrected day explain a month', async ({
  browser,
  page,
  system,
}) => {
  test.setTimeout(240_000);
  const district = await IssuedDistrict.of(system.url);
  const { items } = await district.call<{ items: { townshipId: string; townshipName: string }[] }>(
    'planner',
    'GET',
    '/api/attendance/months?month=2015-06',
  );
  const id = items.find(({ townshipName }) => townshipName === '郑旺镇')?.townshipId ?? '';
  const sheet = await district.call<Sheet>(
    'officer',
    'GET',
    `/api/attendance/months/${id}/2015-06`,
  );
  const [{ cadreName: who, villageName: where } = { cadreName: '', villageName: '' }] = sheet.rows;

  // The officer asks; the page says what it comes to, and who decides.
  await signIn(page, 'officer');
  await page.goto('/attendance/leaves');
  await settled(page);
  await page.getByRole('button', { name: '请假', exact: true }).click();
  await choose(boxOf(page, '姓名'), `${who} ${where}`);
  await page.getByRole('textbox', { name: '开始' }).fill('2015-06-25');
  await page.getByRole('textbox', { name: '最后一天' }).fill('2015-06-26');
  await expect(page.getByText('共2个工作日，由镇街负责人批准')).toBeVisible();
  await page.getByRole('textbox', { name: '事由' }).fill('探望父母');
  await page.getByRole('button', { name: '提交请假' }).click();
  await expect(page.getByText('待镇街负责人批准')).toBeVisible();
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  await signOut(page);

  // The head finds it on the workbench.
  await signIn(page, 'head');
  await page.getByRole('link', { name: '去批准' }).click();
  await page.waitForURL('**/attendance/leaves?*');
  await settled(page);
  await page.getByRole('row', { name: who }).click();
  await page.getByRole('button', { name: '批准', exact: true }).click();
  await expect(page.getByText(`已批准${who}请假。`)).toBeVisible();
  await signOut(page);

  // It stands in the sheet without being typed; what is typed stands beside it.
  const officer = await open(browser, system.url, 'officer', `/attendance/${id}/2015-06`);
  await expect(cellOf(officer.page, 0, 25)).toHaveText('年');
  await expect(cellOf(officer.page, 0, 26)).toHaveText('年');
  await cellOf(officer.page, 0, 9).click();
  await officer.page.keyboard.press('v');
  await saved(officer.page);

  // An inspector was there that day, and saw nobody.
  await signIn(page, 'inspector');
  await page.goto('/attendance/checks');
  await page.getByRole('button', { name: '登记检查' }).click();
  const entry = page.getByRole('form', { name: '登记检查' });
  await entry.getByRole('textbox', { name: '日期' }).fill('2015-06-09');
  await choose(boxOf(page, '姓名'), who);
  await entry.getByText('不在村').click();
  await entry.getByRole('textbox', { name: '说明' }).fill('上午九时到村，不在');
  await entry.getByRole('button', { name: '登记检查' }).click();
  await expect(page.getByText(`已登记，与${who}当日考勤不一致。`)).toBeVisible();
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  await signOut(page);

  // The planner settles it with a reason, and corrects a day that nobody worked.
  await signIn(page, 'planner');
  await page
    .getByRole('row', { name: /处理检查与考勤的不一致/ })
    .getByRole('link')
    .click();
  await page.waitForURL('**/attendance/checks?*');
  await settled(page);
  await page.getByRole('row', { name: who }).click();
  await page.getByRole('textbox', { name: '理由' }).fill('当日上午到区里开会，属因公');
  await page.getByRole('button', { name: '处理不一致' }).click();
  await expect(page.getByText('与考勤没有不一致')).toBeVisible();
  await page.goto('/calendar?year=2015');
  await page.getByRole('button', { name: /^2015-06-23/ }).click();
  await page.getByRole('radio', { name: '放假' }).check();
  await page.getByRole('textbox', { name: '名称' }).fill('全区防汛');
  await page.getByRole('textbox', { name: '依据或原因' }).fill('区政府通知');
  await page.getByRole('button', { name: '更正2015-06-23' }).click();
  await expect(page.getByText('放假26天')).toBeVisible();
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  await officer.page.reload();
  await expect(cellOf(officer.page, 0, 23)).toHaveText('休');
  await expect(cellOf(officer.page, 0, 9)).toHaveText('√');
  await close(officer);
});
