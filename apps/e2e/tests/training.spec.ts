import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { IssuedDistrict } from '../lib/issued-district.ts';
import { cellOf, close, open } from '../lib/sheet-page.ts';
import { smallPdf } from '../lib/small-pdf.ts';
import { axeFindings, expect, type Page, settled, signIn, signOut, test } from '../lib/test.ts';

test.use({
  ...{ seed: 'demo', issued: true, district: 'training' },
  environment: { TODAY: '2015-06-30' },
});

/** A picture that is in the repository anyway. */
const picture = resolve(import.meta.dirname, '../../../docs/pictures/coverage.png');

/** The names of the people on a list, as its rows are called. */
async function namesOf(page: Page): Promise<string[]> {
  const rows = page.getByRole('table', { name: '名单' }).locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  return rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
}

test('a session is ticked, holds its material, and stands on the attendance sheet', async ({
  browser,
  page,
  system,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'officer');
  await page.goto('/trainings?enter=1');
  await settled(page);
  const entry = page.getByRole('form', { name: '登记培训' });
  await entry.getByRole('textbox', { name: '主题' }).fill('黄桃种植技术');
  await entry.getByRole('textbox', { name: '地点' }).fill('镇农技站');
  await entry.getByRole('textbox', { name: '开始' }).fill('2015-06-09');
  await entry.getByRole('textbox', { name: '结束' }).fill('2015-06-09');
  await entry.getByRole('textbox', { name: '授课人' }).fill('区果茶站');
  await entry.getByRole('button', { name: '登记培训' }).click();
  await page.waitForURL(/\/trainings\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('黄桃种植技术：应到');

  // By keyboard: two came, the third didn't, with the reason.
  const [first = '', second = '', third = ''] = await namesOf(page);
  const row = (name: string) => page.getByRole('row', { name, exact: true });
  await row(first).focus();
  await page.keyboard.press('Enter');
  await expect(row(second)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row(third)).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('实到2人');
  const reason = page.getByRole('textbox', { name: `${third} 缺席原因` });
  await reason.fill('防汛值班');
  await reason.press('Enter');
  await expect(page.getByText('缺席1')).toBeVisible();

  // Its material: three at once, one of them refused in words before it is sent.
  await page.getByLabel('拖到这里、粘贴，或点击选择文件').setInputFiles([
    { name: '现场.png', mimeType: 'image/png', buffer: await readFile(picture) },
    { name: '课件.pdf', mimeType: 'application/pdf', buffer: smallPdf('one', 'two') },
    { name: '现场.heic', mimeType: 'image/heic', buffer: Buffer.from('heic') },
  ]);
  await expect(page.getByRole('alert')).toContainText('HEIC');
  // The page's own: the frame may tell of a sign-in from elsewhere beside it.
  await page.getByRole('main').getByRole('button', { name: '知道了' }).click();
  await page.getByRole('button', { name: /^查看 现场\.png/ }).click();
  await expect(page.getByRole('dialog').getByRole('img', { name: '现场.png' })).toBeVisible();
  await page.keyboard.press('Escape');
  // A PDF shows its first page in the list, and page by page when it is opened.
  const pdf = page.getByRole('button', { name: /^查看 课件\.pdf/ });
  await expect(pdf.locator('canvas')).toBeVisible();
  await pdf.click();
  const pages = page.getByRole('dialog').getByRole('region', { name: /课件\.pdf/ });
  await expect(pages).toContainText('one');
  await pages.press('PageDown');
  await expect(pages).toContainText('two');
  await expect(page.getByRole('dialog')).toContainText('第2页，共2页');
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);

  // The day stands on the sheet without being typed.
  const district = await IssuedDistrict.of(system.url);
  const { items } = await district.call<{ items: { townshipId: string }[] }>(
    'officer',
    'GET',
    '/api/attendance/months?month=2015-06',
  );
  const sheet = `/attendance/${items[0]?.townshipId}/2015-06`;
  await signOut(page);
  const officer = await open(browser, system.url, 'officer', sheet);
  await expect(cellOf(officer.page, 0, 9)).toHaveText('训');
  await expect(cellOf(officer.page, 1, 9)).toHaveText('训');
  await expect(cellOf(officer.page, 2, 9)).not.toHaveText('训');
  await close(officer);
});

test('an example is written, released by the district and found by a word', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'officer');
  await page.goto('/examples?write=1');
  await settled(page);
  const entry = page.getByRole('form', { name: '起草典型' });
  await entry.getByRole('textbox', { name: '题目' }).fill('一棵黄桃树带富一个村');
  await entry
    .getByRole('textbox', { name: '正文' })
    .fill('流转土地120亩，建起冷库。\n村集体增收5.6万元。');
  await entry.getByRole('button', { name: '保存' }).click();
  await page.waitForURL(/\/examples\/[0-9a-f-]{36}$/);
  await page
    .getByLabel('拖到这里、粘贴，或点击选择文件')
    .setInputFiles([{ name: '桃园.png', mimeType: 'image/png', buffer: await readFile(picture) }]);
  await expect(page.getByRole('button', { name: /^查看 桃园\.png/ })).toBeVisible();
  await page.getByRole('button', { name: '报送审核' }).click();
  await expect(page.getByText('已报送“一棵黄桃树带富一个村”。')).toBeVisible();
  await expect(page.getByText('附件不能改')).toBeVisible();
  await signOut(page);

  await signIn(page, 'planner');
  await page.goto('/examples');
  await settled(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1个待审核');
  await page.getByRole('link', { name: '一棵黄桃树带富一个村' }).click();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await expect(page.getByText('全区可见')).toBeVisible();
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  await signOut(page);

  await signIn(page, 'leader');
  await page.goto('/examples');
  await settled(page);
  await page.getByRole('textbox', { name: '题目或正文里的词' }).fill('冷库');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('典型1个');
  await page.getByRole('link', { name: '一棵黄桃树带富一个村' }).click();
  await expect(page.getByText('村集体增收5.6万元。')).toBeVisible();
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
});
