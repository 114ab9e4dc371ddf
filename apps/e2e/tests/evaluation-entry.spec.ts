import { IssuedDistrict } from '../lib/issued-district.ts';
import { pasteFromExcel } from '../lib/sheet-page.ts';
import { axeFindings, expect, type Page, settled, signIn, signOut, test } from '../lib/test.ts';

test.use({
  ...{ seed: 'demo', issued: true, cuts: true, district: 'evaluationEntry' },
  environment: { TODAY: '2016-01-15' },
});

const village = '大尤家村';
/** issued, returned, valid, void, four grades, no choice; one line a group. */
const tally = [
  [6, 6, 6, 0, 5, 1, 0, 0, 0],
  [21, 21, 20, 1, 16, 3, 1, 0, 0],
  [12, 12, 12, 0, 10, 2, 0, 0, 0],
  [5, 5, 5, 0, 3, 2, 0, 0, 0],
] as const;

interface Found {
  roundId: string;
  /** Both cadres of the village, the first secretary first. */
  people: { id: string; cadreName: string }[];
}

/** The office prepares the round of 2015, counted twice, and gives 郑旺镇 to both evaluators. */
async function prepare(url: string): Promise<Found> {
  const office = await IssuedDistrict.of(url);
  const { items: batches } = await office.call<{ items: { id: string }[] }>(
    ...(['office', 'GET', '/api/batches'] as const),
  );
  const round = await office.call<{ id: string; version: number }>(
    ...(['office', 'POST', '/api/evaluations'] as const),
    { batchId: batches[0]?.id, kind: 'annual', year: 2015, ballotsTwice: true },
  );
  const path = `/api/evaluations/${round.id}`;
  await office.call('office', 'POST', `${path}/open`, { version: round.version });
  const { items } = await office.call<{ items: Row[] }>('office', 'GET', `${path}/people`);
  const own = items.filter((row) => row.townshipName === '郑旺镇' && row.standing === 'evaluated');
  const { evaluators } = await office.call<{ evaluators: { id: string }[] }>(
    ...(['office', 'GET', `${path}/teams`] as const),
  );
  await office.call('office', 'POST', `${path}/teams`, {
    name: '第一组',
    memberIds: evaluators.map(({ id }) => id),
    villageIds: [...new Set(own.map(({ villageId }) => villageId))],
  });
  return { roundId: round.id, people: own.filter((row) => row.villageName === village) };
}

interface Row {
  id: string;
  cadreName: string;
  villageId: string;
  villageName: string;
  townshipName: string;
  standing: string;
}

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Types a tally from the first cell on: Enter goes to the next cell, and over the line's end. */
async function typeTally(page: Page, lines: readonly (readonly number[])[]) {
  const ballots = section(page, '测评');
  await ballots.getByRole('textbox').first().focus();
  for (const figure of lines.flat()) {
    await page.keyboard.type(String(figure));
    await page.keyboard.press('Enter');
  }
}

/** Pastes it as a piece of a sheet, as somebody does who counted in a workbook. */
async function pasteTally(page: Page, lines: readonly (readonly number[])[]) {
  const cell = section(page, '测评').getByRole('textbox').first();
  await cell.focus();
  await pasteFromExcel(
    page,
    lines.map((line) => line.map(String)),
  );
}

test('evaluators enter a township’s round from the visit to the proposal, a difference of two counts settled', async ({
  page,
  system,
}) => {
  test.setTimeout(120_000);
  const { roundId, people } = await prepare(system.url);
  const [first, second] = people;
  if (!first || !second) throw new Error('two cadres of a village');
  const entry = (id: string) => `/evaluations/annual/${roundId}/entry?person=${id}`;

  // The first evaluator: visit and opinions, saved as they are typed; a lost connection loses nothing.
  await signIn(page, 'evaluator');
  await page.goto(entry(first.id));
  await settled(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('郑旺镇24名');
  const visit = section(page, '座谈');
  const field = (name: string) => visit.getByRole('textbox', { name, exact: true });
  await page.route('**/api/evaluations/*/visits/**', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  await field('日期').fill('2016.1.12');
  await field('地点').fill('村委会');
  await expect(page.getByText('已记在本机')).toBeVisible();
  await page.unroute('**/api/evaluations/*/visits/**');
  page.once('dialog', (dialog) => dialog.accept());
  await page.reload();
  await expect(field('地点')).toHaveValue('村委会');
  for (const [name, value] of [
    ['主持', '周立新'],
    ['记录', '吴桂芝'],
    ['计票人', '吴桂芝'],
    ['监票人', '王德厚'],
    ['村“两委”成员到会', '6'],
    ['党员到会', '21'],
    ['村民代表到会', '12'],
    ['镇街干部到会', '5'],
    ['办了哪些实事', '修了村内道路\n换了变压器'],
  ] as const) {
    await field(name).fill(value);
  }
  await expect(visit).toContainText('44人参加，意见2条');
  await expect(page.getByText('已保存')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  // The first count of both cadres, by keyboard alone; a sum that doesn't agree is said at once.
  await typeTally(page, tally);
  const ballots = section(page, '测评');
  await ballots.getByRole('textbox', { name: `${first.cadreName} 党员 有效` }).fill('19');
  await expect(ballots).toContainText('党员：有效19加废票1是20张，收回21张。');
  await ballots.getByRole('textbox', { name: `${first.cadreName} 党员 有效` }).fill('20');
  await expect(ballots).not.toContainText('收回21张');
  await page.keyboard.press('Control+ArrowDown');
  await expect(page.getByRole('heading', { level: 2, name: second.cadreName })).toBeVisible();
  await pasteTally(page, tally);
  await expect(page.getByText('已保存')).toBeVisible();
  await ballots.getByRole('button', { name: '交出计票' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '交出计票' }).click();
  await expect(page.getByText('已交出计票')).toBeVisible();
  await signOut(page);

  // The second one sees no number of the first, and counts one ballot differently.
  await signIn(page, 'evaluator2');
  await page.goto(entry(first.id));
  await settled(page);
  for (const cell of await ballots.getByRole('textbox').all()) await expect(cell).toHaveValue('');
  const other = tally.map((line, at) => (at === 1 ? [21, 21, 20, 1, 15, 4, 1, 0, 0] : line));
  await pasteTally(page, other);
  await page.keyboard.press('Control+ArrowDown');
  await expect(page.getByRole('heading', { level: 2, name: second.cadreName })).toBeVisible();
  await pasteTally(page, tally);
  await expect(page.getByText('已保存')).toBeVisible();
  await ballots.getByRole('button', { name: '交出计票' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '交出计票' }).click();
  await expect(ballots).toContainText('优秀79.1%（34/43）');

  // Where the two differ, the paper decides.
  await page.keyboard.press('Control+ArrowUp');
  await expect(ballots).toContainText('1行两遍不一致');
  const settledAs = ballots.getByRole('table', { name: '党员' }).getByRole('textbox');
  await settledAs.nth(0).fill('16');
  await settledAs.nth(1).fill('3');
  expect(await axeFindings(page)).toEqual([]);
  await ballots.getByRole('button', { name: '核对后定下' }).click();
  await expect(ballots).toContainText('优秀79.1%（34/43），');
  await expect(ballots).not.toContainText('两遍不一致');

  // The proposal: another grade than the facts support needs its reason.
  const grade = section(page, '等次');
  await grade.getByText('优秀', { exact: true }).click();
  await grade.getByRole('textbox').fill('群众认可度高，村内道路年前完工');
  await grade.getByRole('button', { name: '提交优秀建议' }).click();
  await expect(page.getByText(`${first.cadreName}已提优秀建议`)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1名已提建议');
  await expect(grade.getByRole('button', { name: '撤回建议' })).toBeVisible();

  // The township's grid shows what holds.
  await page.goto(`/evaluations/annual/${roundId}/ballots`);
  await settled(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已定8行');
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(entry(second.id));
  await settled(page);
  await expect(page.getByRole('heading', { level: 2, name: second.cadreName })).toBeVisible();
});
