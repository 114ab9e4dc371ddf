import { choose } from './choose.ts';
import { expect, type Page, signIn, signOut } from './test.ts';

/** The steps of the main job, by what a person can click and type; both districts take them. */

/** All of it on the sample district, with both signatures; ends on the list of assignments. */
export async function fromSampleToIssued(page: Page) {
  await signIn(page, 'planner');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('9名不符合条件');
  await page.getByRole('button', { name: '处理9名不符合人选' }).click();
  await settleTheNine(page);

  await page.getByRole('link', { name: '覆盖', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('189个村全部覆盖');

  await solveNewPlan(page);
  await exchangeAndUndo(page);
  await recordApproval(page);
  await signOut(page);

  await signIn(page, 'office');
  await confirmIssue(page);
  await signOut(page);

  await signIn(page, 'planner');
  await page.getByRole('button', { name: '印发方案' }).click();
  await issue(page);

  await page.getByRole('link', { name: '任职', exact: true }).click();
  await expect(page.getByText(/255/).first()).toBeVisible();
}

/** The eight whose file shows an earlier date: joined and full member, as the file has them. */
const corrections = [
  ['尹军建', '2011-03', '2012-03'],
  ['武娟超', '2012-01', '2013-01'],
  ['史磊', '2010-11', '2011-11'],
  ['郑艳玉', '2011-11', '2012-11'],
  ['邓浩秀', '2011-11', '2012-11'],
  ['卢平秀', '2011-09', '2012-09'],
  ['叶丽强', '2010-07', '2011-07'],
  ['史凯斌', '2012-11', '2013-11'],
] as const;

/** 查档更正 for eight, 更换人选 for 万云洋 with somebody who is new to the register. */
export async function settleTheNine(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toContainText('9名不符合');
  for (const [name, joined, full] of corrections) {
    await page
      .getByRole('row', { name: new RegExp(name) })
      .getByRole('button', { name: '查档更正' })
      .click();
    const panel = page.getByRole('complementary', { name: new RegExp(name) });
    await panel.getByRole('textbox', { name: '入党时间' }).fill(joined);
    await panel.getByRole('textbox', { name: '转正时间' }).fill(full);
    await panel.getByRole('textbox', { name: '依据材料' }).fill('入党志愿书，干部档案第六类');
    await panel.getByRole('button', { name: '按档案更正并重新判定' }).click();
    await expect(page.getByRole('row', { name: new RegExp(`^不符合 ${name}`) })).toHaveCount(0);
  }
  await page
    .getByRole('row', { name: /万云洋/ })
    .getByRole('button', { name: '更换人选' })
    .click();
  const panel = page.getByRole('complementary', { name: /万云洋/ });
  await panel.getByText('录入新干部').click();
  await panel.getByRole('textbox', { name: '姓名' }).fill('丁一鸣');
  await panel.getByRole('textbox', { name: '身份证号' }).fill('371399198405120411');
  await panel.getByRole('textbox', { name: '现任职务' }).fill('预算科科长');
  await choose(panel.getByRole('combobox', { name: '职级' }), '副科级');
  await choose(panel.getByRole('combobox', { name: '编制性质' }), '行政');
  await choose(panel.getByRole('combobox', { name: '专业特长' }), '资金项目');
  await panel.getByRole('textbox', { name: '入党时间' }).fill('2006-07');
  await panel.getByRole('textbox', { name: '转正时间' }).fill('2007-07');
  await panel.getByRole('textbox', { name: '联系电话' }).fill('19900000999');
  await panel.getByRole('textbox', { name: '更换理由' }).fill('入党时间经核对无误，另报人选');
  await panel.getByRole('button', { name: '更换万云洋' }).click();
  // A check digit that doesn't fit is said beside the field, and what was typed stays.
  await expect(panel.getByText(/校验码/)).toBeVisible();
  const said = await panel.getByText(/校验码/).textContent();
  const digit = /应为\s*([\dX])/.exec(said ?? '')?.[1] ?? '';
  await panel.getByRole('textbox', { name: '身份证号' }).fill(`37139919840512041${digit}`);
  await panel.getByRole('button', { name: '更换万云洋' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('255名人选都符合');
}

/** A new plan, solved: every place filled. */
export async function solveNewPlan(page: Page) {
  await page.getByRole('link', { name: '方案', exact: true }).click();
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.getByRole('button', { name: '测算', exact: true }).click();
  await expect(page.getByText('255/255')).toBeVisible({ timeout: 30_000 });
}

/** An exchange by keyboard and its undoing: what it changes is shown before it is done. */
export async function exchangeAndUndo(page: Page) {
  const score = page.getByRole('heading', { level: 1 });
  const before = await score.textContent();
  const place = page.getByRole('gridcell', { name: /相公一村 副书记/ });
  await place.click();
  await expect(page.getByRole('tab', { name: /可对调/ })).toBeVisible();
  await place.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText('现在 → 安排后')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/已对调/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(score).toHaveText(before ?? '');
}

export async function recordApproval(page: Page, date = '2015-04-24') {
  await page.getByRole('button', { name: '采用本方案' }).click();
  await page.getByRole('textbox', { name: '会议' }).fill('区委常委会第12次会议');
  await page.getByRole('textbox', { name: '审定日期' }).fill(date);
  await page.getByRole('textbox', { name: '纪要编号' }).fill('河委纪要〔2015〕12号');
  await page.getByRole('textbox', { name: '印发文号' }).fill('河组发〔2015〕18号');
  await page.getByRole('button', { name: '登记审定' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('等待选派办确认');
}

export async function confirmIssue(page: Page) {
  await page.getByRole('button', { name: /确认/ }).first().click();
  await page.getByRole('button', { name: '确认方案' }).click();
  await page.getByRole('button', { name: '确认无误' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('可以印发');
}

export async function issue(page: Page) {
  await page.getByRole('button', { name: '印发255名任职安排' }).click();
  await expect(page.getByText(/将印发255名干部任职安排，涉及73个区直单位、10个镇街/)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: '印发255名任职安排' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已印发');
}
