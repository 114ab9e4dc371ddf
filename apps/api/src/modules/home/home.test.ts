import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing.ts';

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('demo');
});
afterAll(() => office.close());

const home = async (username: string) => (await office.as(username).get('/api/home')).body;
const codes = (body: { tasks: { code: string }[] }) => body.tasks.map(({ code }) => code);

test('the planner meets late contacts first, then the nine who are not eligible', async () => {
  const body = await home('planner');
  expect(codes(body)).toEqual([
    'registerContacts',
    'fixNominees',
    'confirmMembership',
    'solvePlan',
  ]);
  expect(body.tasks[1]).toMatchObject({ counts: { district: 4, township: 5 }, daysLeft: 6 });
  expect(body.figures).toMatchObject({
    villages: 189,
    covered: 189,
    nominees: 255,
    placeable: 246,
    notEligible: 9,
    places: 255,
  });
  expect(body.activity.map(({ action }: { action: string }) => action)).toContain('import.commit');
});

test('an officer hears of the own township only, and of nothing that others did', async () => {
  const body = await home('officer');
  expect(body.figures).toMatchObject({ nominees: 16, placeable: 14, notEligible: 2, villages: 0 });
  expect(body.tasks.find(({ code }: { code: string }) => code === 'fixNominees').names).toEqual([
    '叶丽强',
    '史凯斌',
  ]);
  expect(body.activity).toEqual([]);
});

test('a liaison hears of the own unit, an evaluator of nobody yet', async () => {
  expect(codes(await home('liaison'))).toContain('fixNominees');
  expect((await home('evaluator')).figures).toMatchObject({ nominees: 0, assignments: 0 });
});

test('administrators see a number of users and auditors nothing of the field', async () => {
  const admin = await home('admin');
  expect(admin.figures).toMatchObject({ users: 12, nominees: 0, villages: 0 });
  expect(admin.activity).toEqual([]);
  const auditor = await home('auditor');
  expect(auditor.figures).toMatchObject({ users: 0, nominees: 0 });
});

test('an unknown batch is not found', async () => {
  const unknown = '/api/home?batchId=0198f9f0-0000-7000-8000-000000000000';
  expect((await office.as('planner').get(unknown)).status).toBe(404);
  expect((await office.as(null).get('/api/home')).status).toBe(401);
});
