import { boxOf, choose } from '../lib/choose.ts';
import { IssuedDistrict } from '../lib/issued-district.ts';
import { axeFindings, expect, settled, signIn, signOut, test } from '../lib/test.ts';

test.use({ issued: true, district: 'support', environment: { TODAY: '2015-06-30' } });

interface Post {
  id: string;
  version: number;
  villageId: string;
  villageName: string;
}

/** The liaison's unit gets a village where the officer has an account: two people change places. */
async function villageOf(district: IssuedDistrict): Promise<Post> {
  const posts = async (who: string) => {
    const query = 'on=2015-06-30&tier=district&pageSize=200';
    const found = await district.call<{ items: Post[] }>(who, 'GET', `/api/assignments?${query}`);
    return found.items;
  };
  const [[own], [other]] = [await posts('liaison'), await posts('officer')];
  if (!own || !other) throw new Error('nobody is in post');
  await district.call('planner', 'POST', `/api/assignments/${own.id}/exchange`, {
    ...{ withId: other.id, withVersion: other.version, version: own.version },
    ...{ from: '2015-06-15', documentNumber: '河组发〔2015〕22号', reason: '工作需要' },
  });
  return other;
}

test('help is reported and confirmed, a project paid for, and the balance shows both', async ({
  page,
  system,
}) => {
  const district = await IssuedDistrict.of(system.url);
  const { villageId, villageName } = await villageOf(district);

  // The liaison reports what the unit did.
  await signIn(page, 'liaison');
  await page.goto('/support/help');
  await page.getByRole('button', { name: '登记帮扶' }).click();
  const entry = page.getByRole('form', { name: '登记帮扶' });
  await choose(boxOf(page, '村'), villageName);
  await choose(boxOf(page, '帮扶方'), '区财政局');
  await entry.getByText('已办', { exact: true }).click();
  await entry.getByRole('textbox', { name: '事项' }).fill('资助修路');
  await entry.getByRole('textbox', { name: '金额' }).fill('20000');
  await entry.getByRole('textbox', { name: '办理日期' }).fill('2015-06-25');
  await entry.getByRole('textbox', { name: '办理情况' }).fill('款已拨到镇经管站');
  await entry.getByRole('button', { name: '上报办理情况' }).click();
  await expect(page.getByText('已上报区财政局的帮扶，待镇街确认。')).toBeVisible();
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  await signOut(page);

  // The officer finds it on the workbench and confirms it.
  await signIn(page, 'officer');
  await expect(page.getByText('1项帮扶待确认')).toBeVisible();
  await page
    .getByRole('row', { name: /确认帮扶/ })
    .getByRole('link')
    .click();
  await page.waitForURL('**/support/help?*');
  await page.getByRole('row', { name: '区财政局' }).click();
  await page.getByRole('button', { name: '确认帮扶' }).click();
  await expect(page.getByText('已确认区财政局的帮扶。')).toBeVisible();

  // And makes a project of the village with its sources and milestones, paid for to the cent.
  await page.goto(`/support/projects?enter=1&village=${villageId}`);
  const form = page.getByRole('form', { name: '登记项目' });
  await form.getByRole('textbox', { name: '项目' }).fill('村内道路硬化');
  await form.getByRole('textbox', { name: '用途' }).fill('硬化主街1.2公里');
  await form.getByRole('button', { name: '加一个来源' }).click();
  await choose(boxOf(page, '来源类别'), '派出单位');
  await choose(boxOf(page, '具体来源'), '区财政局');
  await form.getByRole('textbox', { name: '计划金额' }).fill('50000');
  await form.getByRole('button', { name: '加一个节点' }).click();
  await form.getByRole('textbox', { name: '节点名称' }).fill('完工');
  await form.getByRole('textbox', { name: '应完成' }).fill('2015-06-20');
  await form.getByRole('button', { name: '保存项目' }).click();
  await page.waitForURL('**/support/projects/*-*');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('计划50,000元');
  await page.getByRole('button', { name: '登记到位' }).click();
  const received = page.getByRole('form', { name: '登记到位' });
  await received.getByRole('textbox', { name: '金额' }).fill('30000.5');
  await received.getByRole('textbox', { name: '凭证号' }).fill('收-3');
  await received.getByRole('button', { name: '登记到位' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('到位30,000.50元');
  await page.getByRole('button', { name: '登记支出' }).first().click();
  const spent = page.getByRole('form', { name: '登记支出' });
  await spent.getByRole('textbox', { name: '金额' }).fill('12000');
  await spent.getByRole('textbox', { name: '凭证号' }).fill('付-8');
  await spent.getByRole('button', { name: '登记支出' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('支出12,000元');
  await page.getByRole('button', { name: '开工', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '开工', exact: true }).click();
  await expect(page.getByText('在建 滞后')).toBeVisible();
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);

  // The balance has both, once, and the infrastructure that was spent.
  await page.getByRole('link', { name: `郑旺镇 ${villageName}` }).click();
  await page.waitForURL(`**/villages/${villageId}/support`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('累计帮扶5.00万元');
  await expect(page.getByText('2015年 12,000元')).toBeVisible();
  await expect(page.getByRole('row', { name: /区财政局 派出单位 50,000.50/ })).toBeVisible();
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  await page.goto('/support?sort=-total');
  await expect(page.getByRole('row', { name: villageName }).first()).toBeVisible();
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
});
