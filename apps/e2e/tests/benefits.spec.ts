import { gradedDistrict, replaced } from '../lib/graded-district.ts';
import { axeFindings, expect, settled, signIn, test } from '../lib/test.ts';

test.use({
  ...{ seed: 'demo', issued: true, district: 'benefits' },
  environment: { TODAY: '2017-01-03' },
});

let posts: Awaited<ReturnType<typeof gradedDistrict>>['posts'] = [];
test.beforeAll(async ({ system }) => {
  ({ posts } = await gradedDistrict(system.url));
});

test('a person with two 优秀 uses the bonus once, and a second use is refused', async ({
  page,
}) => {
  test.setTimeout(90_000);
  const name = posts[0]?.cadreName ?? '';
  await signIn(page, 'office');
  await page.goto('/benefits?standings=open');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('可享受竞争上岗加分1名');
  await page.getByRole('row', { name }).click();
  await page.getByRole('button', { name: '认定表现突出' }).click();
  const confirming = page.getByRole('dialog');
  await confirming.getByRole('textbox', { name: '理由' }).fill('社区建设走在全区前列');
  await confirming.getByRole('textbox', { name: '文号' }).fill('河选办〔2016〕9号');
  await confirming.getByRole('button', { name: '认定表现突出' }).click();
  await expect(page.getByText('已认定表现突出，可加7%。')).toBeVisible();
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);

  // The calculator is exact, and the use is recorded with it.
  const use = page.getByRole('form', { name: '登记享受加分' });
  await use.getByRole('textbox', { name: '个人综合得分' }).fill('86.35');
  await expect(use.getByText('86.35 ×（1 + 7%）= 92.3945')).toBeVisible();
  await use.getByRole('textbox', { name: '竞争岗位（场次）' }).fill('办公室主任竞争上岗');
  await use.getByRole('textbox', { name: '文号' }).fill('财党组〔2016〕30号');
  // Somebody else has the page open as well.
  const other = await page.context().newPage();
  await other.goto(page.url());
  const late = other.getByRole('form', { name: '登记享受加分' });
  await late.getByRole('textbox', { name: '个人综合得分' }).fill('80');
  await late.getByRole('textbox', { name: '竞争岗位（场次）' }).fill('人事科长竞争上岗');
  await late.getByRole('textbox', { name: '文号' }).fill('财党组〔2016〕31号');
  await use.getByRole('button', { name: '登记享受加分' }).click();
  await expect(page.getByText(`已登记${name}享受加分7%。`)).toBeVisible();
  await late.getByRole('button', { name: '登记享受加分' }).click();
  await expect(late.getByText('本条政策只享受一次')).toBeVisible();
  await other.close();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '打印加分证明' }).click();
  expect((await download).suggestedFilename()).toContain(`加分证明（${name}）`);
  // Whoever entered it has another person void it.
  await expect(page.getByRole('button', { name: '作废登记' })).toHaveCount(0);
});

test('the six thousand of a place are shared in a year with a replacement', async ({
  page,
  system,
}) => {
  test.setTimeout(90_000);
  const last = posts.at(-1);
  if (!last) throw new Error('nobody in post');
  const next = await replaced(system.url, last, '2016-12-01');
  await signIn(page, 'liaison');
  await expect(page.getByRole('row', { name: /拨付工作经费/ })).toBeVisible();
  await page.goto('/benefits/expenses');
  await page.getByRole('row', { name: '区财政局' }).click();
  const people = page.getByRole('table', { name: '干部' });
  // 183 and 182 of 365 days.
  await expect(people.getByRole('row', { name: new RegExp(`^${last.cadreName}`) })).toContainText(
    '3,008.22',
  );
  await expect(people.getByRole('row', { name: new RegExp(`^${next}`) })).toContainText('2,991.78');
  await page.getByRole('button', { name: '登记拨付' }).click();
  const pay = page.getByRole('form', { name: '登记拨付' });
  await pay.getByRole('textbox', { name: '户名' }).fill(last.cadreName);
  await pay.getByRole('textbox', { name: '账号' }).fill('9136000012345678');
  await pay.getByRole('textbox', { name: '凭证号' }).fill('记-12');
  await pay.getByRole('button', { name: '登记拨付' }).click();
  await expect(pay.getByText('工作经费不付个人账户')).toBeVisible();
  await pay.getByRole('textbox', { name: '户名' }).fill('养马庄村经济合作社');
  await pay.getByRole('button', { name: '登记拨付' }).click();
  await expect(page.getByRole('table', { name: '拨付' })).toContainText('记-12');
  await page.getByRole('button', { name: '登记使用' }).click();
  const spend = page.getByRole('form', { name: '登记使用' });
  await spend.getByRole('textbox', { name: '金额' }).fill('99999');
  await spend.getByRole('textbox', { name: '内容' }).fill('往返交通');
  await spend.getByRole('textbox', { name: '凭证号' }).fill('记-13');
  await spend.getByRole('button', { name: '登记使用' }).click();
  await expect(spend.getByText('使用合计不能多于已拨付合计。')).toBeVisible();
  await spend.getByRole('textbox', { name: '金额' }).fill('200');
  await spend.getByRole('button', { name: '登记使用' }).click();
  await expect(page.getByRole('table', { name: '使用' })).toContainText('往返交通');
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
});
