import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestReply } from '../../testing.ts';
import { headed, line, MonthOfZhengwang } from './testing-attendance.ts';
import { xlsx } from './testing-sheets.ts';

let month: MonthOfZhengwang;
beforeAll(async () => {
  month = await MonthOfZhengwang.start();
});
afterAll(() => month.office.close());
beforeEach(() => month.clear());

const codes = (reply: TestReply) =>
  reply.body.problems.map(
    ({ row, field, code }: { row: number; field: string; code: string }) =>
      `${row} ${field} ${code}`,
  );

test('a sheet is read past title, weekdays, legend and signatures, and written cell by cell', async () => {
  const [first, second] = [month.ofTier('district'), month.ofTier('township')];
  const book = headed([line(first, { 1: '√', 2: '△' }), line(second, { 1: '机', 2: '√/机' })]);
  const reply = await month.upload(await xlsx(book));
  expect(reply).toMatchObject({
    status: 201,
    body: {
      kind: 'attendance',
      problems: [],
      counts: { rows: 2, new: 2 },
      book: { sheets: [{ townshipName: '郑旺镇', month: '2015-06', use: 'read', rows: 2 }] },
    },
  });
  expect(reply.body.notices).toMatchObject([{ code: 'cadresMissing' }]);
  expect(await month.cells(first)).not.toHaveProperty('2015-06-01');
  expect((await month.commit(reply)).status).toBe(200);
  expect(await month.cells(first)).toMatchObject({
    '2015-06-01': 'village',
    '2015-06-02': 'village/none',
  });
  expect(await month.cells(second)).toMatchObject({ '2015-06-02': 'village/office' });

  const again = await month.upload(await xlsx(book));
  expect(again.body.counts).toMatchObject({ unchanged: 2, new: 0, changed: 0, wrong: 0 });
  const changed = await month.upload(await xlsx(headed([line(first, { 1: '训', 2: '△' })])));
  expect(changed.body.counts).toMatchObject({ changed: 1 });
  expect((await month.staged(changed))[0].changes).toEqual([{ field: 'd1', was: '√', is: '训' }]);
});

test('all problems come at once, each at its cell', async () => {
  const [district, township] = [month.ofTier('district'), month.ofTier('township')];
  const book = headed([
    line(district, { 1: '★', 2: '机', 30: '√' }),
    line(township, { 1: '在村里' }, `${township?.cadreName}某`),
    [3, '', '', '√'],
  ]);
  const reply = await month.upload(await xlsx(book));
  expect(codes(reply)).toEqual([
    '5 d1 markUnknown',
    '5 d2 markOfOtherTier',
    '5 d30 dayToCome',
    '6 d1 markUnknown',
    '6 name cadreUnknown',
    '7 name required',
  ]);
  expect((await month.commit(reply)).status).toBe(422);
});

test('a sign that the officer explains is read so, this time and the next', async () => {
  const bytes = await xlsx(headed([line(month.ofTier('district'), { 1: '★', 2: '√' })]));
  const reply = await month.upload(bytes);
  expect(reply.body.book.signs).toEqual([{ sign: '★', count: 1, means: null }]);
  const { id, version } = reply.body;
  const explained = await month.office
    .as('officer')
    .patch(`/api/imports/${id}`, { signs: [{ sign: '★', means: 'errand' }], version });
  expect(explained.body).toMatchObject({
    problems: [],
    book: { signs: [{ sign: '★', count: 1, means: 'errand' }] },
  });
  expect((await month.staged(explained))[0].values).toMatchObject({ d1: '外' });
  expect((await month.upload(bytes)).body.problems).toEqual([]);
});

test('month and township are chosen where the sheet doesn’t say them', async () => {
  const bytes = await xlsx(headed([line(month.ofTier('district'), { 1: '√' })], '考勤表'));
  const reply = await month.upload(bytes);
  expect(reply.body.problems).toMatchObject([{ code: 'monthUnknown' }]);
  expect(reply.body.counts).toMatchObject({ wrong: 1 });
  const { id, version } = reply.body;
  const sheets = [{ index: 0, townshipId: null, month: '2015-06', use: true }];
  const chosen = await month.office.as('officer').patch(`/api/imports/${id}`, { sheets, version });
  expect(chosen.body).toMatchObject({
    problems: [],
    counts: { new: 1 },
    book: { sheets: [{ month: '2015-06', chosen: true }] },
  });
});

test('旷工 is logged as 未到岗 and said', async () => {
  const district = month.ofTier('district');
  const reply = await month.upload(await xlsx(headed([line(district, { 1: '×' })])));
  expect(reply.body.notices).toMatchObject([
    { code: 'cadresMissing' },
    { field: 'd1', code: 'absentNotConfirmed' },
  ]);
  await month.commit(reply);
  expect(await month.cells(district)).toMatchObject({ '2015-06-01': 'unaccounted' });
});

test('nothing is written to a signed sheet, and a cell that changed meanwhile is stale', async () => {
  const district = month.ofTier('district');
  const bytes = await xlsx(headed([line(district, { 1: '√' })]));
  const reply = await month.upload(bytes);
  const change = {
    assignmentId: district?.assignmentId,
    day: '2015-06-01',
    was: null,
    is: 'errand',
  };
  await month.office.as('officer').patch(month.path, { changes: [change] });
  expect(await month.commit(reply)).toMatchObject({ status: 409, body: { code: 'importStale' } });
  expect(await month.cells(district)).toMatchObject({ '2015-06-01': 'errand' });

  const second = await month.upload(bytes);
  await month.office.db.prisma.attendanceSheet.updateMany({
    data: { status: 'submitted', revision: 1, submittedAt: new Date() },
  });
  expect((await month.commit(second)).body.code).toBe('importStale');
  expect((await month.upload(bytes)).body.problems).toMatchObject([{ code: 'sheetLocked' }]);
});

test('two people of one row, and one person twice, are told', async () => {
  const district = month.ofTier('district');
  const reply = await month.upload(
    await xlsx(headed([line(district, { 1: '√' }), line(district, { 2: '√' })])),
  );
  expect(codes(reply)).toEqual(['6 name doubleInFile']);
});

test('attendance is the officer’s to import, registers the planner’s', async () => {
  const bytes = await xlsx(headed([line(month.ofTier('district'), { 1: '√' })]));
  const own = await month.upload(bytes);
  expect((await month.upload(bytes, 'planner')).status).toBe(403);
  expect((await month.upload(bytes, 'head')).status).toBe(403);
  const guessed = await month.office.as('planner').upload('/api/imports', {}, '考勤.xlsx', bytes);
  expect(guessed).toMatchObject({ status: 422, body: { errors: [{ code: 'othersKind' }] } });
  for (const kind of ['regions', 'villages', 'units', 'cadres']) {
    expect((await month.upload(bytes, 'officer', { kind })).status).toBe(403);
  }
  for (const username of ['planner', 'officer2']) {
    const other = month.office.as(username);
    const one = `/api/imports/${own.body.id}`;
    const replies = [
      await other.get(one),
      await other.get(`${one}/rows`),
      await other.patch(one, { version: own.body.version }),
      await other.post(`${one}/commit`),
      await other.post(`${one}/cancel`),
      await other.get(`${one}/problems.xlsx`),
      await other.delete(one),
    ];
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 404));
    const listed = (await other.get('/api/imports')).body.items;
    expect(listed.map(({ kind }: { kind: string }) => kind)).not.toContain('attendance');
  }
  const seen = (await month.office.as('officer').get('/api/imports')).body.items;
  expect(new Set(seen.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['attendance']));
});
