import type { Browser } from '@playwright/test';
import { IssuedDistrict } from '../lib/issued-district.ts';
import { close } from '../lib/sheet-page.ts';
import { axeFindings, expect, type Page, settled, signIn, test } from '../lib/test.ts';

test.use({
  seed: 'demo',
  issued: true,
  district: 'attendance-overview',
  environment: { TODAY: '2015-07-08' },
});

interface Sheet {
  version: number;
  days: { day: string; kind: string }[];
  rows: { assignmentId: string; cadreId: string; cadreName: string }[];
}

/** 郑旺镇's June, every workday in the village, signed and submitted; gives its people. */
async function submitJune(district: IssuedDistrict): Promise<Sheet['rows']> {
  const { items } = await district.call<{ items: { townshipId: string }[] }>(
    'officer',
    'GET',
    '/api/attendance/months?month=2015-06',
  );
  const path = `/api/attendance/months/${items[0]?.townshipId}/2015-06`;
  const read = () => district.call<Sheet>('officer', 'GET', path);
  const { days, rows } = await read();
  const worked = days.filter(({ kind }) => kind === 'workday' || kind === 'makeUp');
  await district.call('officer', 'PATCH', path, {
    changes: rows.flatMap(({ assignmentId }) =>
      worked.map(({ day }) => ({ assignmentId, day, was: null, is: 'village' })),
    ),
    entries: rows.map(({ assignmentId }) => ({
      assignmentId,
      field: 'signedOn',
      was: null,
      is: '2015-07-01',
    })),
  });
  await district.call('head', 'POST', `${path}/sign`, { version: (await read()).version });
  await district.call('officer', 'POST', `${path}/submit`, { version: (await read()).version });
  return rows;
}

async function open(browser: Browser, url: string, who: string, path: string) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  await signIn(page, who);
  await page.goto(path);
  return { page, context };
}

async function accessible(page: Page) {
  await settled(page);
  expect(await axeFindings(page), page.url()).toEqual([]);
}

test('the month over all townships: read, confirmed, compared; people of a unit', async ({
  browser,
  system,
}) => {
  const district = await IssuedDistrict.of(system.url);
  const people = await submitJune(district);

  // What waits for the planner, late first, leads to the townships.
  const planner = await open(browser, system.url, 'planner', '/');
  const { page } = planner;
  await page
    .getByRole('row', { name: /逾期未报送考勤/ })
    .getByRole('link')
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '2015年6月：10个镇街，已报送1个，已确认0个，逾期9个。',
  );
  await expect(page.getByRole('tab', { name: '逾期 9' })).toHaveAttribute('aria-selected', 'true');
  await accessible(page);

  // The submitted sheet opens with what is to be looked at.
  await page.getByRole('tab', { name: '已报送 1' }).click();
  await page.getByRole('link', { name: '郑旺镇' }).click();
  const review = page.getByRole('complementary');
  await expect(review.getByRole('heading', { name: /天数不足/ })).toBeVisible();
  await expect(review.getByText('上月没有人在任，无从对照。')).toBeVisible();
  await page.goBack();

  await page.getByRole('button', { name: '确认已报送的1个镇街' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(`将确认1个镇街${people.length}名干部的考勤`);
  await dialog.getByRole('button', { name: '确认1个镇街的考勤' }).click();
  await expect(page.getByText('已确认1个镇街的考勤。')).toBeVisible();
  await expect(page.getByRole('tab', { name: '已确认 1' })).toBeVisible();

  // Everybody on one sheet, found by name; a card from there.
  const [somebody] = people;
  await page.getByRole('link', { name: '全区名单' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2015年6月：全区255名干部。');
  await accessible(page);
  await page.getByRole('textbox', { name: '姓名、村、单位' }).fill(somebody?.cadreName ?? '');
  await expect(
    page
      .getByRole('grid')
      .getByText(somebody?.cadreName ?? '')
      .first(),
  ).toBeVisible();
  await page.goto(`/cadres/${somebody?.cadreId}/attendance`);
  await expect(page.getByRole('region', { name: '2015年6月' })).toContainText('在村21');
  await accessible(page);

  // A leader compares townships; nobody is named.
  const leader = await open(browser, system.url, 'leader', '/attendance');
  await expect(leader.page.getByRole('heading', { level: 1 })).toContainText('名达到应到天数');
  await expect(leader.page.getByRole('row', { name: /郑旺镇/ })).toContainText('100%');
  for (const { cadreName } of people) {
    await expect(leader.page.getByText(cadreName)).toHaveCount(0);
  }
  await accessible(leader.page);
  // The workbench tells the same in a line, with the way there.
  await leader.page.goto('/');
  await expect(leader.page.getByRole('listitem').filter({ hasText: '上月考勤' })).toContainText(
    /2015-06 \d+\/255人达到应驻村天数（\d+%），9个镇街未确认/,
  );

  // A liaison reads the own people, and nothing can be written.
  const liaison = await open(browser, system.url, 'liaison', '/attendance');
  await expect(liaison.page.getByRole('heading', { level: 1 })).toContainText('区财政局2015年6月');
  await expect(liaison.page.getByRole('grid')).toHaveAttribute('aria-readonly', 'true');
  await accessible(liaison.page);
  await close(planner, leader, liaison);
});
