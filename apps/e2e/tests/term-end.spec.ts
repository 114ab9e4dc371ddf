import { type TermEndPost, termEndDistrict } from '../lib/term-end-district.ts';
import {
  axeFindings,
  expect,
  type Page,
  settled,
  signIn,
  signOut,
  test,
  visit,
} from '../lib/test.ts';

test.use({
  ...{ seed: 'demo', issued: true, district: 'term-end' },
  environment: { TODAY: '2017-05-25' },
});

const dialog = (page: Page) => page.getByRole('dialog');
const rowOf = (page: Page, { cadreName, villageName }: TermEndPost) =>
  page.getByRole('row').filter({ hasText: cadreName }).filter({ hasText: villageName });

/** Opens a person of the round, presses a button there, fills the dialog, and presses the same in it. */
async function act(page: Page, person: TermEndPost, name: RegExp, fields: Record<string, string>) {
  const panel = page.getByRole('complementary', { name: person.cadreName });
  if (!(await panel.isVisible())) await rowOf(page, person).click();
  await panel.getByRole('button', { name }).click();
  for (const [label, value] of Object.entries(fields)) {
    await dialog(page).getByLabel(label, { exact: true }).fill(value);
    if (/日期/.test(label)) await page.keyboard.press('Tab');
  }
  await dialog(page).getByRole('button', { name }).click();
  await expect(dialog(page)).toHaveCount(0);
  await settled(page);
}

test('an end-of-term round leads to a commendation; whoever isn’t done stays', async ({
  page,
  system,
}) => {
  test.setTimeout(120_000);
  const { done, undone, prepareRound, putUp } = await termEndDistrict(system.url);
  const heading = page.getByRole('heading', { level: 1 });
  const row = (one: TermEndPost) => rowOf(page, one);

  // The office opens the round of both tiers, and enters what the sending Party committee wrote.
  await signIn(page, 'office');
  await visit(page, '/evaluations/term?panel=new');
  await page
    .getByRole('form', { name: '准备考核' })
    .getByRole('button', { name: '准备考核' })
    .click();
  await expect(heading).toHaveText('期满考核准备中，255名在考核期内任职。');
  await page.getByRole('button', { name: '开始考核255名' }).click();
  await dialog(page).getByRole('button', { name: '开始考核255名' }).click();
  await expect(heading).toHaveText('期满考核，255名：0名已提建议，255名未完。');
  const round = new URL(page.url()).pathname;
  const roundId = round.split('/').at(-1) ?? '';
  await prepareRound(roundId);
  await visit(page, `${round}/review`);
  await act(page, done, /^登记步骤/, {
    ...{ 日期: '2017-05-10', 办理人或机关: `${done.unitName}党组`, 内容: '同意评为优秀' },
  });
  const way = page.getByRole('list', { name: '经过' });
  await expect(way).toContainText('派出单位党（工）委意见');
  await expect(way).toContainText(`${done.unitName}党组 · 同意评为优秀`);
  await signOut(page);

  // The evaluator proposes what the reached targets support.
  await signIn(page, 'evaluator');
  await visit(page, `${round}/entry`);
  await page.getByRole('button', { name: new RegExp(done.cadreName) }).click();
  const grade = page.getByRole('region', { name: '等次', exact: true });
  await expect(grade).toContainText('事实支持：优秀');
  await grade.getByText('优秀', { exact: true }).last().click();
  await grade.getByRole('button', { name: '提交优秀建议' }).click();
  await expect(page.getByText(`${done.cadreName}已提优秀建议`)).toBeVisible();
  await signOut(page);

  // Another person checks it, and decides after the public notice.
  await signIn(page, 'planner');
  await visit(page, `${round}/review`);
  await act(page, done, /^审核/, {});
  await expect(row(done)).toContainText('已审核');
  await putUp(roundId);
  await page.reload();
  await act(page, done, /^(按建议确定|确定等次（1名）)/, {
    文号或材料: '河选办〔2017〕9号',
  });
  await expect(heading).toContainText('已确定1/255名');
  await expect(row(done)).toContainText('优秀');
  await signOut(page);

  // The office proposes: the grade and the targets speak for a commendation, what is left for staying.
  await signIn(page, 'office');
  await visit(page, `/term-ends?q=${encodeURIComponent(done.cadreName)}`);
  await row(done).click();
  const form = page.getByRole('form', { name: '提出建议' });
  await expect(page.getByText('按现有情况可考虑：表彰。由人决定。')).toBeVisible();
  await expect(form.getByRole('radio', { name: '表彰' })).toBeChecked();
  await form.getByRole('textbox', { name: '理由' }).fill('期满考核优秀，目标任务全部完成');
  await form.getByRole('button', { name: '提出建议' }).click();
  await expect(page.getByText(`已提出${done.cadreName}的期满建议。`)).toBeVisible();
  await visit(page, `/term-ends?q=${encodeURIComponent(undone.cadreName)}`);
  await expect(row(undone)).toContainText('综合服务中心建成');
  await row(undone).click();
  await expect(form.getByRole('radio', { name: '不撤回' })).toBeChecked();
  await form.getByRole('textbox', { name: '理由' }).fill('综合服务中心还没有建成');
  await form.getByRole('button', { name: '提出建议' }).click();
  await expect(form.getByText('请填写')).toHaveCount(2);
  await form.getByRole('textbox', { name: '未完成工作' }).fill('建成综合服务中心');
  await form.getByRole('textbox', { name: '完成期限' }).fill('2017-11-30');
  await form.getByRole('button', { name: '提出建议' }).click();
  await expect(page.getByText(`已提出${undone.cadreName}的期满建议。`)).toBeVisible();
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  await signOut(page);

  // Another person decides on both.
  await signIn(page, 'planner');
  await visit(page, '/term-ends?state=proposed');
  for (const one of [done, undone]) {
    await row(one).click();
    const decide = page.getByRole('form', { name: '决定' });
    await decide.getByRole('textbox', { name: '文号' }).fill('河组发〔2017〕40号');
    await decide.getByRole('button', { name: '同意建议' }).click();
    await expect(page.getByText(`已决定${one.cadreName}的期满去留。`)).toBeVisible();
  }
  await visit(page, '/term-ends?state=decided');
  await expect(heading).toHaveText('期满255人：已决定2人，未提建议253人。');
  await expect(row(done)).toContainText('表彰');
  await expect(row(undone)).toContainText('不撤回');

  // Both hand over at once, each to somebody in the own village.
  await page.getByRole('button', { name: '登记2人移交' }).click();
  const panel = page.getByRole('complementary', { name: '登记2人移交' });
  for (const one of [done, undone]) {
    await panel.getByRole('textbox', { name: `${one.cadreName} 接收人` }).fill('王主任');
  }
  await panel.getByRole('button', { name: '登记2人移交' }).click();
  await expect(page.getByText('已登记2人的移交。')).toBeVisible();
  for (const one of [done, undone]) await expect(row(one)).toContainText('2017-05-25');

  // Who stays is in post until the work is to be done; who is commended ends with the term.
  for (const [one, until] of [
    [done, '2017-05-31'],
    [undone, '2017-11-30'],
  ] as const) {
    await visit(page, `/assignments?q=${encodeURIComponent(one.cadreName)}`);
    await expect(row(one)).toContainText(until);
  }
  await row(undone).click();
  const post = page.getByRole('complementary', { name: undone.cadreName });
  await expect(post).toContainText('延期');
  await expect(post).toContainText('建成综合服务中心');
  await visit(page, '/term-ends/units');
  await expect(page.getByRole('row', { name: done.unitName })).toContainText('表彰1，不撤回0');
  await expect(page.getByRole('row', { name: undone.unitName })).toContainText('表彰0，不撤回1');
  await expect(page.getByText('人的期满去留还没有决定')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});
