import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, startTestApp, type TestApp } from '../../testing.ts';
import { act, complete, fill, readMonth, sheetPath, townshipId } from './testing-month.ts';

let office: TestApp;
let path: string;
beforeAll(async () => {
  office = await startTestApp('issued', day('2015-07-02'));
  path = sheetPath('2015-06', await townshipId(office, '郑旺镇'));
});
afterAll(() => office.close());

test('a month is filled, signed, submitted, returned, corrected and confirmed', async () => {
  const officer = office.as('officer');
  const head = office.as('head');
  const planner = office.as('planner');

  const empty = await readMonth(officer, path);
  expect(empty).toMatchObject({ status: 'draft', version: 1, revision: 0, editable: true });
  expect(empty.rows.length).toBeGreaterThan(20);
  expect(empty.days[19]).toMatchObject({ day: '2015-06-20', kind: 'holiday', name: '端午' });
  expect(empty.rows[0]?.days['2015-06-20']).toBe('rest');
  expect(empty.acts).toEqual([]);

  await fill(officer, path, ({ tier }) => (tier === 'district' ? 'village' : 'village'));
  const filled = await readMonth(officer, path);
  expect(filled.blocks.every(({ code }) => code === 'notSigned')).toBe(true);
  expect(await act(head, path, 'sign')).toMatchObject({
    status: 422,
    body: { code: 'ruleViolated' },
  });

  await complete(officer, path, '2015-07-01');
  expect((await act(officer, path, 'sign')).status).toBe(403);
  expect((await act(officer, path, 'submit')).status).toBe(409);
  expect(await act(head, path, 'sign')).toMatchObject({
    status: 200,
    body: { status: 'signed', revision: 1 },
  });
  const [row] = filled.rows;
  const cell = { assignmentId: row?.assignmentId, day: '2015-06-01' };
  const locked = await officer.patch(path, {
    changes: [{ ...cell, was: 'village', is: 'errand' }],
  });
  expect(locked).toMatchObject({ status: 409, body: { code: 'conflict' } });
  expect((await act(officer, path, 'submit')).body.status).toBe('submitted');

  const remarks = [{ ...cell, reason: '当天在区里开会，请核对' }];
  const returned = await act(planner, path, 'return', { reason: '请核对', remarks });
  expect(returned.body).toMatchObject({ status: 'returned', remarks });

  await officer.patch(path, { changes: [{ ...cell, was: 'village', is: 'errand' }] });
  const corrected = await readMonth(officer, path);
  expect(corrected.rows[0]).toMatchObject({ signedOn: null, inVillage: row?.inVillage });
  await complete(officer, path, '2015-07-02');
  await act(head, path, 'sign');
  await act(officer, path, 'submit');
  expect((await act(planner, path, 'confirm')).body).toMatchObject({
    status: 'confirmed',
    confirmedRevision: 2,
  });
  expect((await planner.get(`${path}/editions`)).body.items).toMatchObject([
    { revision: 2, changed: 1, confirmedByName: expect.any(String) },
    { revision: 1, changed: 0, confirmedAt: null },
  ]);

  // After the confirmation: asked for, approved, a third edition beside the second for ever.
  expect((await act(officer, path, 'correction', { reason: '漏记一天' })).status).toBe(200);
  expect((await act(planner, path, 'correction/approve')).body.status).toBe('draft');
  await officer.patch(path, { changes: [{ ...cell, was: 'errand', is: 'training' }] });
  await complete(officer, path, '2015-07-02');
  await act(head, path, 'sign');
  await act(officer, path, 'submit');
  await act(planner, path, 'confirm');
  const third = await planner.get(`${path}/editions/3?against=2`);
  expect(third.body.differences).toMatchObject([
    { day: '2015-06-01', was: 'errand', is: 'training' },
  ]);
  expect((await planner.get(`${path}/editions/2`)).body.sheet.rows[0].days['2015-06-01']).toBe(
    'errand',
  );
});
