import { choose } from '../lib/choose.ts';
import { IssuedDistrict } from '../lib/issued-district.ts';
import { axeFindings, expect, settled, signIn, signOut, test } from '../lib/test.ts';

test.use({ seed: 'demo', issued: true, district: 'replan', environment: { TODAY: '2016-03-10' } });

interface Post {
  cadreId: string;
  cadreName: string;
  unitId: string;
  unitName: string;
  villageName: string;
}

interface Nomination {
  id: string;
  name: string;
  batchId: string;
}

test('three drop out, others of their units are named, and a re-plan is issued', async ({
  page,
  system,
}) => {
  test.setTimeout(300_000);
  const district = await IssuedDistrict.of(system.url);
  const { items: posts } = await district.call<{ items: Post[] }>(
    'planner',
    'GET',
    '/api/assignments?tier=district&pageSize=200',
  );
  const units = new Map(posts.map((post) => [post.unitId, post]));
  // The liaison of the demo is of this unit.
  const first = posts.find(({ unitName }) => unitName === '区财政局');
  if (!first) throw new Error('no post');
  const others = [...units.values()].filter(({ unitId }) => unitId !== first.unitId).slice(0, 2);
  const { items: batches } = await district.call<{ items: { id: string }[] }>(
    'planner',
    'GET',
    '/api/batches',
  );
  const nominations = `/api/batches/${batches[0]?.id}/nominations`;
  const names = ['向前进', '方圆', '史一鸣'];
  const idNumbers = ['371399198005060010', '371399198005060029', '371399198005060037'];
  for (const [at, post] of [first, ...others].entries()) {
    await district.call('planner', 'POST', '/api/cadres', {
      name: names[at],
      unitId: post.unitId,
      idNumber: idNumbers[at],
      rank: 'deputySection',
      staffingType: 'administrative',
      speciality: 'partyBuilding',
      joinedOn: '2002-07-01',
    });
  }
  const nominationOf = async ({ cadreName, cadreId }: Post) => {
    const path = `${nominations}?q=${encodeURIComponent(cadreName)}`;
    const { items } = await district.call<{
      items: (Nomination & { cadreId: string; version: number; unitName: string })[];
    }>('planner', 'GET', path);
    const found = items.find((one) => one.cadreId === cadreId);
    if (!found) throw new Error(`${cadreName} isn't named`);
    return found;
  };
  // The first by the page, the other two by the API.
  const nominee = await nominationOf(first);
  for (const [at, post] of others.entries()) {
    const { id, version } = await nominationOf(post);
    await district.call('planner', 'POST', `${nominations}/${id}/withdraw`, {
      reason: '工作调动',
      version,
    });
    const { items } = await district.call<{ items: { id: string; name: string }[] }>(
      'planner',
      'GET',
      `/api/cadres?q=${encodeURIComponent(names[at + 1] ?? '')}`,
    );
    const cadreId = items.find(({ name }) => name === names[at + 1])?.id;
    await district.call('planner', 'POST', nominations, { cadreId, category: 'sectionCadre' });
  }

  // 退出人选, and 提名 of somebody of the same unit.
  await signIn(page, 'planner');
  await page.goto(`/batch/eligibility?row=${nominee.id}`);
  const panel = page.getByRole('complementary', { name: first.cadreName });
  await panel.getByLabel('退出原因').fill('因病');
  await panel.getByRole('button', { name: `${first.cadreName}退出人选` }).click();
  await expect(page.getByText(`${first.cadreName}已退出人选`)).toBeVisible();
  await expect(panel.getByText(`在${first.villageName}的任职仍然有效`)).toBeVisible();
  await page.getByRole('button', { name: '提名', exact: true }).click();
  const naming = page.getByRole('complementary', { name: '提名人选' });
  await choose(naming.getByRole('combobox', { name: '单位', exact: true }), nominee.unitName);
  await naming.getByText('从名册选').click();
  await choose(naming.getByRole('combobox', { name: '干部' }), '向前进');
  await naming.getByRole('combobox', { name: '选派类别' }).click();
  await page.keyboard.press('Enter');
  await naming.getByRole('button', { name: '提名' }).click();
  await expect(page.getByText('已提名向前进')).toBeVisible();

  // 重排 from the first of April: who is in force, less the three.
  await page.goto('/plans');
  await page.getByRole('button', { name: '重排' }).click();
  const begin = page.getByRole('complementary', { name: '重排在任岗位' });
  await begin.getByLabel('变动自哪一天起').fill('2016-04-01');
  await begin.getByRole('button', { name: '开始重排' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已排252/255');
  await page.getByRole('button', { name: '重新测算' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('分', { timeout: 90_000 });

  // The list of who moves and why, before the issue.
  await page.getByRole('link', { name: '变动', exact: true }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    /自2016-04-01起：离任3名，新任3名，换岗[0-2]名/,
  );
  await expect(page.getByText(/^退出人选：因病。.+由.+接任。$/)).toBeVisible();
  await settled(page);
  expect(await axeFindings(page), 'changes').toEqual([]);

  // 征求意见: all who are concerned at once; the liaison of one unit sees the own people alone.
  await page.getByRole('link', { name: '征求意见' }).last().click();
  await page.getByRole('button', { name: /^向\d+家征求意见$/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('待处理异议0家');
  await page.getByRole('row', { name: /区纪委监委/ }).click();
  const asked = page.getByRole('complementary', { name: '区纪委监委' });
  await asked.getByText('有异议', { exact: true }).click();
  await asked.getByLabel('意见内容').fill('一人情况待核');
  await asked.getByRole('button', { name: '登记答复' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('待处理异议1家');
  await settled(page);
  expect(await axeFindings(page), 'consultation').toEqual([]);
  await asked.getByLabel('处理情况').fill('已核实，无问题');
  await asked.getByRole('button', { name: '处理异议' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('待处理异议0家');

  // A liaison sees the own people of the proposal alone, and answers for the unit.
  await page.waitForURL('**/consultation*');
  const board = page.url().replace(/\/consultation.*$/, '');
  await signOut(page);
  await signIn(page, 'liaison');
  await page.goto('/consultations');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('有1份待答复');
  await settled(page);
  expect(await axeFindings(page), 'own consultations').toEqual([]);
  await page.getByRole('table').locator('tbody tr').first().click();
  const own = page.getByRole('complementary', { name: '区财政局' });
  await expect(own.getByText('向前进')).toBeVisible();
  await own.getByRole('button', { name: '登记答复' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('没有待答复');
  await signOut(page);
  await signIn(page, 'planner');
  await page.goto(board);

  // Approved by one, confirmed by another, issued; the step before stands in the form.
  await page.getByRole('link', { name: '印发', exact: true }).last().click();
  await page.waitForURL('**/publication');
  const address = page.url();
  await expect(page.getByLabel('情况')).toHaveValue(/^征求\d+家意见：/);
  await page.getByLabel('会议').fill('区委常委会第20次会议');
  await page.getByLabel('审定日期').fill('2016-03-10');
  await page.getByLabel('纪要编号').fill('河委纪要〔2016〕5号');
  await page.getByLabel('印发文号').fill('河组发〔2016〕11号');
  await page.getByRole('button', { name: '登记审定' }).click();
  await expect(page.getByText('已登记审定，文号河组发〔2016〕11号')).toBeVisible();
  await signOut(page);
  await signIn(page, 'office');
  await page.goto(address);
  await page.getByRole('button', { name: '确认方案' }).click();
  await page.getByRole('button', { name: '确认无误' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已审定并确认');
  await signOut(page);
  await signIn(page, 'planner');
  await page.goto(address);
  await page.getByRole('button', { name: /^印发\d+项任职变动$/ }).click();
  const sure = page.getByRole('dialog');
  await expect(sure).toContainText('将自2016-04-01起变动任职：离任3名，新任3名');
  await sure.getByRole('button', { name: /^印发\d+项任职变动$/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已印发');

  // Every village has its people on the day before and on the day.
  for (const day of ['2016-03-31', '2016-04-01']) {
    await page.goto(`/assignments?on=${day}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('189个村都有人');
  }
  await page.goto('/assignments?on=2016-04-01&q=向前进');
  await expect(page.getByRole('table').getByText('向前进').first()).toBeVisible();
});
