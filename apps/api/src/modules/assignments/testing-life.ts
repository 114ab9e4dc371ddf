import type { AssignmentHistory } from '@xuanpai/contracts/assignment-events';
import type { Assignment } from '@xuanpai/contracts/assignments';
import { day, startTestApp, type TestApp, type TestReply } from '../../testing.ts';
import { accepted, batchIdOf } from '../../testing-plans.ts';
import { addCadre, type newCadre } from '../../testing-registers.ts';

/** For tests only: the issued sample district on a day of its term, with some acts on it. */
export interface Life {
  office: TestApp;
  batchId: string;
  /** Calls an act on a post in the version that it has now. */
  act(id: string, act: string, body: object, who?: string): Promise<TestReply>;
  history(id: string): Promise<AssignmentHistory>;
  /** Undoes the last event of a post that can be undone. */
  undoLast(id: string, who?: string): Promise<TestReply>;
  postsOf(query: string): Promise<Assignment[]>;
  coveredOn(on: string): Promise<number>;
}

export const change = (from: string) => ({
  from,
  documentNumber: '河组发〔2016〕8号',
  reason: '工作需要',
});

export async function startLife(today: string): Promise<Life> {
  const office = await startTestApp('issued', day(today));
  const batchId = await batchIdOf(office);
  const planner = office.as('planner');
  const history = async (id: string): Promise<AssignmentHistory> =>
    accepted(await planner.get(`/api/assignments/${id}/events`)).body;
  const versionOf = async (id: string) => (await history(id)).assignment.version;
  return {
    office,
    batchId,
    history,
    async act(id, act, body, who = 'planner') {
      const version = await versionOf(id);
      return office.as(who).post(`/api/assignments/${id}/${act}`, { ...body, version });
    },
    async undoLast(id, who = 'planner') {
      const { events, assignment } = await history(id);
      const last = events.filter(({ undoneAt }) => undoneAt === null).at(-1);
      const path = `/api/assignments/${id}/events/${last?.id}/undo`;
      return office.as(who).post(path, { version: assignment.version });
    },
    async postsOf(query) {
      const path = `/api/assignments?batchId=${batchId}&pageSize=200&${query}`;
      return accepted(await planner.get(path)).body.items;
    },
    async coveredOn(on) {
      return accepted(await planner.get(`/api/batches/${batchId}/coverage?on=${on}`)).body.covered;
    },
  };
}

/** Somebody in reserve of a unit, a full member; gives the id. */
export function addReserve(
  { office }: Life,
  unitId: string,
  given: Parameters<typeof newCadre>[1] = {},
): Promise<string> {
  return addCadre(office, unitId, { name: '储备', rank: 'deputySection', ...given });
}

/** The first post of a kind; throws where there is none. */
export function firstOf<Row>(rows: readonly Row[], is: (row: Row) => boolean): Row {
  const found = rows.find(is);
  if (!found) throw new Error('the sample has no such post');
  return found;
}
