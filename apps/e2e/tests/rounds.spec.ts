import { boxOf, choose } from '../lib/choose.ts';
import { axeFindings, expect, settled, signIn, signOut, test } from '../lib/test.ts';

test.use({
  ...{ seed: 'demo', issued: true, district: 'rounds' },
  environment: { TODAY: '2016-01-15' },
});

test('a round is opened, teams get villages but for those they step back from', async ({
  page,
}) => {
  test.setTimeout(120_000);

  // The office prepares last year's round, sees who would be in it, and opens it.
  await signIn(page, 'office');
  await page.goto('/evaluations/annual?panel=new');
  await settled(page);
  const form = page.getByRole('form', { name: '准备考核' });
  await expect(form.getByRole('spinbutton', { name: '年度' })).toHaveValue('2015');
  await form.getByRole('textbox', { name: '测评问题' }).fill('工作实效\n廉洁自律');
  await form.getByRole('button', { name: '准备考核' }).click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('2015年度考核准备中，144名在考核期内任职。');
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '开始考核144名' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '开始考核144名' }).click();
  await expect(heading).toHaveText('2015年度考核，144名：0名已提建议，144名未完。');
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  const round = page.url().split('?')[0] ?? '';

  // Somebody of 郑旺镇 is of the evaluator's own unit.
  await page
    .getByRole('searchbox')
    .or(page.getByRole('textbox', { name: '姓名、村名' }))
    .first()
    .fill('大尤家村');
  const first = page.getByRole('row').filter({ hasText: '大尤家村' }).first();
  await expect(first).toBeVisible();
  const [, name = '', unit = ''] = await first.getByRole('cell').allTextContents();
  await page.goto('/evaluations/ties?panel=new');
  await settled(page);
  await choose(boxOf(page, '考核人员'), '周立新');
  await choose(boxOf(page, '单位'), unit);
  await page.getByRole('form').getByRole('button', { name: '登记回避关系' }).click();
  await expect(heading).toHaveText('登记了1项回避关系。');

  // The whole township is refused with the pair's names; without that village it is taken.
  await page.goto(`${round}/teams?panel=new`);
  await settled(page);
  const team = page.getByRole('form', { name: '建立考核组' });
  await team.getByRole('textbox', { name: '组名' }).fill('第一组');
  await choose(boxOf(page, '人员'), '周立新');
  await choose(boxOf(page, '整个镇街'), '郑旺镇');
  await team.getByRole('button', { name: '建立考核组' }).click();
  await expect(team).toContainText(`周立新与大尤家村${name}应当回避：同属${unit}。`);
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  const refused = (await team.locator('.ant-form-item-explain-error').allTextContents()).join();
  const tags = team.locator('.ant-select-selection-item', { hasText: '郑旺镇' });
  const given = (await tags.allTextContents()).map((tag) => tag.replace('郑旺镇 ', ''));
  const apart = given.filter((village) => refused.includes(village));
  for (const village of apart) {
    await tags.filter({ hasText: village }).locator('.ant-select-selection-item-remove').click();
  }
  await team.getByRole('button', { name: '建立考核组' }).click();
  const left = given.length - apart.length;
  await expect(heading).toHaveText(`1个组分了${left}村，${72 - left}村未分。`);
  await signOut(page);

  // The evaluator finds the villages on the workbench, sees these people and nobody else.
  await signIn(page, 'evaluator');
  const task = page.getByRole('row', { name: /到村考核/ });
  await expect(task).toContainText(`2015年度考核还有${left}村${2 * left}名`);
  await page.goto(round);
  await expect(heading).toHaveText(`2015年度考核，${2 * left}名：0名已提建议，${2 * left}名未完。`);
  await settled(page);
  await expect(page.getByRole('row').filter({ hasText: '大尤家村' })).toHaveCount(0);
  await page
    .getByRole('row')
    .filter({ hasText: given.find((village) => !apart.includes(village)) ?? '' })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: '事实支持' })).toBeVisible();
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  await expect(page.getByRole('button', { name: '登记奖惩' })).toHaveCount(0);
});
