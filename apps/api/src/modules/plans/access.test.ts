import type { Plan } from '@xuanpai/contracts/plans';
import type { Role } from '@xuanpai/contracts/values';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing.ts';
import { decision, onlyPlan } from '../../testing-plans.ts';

let office: TestApp;
let plan: Plan;
beforeAll(async () => {
  office = await startTestApp('planned');
  plan = await onlyPlan(office);
});
afterAll(() => office.close());

const everybody: Role[] = [
  'planner',
  'office',
  'officer',
  'head',
  'evaluator',
  'inspector',
  'liaison',
  'leader',
  'admin',
  'auditor',
];
const readers: Role[] = ['planner', 'office', 'leader'];

/** Each call with a version that is too old, so that an allowed writer changes nothing. */
const calls: [
  string,
  readonly Role[],
  (plan: Plan) => [method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: object],
][] = [
  ['lists plans', readers, ({ batchId }) => ['get', `/api/batches/${batchId}/plans`]],
  ['reads a plan', readers, ({ id }) => ['get', `/api/plans/${id}`]],
  [
    'looks for candidates',
    readers,
    ({ id, places }) => ['get', `/api/plans/${id}/places/${places[0]?.id}/candidates`],
  ],
  [
    'asks why a village is as it is',
    readers,
    ({ id, villages }) => [
      'get',
      `/api/plans/${id}/villages/${villages[0]?.villageId}/explanation`,
    ],
  ],
  [
    'compares a village',
    readers,
    ({ id, villages }) => [
      'get',
      `/api/plans/${id}/villages/${villages[0]?.villageId}/alternatives`,
    ],
  ],
  [
    'asks why somebody is here',
    readers,
    ({ id, cadres }) => ['get', `/api/plans/${id}/cadres/${cadres[0]?.cadreId}/explanation`],
  ],
  [
    'asks what would fill a place',
    readers,
    ({ id, places }) => ['get', `/api/plans/${id}/places/${places[0]?.id}/ways-to-fill`],
  ],
  ['reads the report', readers, ({ id }) => ['get', `/api/plans/${id}/report`]],
  ['takes the report as a document', readers, ({ id }) => ['get', `/api/plans/${id}/report.docx`]],
  ['takes the report as a workbook', readers, ({ id }) => ['get', `/api/plans/${id}/report.xlsx`]],
  ['exports a plan', readers, ({ id }) => ['get', `/api/plans/${id}.xlsx`]],
  ['reads wishes', readers, ({ id }) => ['get', `/api/plans/${id}/wishes`]],
  ['exports wishes', readers, ({ id }) => ['get', `/api/plans/${id}/wishes.xlsx`]],
  ['solves', ['planner'], ({ id }) => ['post', `/api/plans/${id}/solve`, { version: 1 }]],
  ['renames', ['planner'], ({ id }) => ['patch', `/api/plans/${id}`, { name: '新名', version: 1 }]],
  ['deletes', ['planner'], ({ id }) => ['delete', `/api/plans/${id}?version=1`]],
  [
    'moves people',
    ['planner'],
    ({ id, places }) => [
      'post',
      `/api/plans/${id}/moves`,
      { moves: [{ placeId: places[0]?.id, cadreId: null }], version: 1 },
    ],
  ],
  [
    'pins',
    ['planner'],
    ({ id, places, cadres }) => [
      'post',
      `/api/plans/${id}/wishes`,
      {
        wishes: [
          { kind: 'pin', placeId: places[0]?.id, cadreId: cadres[0]?.cadreId, reason: '工作需要' },
        ],
        version: 1,
      },
    ],
  ],
  [
    'explains an empty place',
    ['planner'],
    ({ id, places }) => [
      'post',
      `/api/plans/${id}/places/${places[0]?.id}/empty-reason`,
      { reason: '暂缺', version: 1 },
    ],
  ],
  [
    'chooses a post',
    ['planner'],
    ({ id, places }) => [
      'post',
      `/api/plans/${id}/places/${places[0]?.id}/post`,
      { post: 'secretary', version: 1 },
    ],
  ],
  [
    'records the approval',
    ['planner'],
    ({ id }) => ['post', `/api/plans/${id}/approval`, { ...decision, version: 1 }],
  ],
  ['confirms', ['office'], ({ id }) => ['post', `/api/plans/${id}/confirm`, { version: 1 }]],
  ['issues', ['planner'], ({ id }) => ['post', `/api/plans/${id}/publish`, { version: 1 }]],
];

function send(role: string | null, [method, path, body]: ReturnType<(typeof calls)[number][2]>) {
  const caller = office.as(role);
  if (method === 'get') return caller.get(path);
  if (method === 'delete') return caller.delete(path);
  return method === 'patch' ? caller.patch(path, body ?? {}) : caller.post(path, body);
}

describe.each(calls)('who %s', (_, allowed, call) => {
  test.each(everybody)('%s', async (role) => {
    const { status } = await send(role, call(plan));
    // Writers are let in and then told that their version is old.
    const welcome = call(plan)[0] === 'get' ? 200 : 409;
    expect(status).toBe(allowed.includes(role) ? welcome : 403);
  });

  test('nobody', async () => {
    expect((await send(null, call(plan))).status).toBe(401);
  });

  test('a plan that is not there is not found', async () => {
    const nowhere = '00000000-0000-7000-8000-000000000000';
    const missing = call({ ...plan, id: nowhere, batchId: nowhere });
    expect((await send(allowed[0] ?? '', missing)).status).toBe(404);
  });
});

test('only planners begin a plan', async () => {
  for (const role of everybody.filter((one) => one !== 'planner')) {
    expect((await office.as(role).post(`/api/batches/${plan.batchId}/plans`)).status).toBe(403);
  }
});

test('the workbook of a plan comes under its name, and no cell of it is a formula', async () => {
  const file = await office.as('leader').download(`/api/plans/${plan.id}.xlsx`);
  expect(file.status).toBe(200);
  expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain('方案一.xlsx');
  expect(file.raw.subarray(0, 2).toString()).toBe('PK');
});
