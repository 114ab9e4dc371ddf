import { readFile } from 'node:fs/promises';
import { partsOf } from '../../api/src/lib/docx/parts.ts';
import { textsOf } from '../../api/src/modules/letters/testing-docx.ts';
import { choose } from '../lib/choose.ts';
import { IssuedDistrict } from '../lib/issued-district.ts';
import { axeFindings, expect, type Page, settled, signIn, signOut, test } from '../lib/test.ts';

test.use({
  ...{ seed: 'demo', issued: true, cuts: true, district: 'targets' },
  environment: { TODAY: '2016-01-15' },
});

interface Person {
  id: string;
  cadreName: string;
  unitName: string;
  villageId: string;
  gradeSet: 'civilServant' | 'institution';
  standing: string;
  version: number;
}

/** An opened round with only the steps of the office, and somebody of 区财政局 and another proposed. */
async function openRound(url: string): Promise<{ id: string; names: [string, string] }> {
  const district = await IssuedDistrict.of(url);
  const call = district.call.bind(district);
  const { items } = await call<{ items: { id: string }[] }>('planner', 'GET', '/api/batches');
  const batch = `/api/batches/${items[0]?.id}`;
  const { version } = await call<{ version: number }>('planner', 'GET', `${batch}/policy`);
  const off = { ownReport: false, visit: false, opinions: false, discipline: false };
  const on = { proposal: true, meeting: true, publicNotice: true, decision: true };
  await call('planner', 'POST', `${batch}/policy`, {
    ...{ effectiveFrom: '2015-06-01', reason: '只走办公室的步骤', version },
    changes: [
      {
        key: 'evaluation.steps',
        value: { ...off, ...on, told: true, form: true, file: true },
      },
      {
        key: 'evaluation.gradeSets',
        value: {
          ...{ administrative: 'civilServant', civilReference: 'civilServant' },
          ...{ institution: 'institution', enterprise: 'institution' },
        },
      },
    ],
  });
  const round = await call<{ id: string; version: number }>('office', 'POST', '/api/evaluations', {
    ...{ batchId: items[0]?.id, kind: 'annual', year: 2015 },
  });
  const path = `/api/evaluations/${round.id}`;
  await call('office', 'POST', `${path}/open`, { version: round.version });
  const { items: people } = await call<{ items: Person[] }>('office', 'GET', `${path}/people`);
  const own = people.filter(({ unitName }) => unitName === '区财政局').slice(0, 1);
  const other = people.find(
    ({ unitName, gradeSet }) => unitName !== '区财政局' && gradeSet === 'civilServant',
  );
  const two = other ? [...own, other] : own;
  const { evaluators } = await call<{ evaluators: { id: string; name: string }[] }>(
    ...(['office', 'GET', `${path}/teams`] as const),
  );
  await call('office', 'POST', `${path}/teams`, {
    name: '第一组',
    memberIds: evaluators.filter(({ name }) => name === '周立新').map(({ id }) => id),
    villageIds: [...new Set(two.map(({ villageId }) => villageId))],
  });
  for (const [at, { id, version: seen }] of two.entries()) {
    await call('evaluator', 'POST', `/api/evaluation-people/${id}/propose`, {
      ...{ grade: at === 0 ? 'excellent' : 'incompetent', reason: '考核组研究', version: seen },
    });
  }
  const [first, second] = two.map(({ cadreName }) => cadreName);
  return { id: round.id, names: [first ?? '', second ?? ''] };
}

const dialog = (page: Page) => page.getByRole('dialog');

/** Presses a button of the page, fills the dialog, and presses the same there. */
async function act(page: Page, name: RegExp, fields: Record<string, string>) {
  await page.getByRole('button', { name }).first().click();
  for (const [label, value] of Object.entries(fields)) {
    await dialog(page).getByLabel(label, { exact: true }).fill(value);
    if (/日期|开始/.test(label)) await page.keyboard.press('Tab');
  }
  await dialog(page).getByRole('button', { name }).click();
  await expect(dialog(page)).toHaveCount(0);
  await settled(page);
}

test('grades are checked, put up, decided, told and fed back; a review changes one', async ({
  page,
  system,
}) => {
  test.setTimeout(150_000);
  const { id, names } = await openRound(system.url);
  const [best, worst] = names;
  const round = `/evaluations/annual/${id}`;
  const row = (name: string) => page.getByRole('row', { name });

  // The office checks one of them, the planner the other: nobody has two hands in a review.
  await signIn(page, 'office');
  await page.goto(`${round}/review`);
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  await row(best).getByRole('checkbox').check();
  await act(page, /^审核/, {});
  await expect(row(best)).toContainText('已审核');
  await signOut(page);

  await signIn(page, 'planner');
  await page.goto(`${round}/review`);
  await settled(page);
  await act(page, /^审核/, {});
  await act(page, /^登记步骤/, { 日期: '2016-01-05', 办理人或机关: '区选派办主任办公会' });
  await page.goto(`${round}/notices`);
  await settled(page);
  await act(page, /^公示/, { 公示开始: '2016-01-06', 公示地点: '区政府网站' });
  await expect(page.getByText('2016-01-06至2016-01-12')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.goto(`${round}/review`);
  await settled(page);
  await act(page, /^确定等次/, { 确定日期: '2016-01-13', 文号或材料: '河选办〔2016〕1号' });
  await expect(row(best)).toContainText('优秀');

  await page.goto(`${round}/told`);
  await settled(page);
  await act(page, /^告知签字/, {});
  await act(page, /^反馈/, {});
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: '出具登记表、告知书和反馈函' }).click();
  await settled(page);
  await page.getByLabel('下载为').click();
  await page.getByTitle('每份一个文件（.zip）').last().click();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: /出具并下载2份/ }).click(),
  ]);
  const files = await partsOf(await readFile((await download.path()) ?? ''));
  expect([...files.keys()].join()).toContain(best);
  const forms = await Promise.all([...files.values()].map((bytes) => textsOf(bytes)));
  expect(forms.flat().join('\n')).toContain('河选办〔2016〕1号');
  await signOut(page);

  await signIn(page, 'liaison');
  await page.goto('/grade-feedback');
  await settled(page);
  await page.getByRole('button', { name: '确认收到（1份）' }).click();
  await expect(page.getByText('已确认收到1份。')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await signOut(page);

  // The one who was graded lowest asks for a review; the office had no part in that grade.
  await signIn(page, 'office');
  await page.goto(`${round}/told`);
  await settled(page);
  await row(worst).click();
  await act(page, /^登记复核、申诉或异议/, { 理由: '事实有出入' });
  await page.goto(`${round}/cases`);
  await settled(page);
  await row(worst).click();
  await page.getByRole('button', { name: '登记结果' }).click();
  await choose(dialog(page).getByRole('combobox', { name: '结果', exact: true }), '改变等次');
  await choose(dialog(page).getByRole('combobox', { name: '新等次', exact: true }), '称职');
  await dialog(page).getByLabel('内容', { exact: true }).fill('经复核改定');
  await dialog(page).getByRole('button', { name: '登记结果' }).click();
  await expect(dialog(page)).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);
  await page.goto(`${round}/told`);
  await settled(page);
  await expect(row(worst)).toContainText('要重办：告知签字、反馈、文书');
});
