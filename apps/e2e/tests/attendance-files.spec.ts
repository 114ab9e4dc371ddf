import type { Page } from '@playwright/test';
import { IssuedDistrict } from '../lib/issued-district.ts';
import { cellOf } from '../lib/sheet-page.ts';
import { axeFindings, expect, settled, signIn, test } from '../lib/test.ts';

test.use({
  seed: 'demo',
  issued: true,
  district: 'attendance-files',
  environment: { TODAY: '2015-07-02' },
});

interface Sheet {
  rows: { tier: string; cadreName: string; villageName: string; unfilled: string[] }[];
}

const month = '2015-06';
const days = Array.from({ length: 30 }, (_, at) => at + 1);

/** The office's own sheet as text: marks of the usual kinds, halves, and one sign that only it knows. */
function officeSheet({ rows }: Sheet): Buffer {
  const lines = rows.map(({ tier, cadreName, villageName, unfilled }, at) => {
    const open = new Set(unfilled.map((day) => Number(day.slice(8))));
    const own = tier === 'district' ? '✓' : '机关';
    const markOf = (day: number) => {
      if (at === 0 && day === 2) return '★';
      return day % 4 === 1 ? `${own}/外` : own;
    };
    const marks = days.map((day) => (open.has(day) ? markOf(day) : ''));
    return [at + 1, villageName, cadreName, ...marks].join(',');
  });
  return Buffer.from(
    [
      '郑旺镇选派干部2015年6月考勤表',
      ['序号', '村', '姓名', ...days.map((day) => `${day}日`)].join(','),
      ...lines,
      '注：✓在村 机关 ★防汛',
    ].join('\n'),
  );
}

/** Sides of the paper that the page prints on, and their sizes in points. */
async function printed(page: Page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
  return boxes.map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))]);
}

test('an office’s sheet comes in, and goes out on paper, a side for twenty', async ({
  page,
  system,
}) => {
  test.setTimeout(240_000);
  const district = await IssuedDistrict.of(system.url);
  const { items } = await district.call<{ items: { townshipId: string; townshipName: string }[] }>(
    'planner',
    'GET',
    `/api/attendance/months?month=${month}`,
  );
  const townshipId = items.find(({ townshipName }) => townshipName === '郑旺镇')?.townshipId;
  const path = `/attendance/${townshipId}/${month}`;
  const sheet = await district.call<Sheet>(
    'officer',
    'GET',
    `/api/attendance/months/${townshipId}/${month}`,
  );

  await signIn(page, 'officer');
  await page.goto(path);
  await page.getByRole('button', { name: '导入和汇总' }).click();
  await page.getByRole('menuitem', { name: /导入考勤表/ }).click();
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  const file = { name: '6月考勤.csv', mimeType: 'text/csv', buffer: officeSheet(sheet) };
  await page.locator('input[type=file]').setInputFiles(file);

  // The sign that only this office knows is asked for once.
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toContainText('1行有问题');
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByLabel('“★”对应的符号').click();
  await page.getByTitle('外 因村外出').click();
  await expect(title).toHaveText(`读到${sheet.rows.length}行：${sheet.rows.length}行新增。`);
  await page.getByRole('button', { name: `写入${sheet.rows.length}名干部的考勤` }).click();
  await page.getByRole('button', { name: '去看考勤表' }).click();
  await expect(page).toHaveURL(new RegExp(path));
  await expect(cellOf(page, 0, 2)).toHaveText('外');

  await page.getByRole('button', { name: '打印' }).click();
  await expect(title).toContainText(`${sheet.rows.length}名干部，A4横向2页`);
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  expect(sheet.rows.length).toBe(40);
  expect(await printed(page)).toEqual([
    [842, 595],
    [842, 595],
  ]);

  await page.goto('/attendance/summary?year=2015');
  await expect(title).toContainText(`2015年：${sheet.rows.length}名干部`);
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
});
