import { IssuedDistrict } from '../lib/issued-district.ts';
import { cellOf, close, open, pasteFromExcel, saved, take } from '../lib/sheet-page.ts';
import { axeFindings, expect, settled, signIn, test } from '../lib/test.ts';

test.use({
  seed: 'demo',
  issued: true,
  district: 'attendance',
  environment: { TODAY: '2015-07-02' },
});

interface Sheet {
  version: number;
  rows: { assignmentId: string; tier: string; cadreName: string; unfilled: string[] }[];
}

async function zhengwang(district: IssuedDistrict): Promise<string> {
  const { items } = await district.call<{ items: { townshipId: string; townshipName: string }[] }>(
    'planner',
    'GET',
    '/api/attendance/months?month=2015-06',
  );
  return items.find(({ townshipName }) => townshipName === '郑旺镇')?.townshipId ?? '';
}

test('a township’s month from its first key to the second edition', async ({ browser, system }) => {
  test.setTimeout(240_000);
  const district = await IssuedDistrict.of(system.url);
  const townshipId = await zhengwang(district);
  const path = `/attendance/${townshipId}/2015-06`;
  const { rows } = await district.call<Sheet>(
    'officer',
    'GET',
    `/api/attendance/months/${townshipId}/2015-06`,
  );

  const officer = await open(browser, system.url, 'officer', path);
  const { page } = officer;

  // The first row by keyboard: a week typed, copied, pasted into the next ones.
  await cellOf(page, 0, 1).click();
  for (let day = 1; day <= 5; day += 1) {
    await page.keyboard.press('v');
    if (day < 5) await page.keyboard.press('ArrowRight');
  }
  await expect(cellOf(page, 0, 1)).toHaveText('√');
  await cellOf(page, 0, 1).click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+c');
  for (const monday of [8, 15]) {
    await cellOf(page, 0, monday).click();
    await page.keyboard.press('Control+v');
    await expect(cellOf(page, 0, monday + 4)).toHaveText('√');
  }
  await page.keyboard.press('Control+z');
  await expect(cellOf(page, 0, 19)).toHaveText('');
  await page.keyboard.press('Control+y');
  await expect(cellOf(page, 0, 19)).toHaveText('√');
  await saved(page);

  // The others, and the rest of the first, from the office's workbook.
  const marks = rows.map(({ tier }) =>
    Array.from({ length: 30 }, (_, at) => {
      const weekday = (at % 7) + 1;
      if (weekday > 5 || at + 1 === 22) return '休';
      return tier === 'township' && weekday > 3 ? '机' : '√';
    }),
  );
  await cellOf(page, 0, 1).click();
  await pasteFromExcel(page, marks);
  await expect(cellOf(page, rows.length - 1, 30)).toHaveText('√');
  await saved(page);
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);

  // What was typed is there after a reload; everybody signed the printed rows.
  await page.reload();
  await expect(cellOf(page, rows.length - 1, 29)).toHaveText('√');
  await page.getByRole('button', { name: '全部已签字' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /记下\d+人签字/ })
    .click();
  await expect(page.getByText(`本人签字 ${rows.length}/${rows.length}`)).toBeVisible();

  const head = await open(browser, system.url, 'head', path);
  await take(head.page, '签字', '已签字');
  await page.reload();
  await take(page, '报送本月考勤', '已报送');

  // The district returns it, with a reason on a cell.
  const planner = await open(browser, system.url, 'planner', path);
  await cellOf(planner.page, 1, 2).click();
  await planner.page.getByRole('button', { name: '退回时指出这一格' }).click();
  await planner.page.getByRole('button', { name: '退回…' }).click();
  const dialog = planner.page.getByRole('dialog');
  await dialog.getByLabel('退回原因').fill('与会议签到不一致');
  await dialog.getByLabel(/2日的原因/).fill('当天在区里开会');
  await dialog.getByRole('button', { name: '退回', exact: true }).click();
  await expect(planner.page.getByText('已退回', { exact: true }).first()).toBeVisible();

  // The officer sees it by the cell, puts it right, and it goes its way again.
  await page.reload();
  await expect(page.getByText('当天在区里开会')).toBeVisible();
  await cellOf(page, 1, 2).click();
  await page.keyboard.press('w');
  await expect(cellOf(page, 1, 2)).toHaveText('外');
  await saved(page);
  await signAgain();
  await planner.page.reload();
  await take(planner.page, '确认本月考勤', '已确认');

  // Confirmed and locked; a correction makes the second edition beside it.
  await page.reload();
  await cellOf(page, 1, 3).click();
  await page.keyboard.press('p');
  await expect(cellOf(page, 1, 3)).toHaveText('√');
  await page.getByRole('button', { name: '申请更正…' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('三日参加区里培训，漏记');
  await page.getByRole('dialog').getByRole('button', { name: '申请更正' }).click();
  await expect(page.getByText('已申请更正', { exact: true }).first()).toBeVisible();
  await planner.page.reload();
  await take(planner.page, '同意更正', '已同意，考勤表重新打开');
  await page.reload();
  await cellOf(page, 1, 3).click();
  await page.keyboard.press('p');
  await expect(cellOf(page, 1, 3)).toHaveText('训');
  await saved(page);
  await signAgain();
  await planner.page.reload();
  await take(planner.page, '确认本月考勤', '已确认');
  await planner.page.getByRole('button', { name: '各版' }).click();
  const editions = planner.page.getByRole('complementary');
  await expect(editions.getByText('第3版')).toBeVisible();
  await editions.getByRole('button', { name: '与上一版不同1格' }).first().click();
  await expect(editions.getByText('训')).toBeVisible();
  await close(officer, head, planner);

  /** The row that changed is signed anew, the head signs, the officer submits. */
  async function signAgain() {
    await page.getByRole('button', { name: '记签字' }).click();
    const panel = page.getByRole('complementary');
    await panel.getByLabel('签字日期').fill('2015-07-02');
    await page.keyboard.press('Tab');
    await expect(page.getByText(`本人签字 ${rows.length}/${rows.length}`)).toBeVisible();
    await head.page.reload();
    await take(head.page, '签字', '已签字');
    await page.reload();
    await take(page, '报送本月考勤', '已报送');
  }
});

test('two officers on one sheet see each other’s cells, and a conflict cell by cell', async ({
  browser,
  system,
}) => {
  const district = await IssuedDistrict.of(system.url);
  const townshipId = await zhengwang(district);
  const path = `/attendance/${townshipId}/2015-07`;
  const [one, other] = [
    await open(browser, system.url, 'officer', path),
    await open(browser, system.url, 'officer', path),
  ];
  await cellOf(one.page, 0, 1, 2).click();
  await one.page.keyboard.press('v');
  await saved(one.page);
  await expect(cellOf(other.page, 0, 1, 2)).toHaveText('√');

  // Without a connection both go on; the later one is asked, and nothing is lost.
  await other.context.setOffline(true);
  await cellOf(other.page, 1, 1, 2).click();
  await other.page.keyboard.press('w');
  await cellOf(other.page, 2, 1, 2).click();
  await other.page.keyboard.press('v');
  await expect(other.page.getByText(/待发送|待保存/)).toBeVisible();
  await cellOf(one.page, 1, 1, 2).click();
  await one.page.keyboard.press('v');
  await saved(one.page);
  await other.context.setOffline(false);
  await other.page.getByRole('button', { name: '坚持我的' }).click();
  await saved(other.page);
  await expect(cellOf(one.page, 1, 1, 2)).toHaveText('外');
  await expect(cellOf(one.page, 2, 1, 2)).toHaveText('√');
  await close(one, other);
});

for (const timezoneId of ['Asia/Shanghai', 'UTC', 'America/Los_Angeles']) {
  test(`a day is the same day in ${timezoneId}`, async ({ browser, system }) => {
    const district = await IssuedDistrict.of(system.url);
    const townshipId = await zhengwang(district);
    const api = `/api/attendance/months/${townshipId}/2015-06`;
    const context = await browser.newContext({ baseURL: system.url, locale: 'zh-CN', timezoneId });
    const page = await context.newPage();
    await signIn(page, 'officer');
    await page.goto(`/attendance/${townshipId}/2015-06`);
    const grid = page.getByRole('grid');
    await expect(grid.getByRole('columnheader', { name: '6月1日 周一' })).toBeVisible();
    await expect(grid.getByRole('columnheader', { name: '6月30日 周二' })).toBeVisible();
    await context.close();
    // The server reckons in its own zone, and says the same days.
    const { days } = await district.call<{ days: { day: string; weekday: number }[] }>(
      'officer',
      'GET',
      api,
    );
    expect([days[0], days.at(-1)]).toMatchObject([
      { day: '2015-06-01', weekday: 1 },
      { day: '2015-06-30', weekday: 2 },
    ]);
  });
}
