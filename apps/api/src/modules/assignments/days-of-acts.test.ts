import type { Assignment } from '@xuanpai/contracts/assignments';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accepted } from '../../testing-plans.ts';
import { addReserve, change, firstOf, type Life, startLife } from './testing-life.ts';

let life: Life;
let deputy: Assignment;
beforeAll(async () => {
  life = await startLife('2016-03-10');
  const posts = await life.postsOf('tier=district');
  deputy = firstOf(posts, ({ post }) => post === 'deputySecretary');
});
afterAll(() => life.office.close());

describe('days', () => {
  test('a past month stays what it was, unless it is said why this comes late', async () => {
    const body = change('2016-02-10');
    const reply = await life.act(deputy.id, 'withdraw', body);
    expect(reply.body.errors).toMatchObject([{ path: 'lateReason', code: 'lateReasonMissing' }]);
    accepted(await life.act(deputy.id, 'withdraw', { ...body, lateReason: '文件晚到' }));
    accepted(await life.undoLast(deputy.id));
    const planner = life.office.as('planner');
    const path = `/api/batches/${life.batchId}/policy`;
    const { version } = accepted(await planner.get(`/api/batches/${life.batchId}`)).body;
    const changes = [{ key: 'dispatch.pastMonths', value: 'refuse' }];
    const policy = { effectiveFrom: '2016-01-01', reason: '会议研究', changes, version };
    accepted(await planner.post(path, policy));
    const refused = await life.act(deputy.id, 'withdraw', { ...body, lateReason: '文件晚到' });
    expect(refused.body.errors).toMatchObject([{ path: 'from', code: 'monthOver' }]);
  });

  test('a post left before its first day never took effect', async () => {
    const before = await startLife('2015-05-20');
    const [post] = await before.postsOf('tier=district&post=deputySecretary');
    if (!post) throw new Error('no post');
    accepted(await before.act(post.id, 'withdraw', change('2015-06-01')));
    expect(await before.postsOf('on=2015-06-01')).toHaveLength(200);
    expect((await before.history(post.id)).assignment.state).toBe('revoked');
    const next = await addReserve(before, post.unitId, { name: '接任者' });
    const planner = before.office.as('planner');
    const batch = `/api/batches/${before.batchId}`;
    const path = `${batch}/villages/${post.villageId}/candidates?deputy=true&on=2015-06-01`;
    const { items } = accepted(await planner.get(path)).body;
    expect(items.map(({ cadreId }: { cadreId: string }) => cadreId)).toContain(post.cadreId);
    const filling = { ...change('2015-07-01'), villageId: post.villageId, deputy: true };
    const filled = accepted(await planner.post(`${batch}/posts`, { ...filling, cadreId: next }));
    expect(filled.body.assignment).toMatchObject({ cameBy: 'filled', endsOn: '2017-05-31' });
    const taken = await planner.post(`${batch}/posts`, { ...filling, cadreId: post.cadreId });
    expect(taken.body.errors).toMatchObject([{ path: 'from', code: 'postTaken' }]);
    accepted(await before.undoLast(filled.body.assignment.id));
    const body = { ...change('2015-06-01'), cadreId: next };
    accepted(await before.act(post.id, 'replace', body));
    accepted(await before.undoLast(post.id));
    accepted(await before.undoLast(post.id));
    expect((await before.history(post.id)).assignment).toMatchObject({
      state: 'inForce',
      endsOn: '2017-05-31',
    });
    await before.office.close();
  });

  test('an extension goes beyond the last day (S4)', async () => {
    const paper = { documentNumber: '河组发〔2017〕3号', reason: '任务未完成' };
    const short = await life.act(deputy.id, 'extend', { until: '2017-05-31', ...paper });
    expect(short.body.errors).toMatchObject([
      { path: 'until', code: 'notLater', basis: { kind: 'notice', source: '五、四' } },
    ]);
    accepted(await life.act(deputy.id, 'extend', { until: '2017-11-30', ...paper }));
    const on = await life.postsOf('on=2017-08-01');
    expect(on.map(({ id }) => id)).toEqual([deputy.id]);
    accepted(await life.undoLast(deputy.id));
  });
});

describe('two at once', () => {
  test('a stale version is told, the same request twice is one act', async () => {
    const { assignment } = await life.history(deputy.id);
    const body = { ...change('2016-06-01'), version: assignment.version };
    const path = `/api/assignments/${deputy.id}/withdraw`;
    const planner = life.office.as('planner');
    const key = { 'idempotency-key': '0198f9f0-0000-7000-8000-000000000001' };
    const first = accepted(await planner.post(path, body, key));
    const again = accepted(await planner.post(path, body, key));
    expect(again.body).toEqual(first.body);
    const stale = await planner.post(path, body);
    expect(stale).toMatchObject({ status: 409, body: { code: 'staleVersion' } });
    expect(stale.body.changes.map(({ path: field }: { path: string }) => field)).toContain(
      'endsOn',
    );
    accepted(await life.undoLast(deputy.id));
  });

  test('of two who replace the same person at the same time one is told', async () => {
    const { assignment } = await life.history(deputy.id);
    const people = [await addReserve(life, deputy.unitId), await addReserve(life, deputy.unitId)];
    const replies = await Promise.all(
      people.map((cadreId) =>
        life.office.as('planner').post(`/api/assignments/${deputy.id}/replace`, {
          ...change('2016-06-01'),
          ...{ cadreId, version: assignment.version },
        }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    accepted(await life.undoLast(deputy.id));
  });
});
