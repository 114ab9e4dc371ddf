import { IssuedDistrict } from '../lib/issued-district.ts';
import { axeFindings, expect, settled, signIn, test } from '../lib/test.ts';

test.use({
  seed: 'demo',
  issued: true,
  district: 'post-life',
  environment: { TODAY: '2016-03-10' },
});

interface Post {
  id: string;
  cadreId: string;
  cadreName: string;
  unitId: string;
  villageId: string;
  villageName: string;
}

test('a cadre is called back, replaced by the suggested one, and all of it undone', async ({
  page,
  system,
}) => {
  test.setTimeout(240_000);
  const district = await IssuedDistrict.of(system.url);
  const { items } = await district.call<{ items: Post[] }>(
    'planner',
    'GET',
    '/api/assignments?tier=district&post=firstSecretary&pageSize=1',
  );
  const [post] = items;
  if (!post) throw new Error('no post');
  await district.call('planner', 'POST', '/api/cadres', {
    name: '向前进',
    unitId: post.unitId,
    idNumber: '371399198005060010',
    rank: 'deputySection',
    staffingType: 'administrative',
    speciality: 'partyBuilding',
    joinedOn: '2002-07-01',
  });

  await signIn(page, 'planner');
  await page.goto(`/assignments?row=${post.id}`);
  const panel = page.getByRole('complementary', { name: post.cadreName });

  // 调回: the panel says what will happen; the village is empty from that day.
  await panel.getByRole('button', { name: '调回', exact: true }).click();
  await panel.getByLabel('离任日期').fill('2016-03-15');
  await panel.getByLabel('文号').fill('河组发〔2016〕8号');
  await panel.getByLabel('事由').fill('工作需要');
  await expect(panel.getByText(`${post.cadreName}任职至2016-03-14`)).toBeVisible();
  await panel.getByRole('form').getByRole('button', { name: '调回' }).click();
  await expect(page.getByText(`已办理：${post.cadreName}调回`)).toBeVisible();

  await page.goto('/assignments?on=2016-03-15');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1个村没有人');
  await page.goto('/assignments?on=2016-03-14');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('189个村都有人');
  await page.goto(`/villages/${post.villageId}?on=2016-03-20`);
  await expect(page.getByText('空缺，已6天')).toBeVisible();

  // 调整人选: the one of the same unit stands first.
  await page.goto(`/assignments?row=${post.id}`);
  await panel.getByRole('button', { name: '调整人选' }).click();
  await panel.getByLabel('接任日期').fill('2016-04-01');
  await panel.getByRole('combobox', { name: '接任人选' }).click();
  const first = page.locator('.ant-select-item-option').first();
  await expect(first).toContainText('向前进');
  await expect(first).toContainText('同单位');
  await first.click();
  await panel.getByLabel('文号').fill('河组发〔2016〕9号');
  await panel.getByLabel('事由').fill('接替');
  await panel.getByRole('form').getByRole('button', { name: '调整人选' }).click();
  await expect(page.getByText(`已办理：${post.cadreName}调整人选`)).toBeVisible();
  await page.goto('/assignments?on=2016-04-01');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('189个村都有人');
  await page.goto(`/villages/${post.villageId}?on=2016-04-10`);
  await expect(page.getByText('空缺至2016-03-31，17天')).toBeVisible();
  await expect(page.getByRole('link', { name: '向前进' }).first()).toBeVisible();

  // A day other than today is for reading.
  await page.goto(`/assignments?row=${post.id}&on=2016-03-01`);
  await expect(panel.getByText('河组发〔2016〕9号').first()).toBeVisible();
  await expect(panel.getByRole('button', { name: '撤销' })).toHaveCount(0);

  // Undone from the end, one after the other.
  for (const path of [
    '/assignments/changes',
    '/assignments/warnings',
    `/assignments?row=${post.id}`,
  ]) {
    await page.goto(path);
    await settled(page);
    expect(await axeFindings(page), path).toEqual([]);
  }
  for (const event of ['调整人选', '调回']) {
    await panel.getByRole('button', { name: '撤销' }).click();
    await expect(page.getByText(`已撤销${event}`)).toBeVisible();
  }
  await expect(panel.getByRole('button', { name: '撤销' })).toHaveCount(0);
  await page.goto('/assignments?on=2016-03-20');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('189个村都有人');
});
