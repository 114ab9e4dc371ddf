import type { Run } from '@xuanpai/contracts/plan-runs';
import type { Plan } from '@xuanpai/contracts/plans';
import type { TestApp, TestReply } from './testing.ts';

/** For tests only: a plan's way through the API, as the demo's people go it. */

export async function batchIdOf(office: TestApp): Promise<string> {
  const { body } = await office.as('planner').get('/api/batches');
  return body.items[0].id;
}

export async function newPlan(office: TestApp): Promise<Plan> {
  const path = `/api/batches/${await batchIdOf(office)}/plans`;
  return accepted(await office.as('planner').post(path)).body;
}

export async function readPlan(office: TestApp, id: string): Promise<Plan> {
  return accepted(await office.as('planner').get(`/api/plans/${id}`)).body;
}

/** The plan that `planned` and `issued` start from. */
export async function onlyPlan(office: TestApp): Promise<Plan> {
  const path = `/api/batches/${await batchIdOf(office)}/plans`;
  const { items } = accepted(await office.as('planner').get(path)).body;
  return readPlan(office, items[0].id);
}

/** Queues a run, without its proof unless asked, and gives its id. */
export async function startRun(
  office: TestApp,
  planId: string,
  body: { seed?: number; version?: number; prove?: boolean } = {},
): Promise<string> {
  const reply = await office
    .as('planner')
    .post(`/api/plans/${planId}/solve`, { prove: false, ...body });
  return accepted(reply).body.runId;
}

/** Follows a run by its events to the end, and gives it as it is then. */
export async function runToEnd(office: TestApp, planId: string, runId: string): Promise<Run> {
  const events = await eventsOf(office, planId, runId);
  return events.at(-1) ?? Promise.reject(new Error('a run without events'));
}

export async function eventsOf(
  office: TestApp,
  planId: string,
  runId: string,
  headers: Record<string, string> = {},
): Promise<Run[]> {
  const path = `/api/plans/${planId}/runs/${runId}/events`;
  const reply = accepted(await office.as('planner').get(path, headers));
  return [...String(reply.body).matchAll(/^data: (.*)$/gm)].map(([, data = '']) =>
    JSON.parse(data),
  );
}

export async function solve(office: TestApp, planId: string, seed?: number): Promise<Plan> {
  const runId = await startRun(office, planId, seed === undefined ? {} : { seed });
  await runToEnd(office, planId, runId);
  return readPlan(office, planId);
}

/** Corrects the sample's nine from the file: they joined long ago. */
export async function correctTheNine(office: TestApp, { cadres }: Plan): Promise<void> {
  const planner = office.as('planner');
  for (const { cadreId } of cadres.filter(({ eligible }) => !eligible)) {
    const { version } = accepted(await planner.get(`/api/cadres/${cadreId}`)).body;
    const document = '干部档案第六类';
    const dates = { joinedOn: '2010-07-01', fullMemberOn: '2011-07-01', document };
    accepted(await planner.patch(`/api/cadres/${cadreId}`, { ...dates, version }));
  }
}

/** Pins whoever sits in a place. */
export async function pin(office: TestApp, { id, version, places }: Plan, placeId: string) {
  const cadreId = places.find((place) => place.id === placeId)?.cadreId;
  const wishes = [{ kind: 'pin', placeId, cadreId, reason: '熟悉该村情况' }];
  return accepted(await office.as('planner').post(`/api/plans/${id}/wishes`, { wishes, version }))
    .body;
}

export const decision = {
  meeting: '区委常委会第12次会议',
  date: '2015-04-24',
  minutesNumber: '河委纪要〔2015〕12号',
  documentNumber: '河组发〔2015〕18号',
};

export async function approve(office: TestApp, { id, version }: Plan): Promise<Plan> {
  const reply = await office
    .as('planner')
    .post(`/api/plans/${id}/approval`, { ...decision, version });
  return accepted(reply).body;
}

export async function confirm(office: TestApp, { id, version }: Plan): Promise<Plan> {
  return accepted(await office.as('office').post(`/api/plans/${id}/confirm`, { version })).body;
}

export async function publish(office: TestApp, { id, version }: Plan): Promise<Plan> {
  return accepted(await office.as('planner').post(`/api/plans/${id}/publish`, { version })).body;
}

/** A plan of 255, solved with the nine corrected. */
export async function fullPlan(office: TestApp): Promise<Plan> {
  const plan = await newPlan(office);
  await correctTheNine(office, plan);
  return solve(office, plan.id);
}

/** The sample district with its plan issued. */
export async function issuedPlan(office: TestApp): Promise<Plan> {
  const approved = await approve(office, await fullPlan(office));
  return publish(office, await confirm(office, approved));
}

export function accepted(reply: TestReply): TestReply {
  if (reply.status < 300) return reply;
  throw new Error(`${reply.status}: ${JSON.stringify(reply.body)}`);
}
