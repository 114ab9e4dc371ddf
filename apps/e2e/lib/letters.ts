import { readFile } from 'node:fs/promises';
import { textsOf } from '../../api/src/modules/letters/testing-docx.ts';
import { axeFindings, expect, type Page, settled } from './test.ts';

/** After the issue: letters by what a planner clicks, and the .docx read back. */

export async function takeLetters(page: Page) {
  await page.goto('/assignments/letters?kind=introduction');
  await settled(page);
  const answer = page.getByRole('heading', { level: 1 });
  await expect(answer).toContainText('介绍信255份，已出具0份');
  await page.getByRole('textbox', { name: '日期' }).fill('2015-05-20');
  await seePreview(page);

  const all = await saved(page, () =>
    page.getByRole('button', { name: '出具并下载255份' }).click(),
  );
  expect(all.name).toMatch(/^介绍信 .*255份\.docx$/);
  const text = all.texts.join('\n');
  expect(text).not.toMatch(/[{}]|undefined|null|【缺/);
  expect(all.texts.filter((line) => /^介字〔2015〕\d+号$/.test(line))).toHaveLength(255);
  for (const kind of ['任职方式为任职', '任职方式为挂职']) expect(text).toContain(kind);
  await expect(answer).toContainText('介绍信255份，已全部出具');

  await memberships(page);
}

/** The letter beside the list, drawn in the page: the number comes with the making. */
async function seePreview(page: Page) {
  await page.getByRole('table').first().locator('tbody tr').first().click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByText('介字〔2015〕＿＿号')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
}

/** What is missing is named; entered for all at once, the letters say it. */
async function memberships(page: Page) {
  await page.goto('/assignments/letters?kind=membership');
  await settled(page);
  await page.getByRole('textbox', { name: '日期' }).fill('2015-05-20');
  await page.getByRole('button', { name: '出具并下载144份' }).click();
  await expect(page.getByRole('alert')).toContainText('有144份文书缺288项内容');
  await page.getByRole('textbox', { name: '党费交至' }).fill('2015-05');
  await page.getByRole('spinbutton', { name: '有效期' }).fill('30');
  await page.getByRole('button', { name: '填入144人' }).click();
  await expect(page.getByText('已填入144人。')).toBeVisible();
  const { texts } = await saved(page, () =>
    page.getByRole('button', { name: '出具并下载144份' }).click(),
  );
  const text = texts.join('\n');
  expect(text).not.toMatch(/[{}]|undefined|null|【缺/);
  expect(text.match(/党费已交至2015年5月/g)).toHaveLength(144);
  expect(text.match(/党员组织关系介绍信回执/g)).toHaveLength(144);
}

async function saved(page: Page, act: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), act()]);
  const bytes = await readFile((await download.path()) ?? '');
  return { name: download.suggestedFilename(), texts: await textsOf(bytes) };
}
