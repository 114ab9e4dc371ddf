import type { IssueDetail } from '@xuanpai/contracts/inspection-findings';
import type { Inspection } from '@xuanpai/contracts/inspections';
import type { Leader } from '@xuanpai/contracts/leader-links';
import type { VillageState } from '@xuanpai/contracts/village-state';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, startTestApp, type TestApp } from '../../testing.ts';
import { knewAt } from '../../testing-editions.ts';
import { accepted } from '../../testing-plans.ts';

/** Today is 2016-07-15; what is shown of earlier days. 郑旺镇 is the officer's. */

let office: TestApp;
let villageId: string;

beforeAll(async () => {
  office = await startTestApp('issued', day('2016-07-15'));
  const village = await office.db.prisma.village.findFirstOrThrow({
    where: { township: { name: '郑旺镇' } },
    orderBy: { code: 'asc' },
  });
  villageId = village.id;
});
afterAll(() => office.close());

const post = async <T>(by: string, path: string, body: object): Promise<T> =>
  accepted(await office.as(by).post(`/api/inspections${path}`, body)).body;
const get = async (by: string, path: string) =>
  accepted(await office.as(by).get(`/api/inspections${path}`)).body;

/** Steps of a finding were taken at these instants, one after the other. */
async function stepped(id: string, instants: readonly string[]): Promise<void> {
  const { pool } = office.db;
  await pool.query('ALTER TABLE finding_event DISABLE TRIGGER USER');
  await pool.query(
    `UPDATE finding_event e SET at = ($2::timestamptz[])[o.at::int]
      FROM (SELECT id, row_number() OVER (ORDER BY at, id) AS at FROM finding_event
        WHERE finding_id = $1) o WHERE o.id = e.id`,
    [id, instants],
  );
  await pool.query('ALTER TABLE finding_event ENABLE TRIGGER USER');
}

test('a finding stands on a day as its steps by then left it', async () => {
  const inspection = await post<Inspection>('inspector', '', {
    ...{ kind: 'unannounced', day: '2016-03-10', subject: '三月暗访', team: '督查一组' },
    villageIds: [villageId],
  });
  const issue = await post<IssueDetail>('inspector', `/visits/${inspection.id}/findings`, {
    ...{ villageId, kind: 'ledgers', severity: 'minor', text: '台账没有更新' },
    ...{ deadline: '2016-03-25', responsible: 'township' },
  });
  const path = `/findings/${issue.id}`;
  const answer = { text: '已补齐', on: '2016-04-01' };
  const answered = await post<IssueDetail>('officer', `${path}/answer`, { version: 1, ...answer });
  const returned = await post<IssueDetail>('inspector', `${path}/return`, {
    ...{ version: answered.version, text: '只补了一半', deadline: '2016-08-10' },
  });
  await post('officer', `${path}/answer`, {
    ...{ version: returned.version, text: '全部补齐', on: '2016-05-20' },
  });
  await stepped(issue.id, [
    ...['2016-03-10 17:00+08', '2016-04-03 10:00+08', '2016-04-08 15:00+08', '2016-05-22 09:00+08'],
  ]);
  await knewAt(office, 'inspection', inspection.id, ['2016-03-10 16:00+08']);
  const on = async (at: string) => (await get('inspector', `${path}?on=${at}`)) as IssueDetail;

  expect((await office.as('inspector').get(`/api/inspections${path}?on=2016-03-09`)).status).toBe(
    404,
  );
  const march = await on('2016-03-20');
  expect(march).toMatchObject({ state: 'open', deadline: '2016-03-25', daysLate: null, acts: [] });
  expect(march.trail.map(({ step }) => step)).toEqual(['enter']);
  // Done on the first, reported on the third: as it was known then it was still owed, and late.
  expect(await on('2016-04-02')).toMatchObject({ state: 'open', daysLate: 8 });
  expect(await on('2016-04-02&known=now')).toMatchObject({ state: 'answered', daysLate: null });
  expect(await on('2016-04-05')).toMatchObject({ state: 'answered', deadline: '2016-03-25' });
  expect(await on('2016-05-01')).toMatchObject({ state: 'returned', deadline: '2016-08-10' });
  expect(await on('2016-05-22')).toMatchObject({ state: 'answered', acts: [] });
  expect(await get('inspector', path)).toMatchObject({
    state: 'answered',
    acts: ['close', 'return'],
  });

  // The list, what waits in it, and the inspections with their findings, of the same day.
  const list = (at: string) => get('officer', `/findings?villageIds=${villageId}&on=${at}`);
  expect(await list('2016-03-09')).toMatchObject({ total: 0, waiting: 0 });
  expect(await list('2016-04-02')).toMatchObject({ total: 1, waiting: 1, overdue: 1 });
  expect((await get('officer', '/findings?states=answered&on=2016-04-02')).total).toBe(0);
  expect((await get('officer', '?on=2016-03-09')).items).toEqual([]);
  const [then] = (await get('officer', '?on=2016-05-01')).items;
  expect(then.findings).toEqual({ open: 1, answered: 0, closed: 0 });
});

test('an inspection reads as it did, and one withdrawn by mistake is no finding by now', async () => {
  const inspection = await post<Inspection>('inspector', '', {
    ...{ kind: 'dispatching', day: '2016-02-01', subject: '二月调度', team: '督查一组' },
    villageIds: [villageId],
  });
  const issue = await post<IssueDetail>('inspector', `/visits/${inspection.id}/findings`, {
    ...{ villageId, kind: 'other', severity: 'minor', text: '登记到了别的村' },
    ...{ deadline: '2016-02-20', responsible: 'township' },
  });
  await post('inspector', `/findings/${issue.id}/withdraw`, { version: 1, text: '登记有误' });
  await stepped(issue.id, ['2016-02-01 17:00+08', '2016-02-09 09:00+08']);
  const changed = await office
    .as('inspector')
    .patch(`/api/inspections/${inspection.id}`, { version: 1, summary: '总体较好' });
  accepted(changed);
  await knewAt(office, 'inspection', inspection.id, ['2016-02-01 16:00+08', '2016-02-15 10:00+08']);
  const one = (at: string) => get('inspector', `/${inspection.id}?on=${at}`);
  expect((await one('2016-02-10')).summary).toBeNull();
  expect((await one('2016-02-15')).summary).toBe('总体较好');
  expect((await one('2016-02-10&known=now')).summary).toBe('总体较好');
  const state = async (at: string) =>
    (await get('inspector', `/findings/${issue.id}?on=${at}`)).state;
  expect(await state('2016-02-05')).toBe('open');
  expect(await state('2016-02-05&known=now')).toBe('withdrawn');
});

test('a village’s state is that of the day', async () => {
  const path = `/villages/${villageId}`;
  const seated = await post<VillageState>('officer', `${path}/holders`, {
    ...{ seat: 'secretary', name: '王德福', startsOn: '2014-12-01' },
  });
  const [holder] = seated.holders.filter(({ name }) => name === '王德福');
  const left = await office.as('officer').patch(`/api/inspections/village-holders/${holder?.id}`, {
    ...{ version: holder?.version, endsOn: '2016-04-10' },
  });
  accepted(left);
  const planned = await post<VillageState>('officer', `${path}/elections`, {
    ...{ body: 'party', dueOn: '2016-05-31' },
  });
  const [election] = planned.elections;
  accepted(
    await office.as('officer').patch(`/api/inspections/village-elections/${election?.id}`, {
      ...{ version: election?.version, heldOn: '2016-06-08', result: '选举产生五人' },
    }),
  );
  const weak = await post<VillageState>('planner', `${path}/weak-lax`, {
    ...{ designatedOn: '2016-03-01', document: '河组发〔2016〕3号', reason: '班子不团结' },
  });
  await post('planner', `/weak-lax/${weak.weakLax[0]?.id}/turn-round`, {
    ...{ turnedOn: '2016-07-01', turnedDocument: '河组发〔2016〕9号', version: 1 },
  });
  await knewAt(office, 'village_holder', holder?.id ?? '', ['2014-12-01', '2016-04-11']);
  await knewAt(office, 'village_election', election?.id ?? '', ['2016-01-10', '2016-06-09']);
  await knewAt(office, 'weak_lax', weak.weakLax[0]?.id ?? '', ['2016-03-01', '2016-07-02']);
  const on = (at: string): Promise<VillageState> => get('officer', `${path}/state?on=${at}`);
  const january = await on('2016-01-05');
  expect(january.holders).toMatchObject([{ name: '王德福', endsOn: null }]);
  expect([january.elections, january.weakLax]).toEqual([[], []]);
  expect(january.editable).toBe(false);
  const june = await on('2016-06-05');
  expect(june.holders).toMatchObject([{ endsOn: '2016-04-10' }]);
  expect(june.elections).toMatchObject([{ heldOn: null, result: null, overdue: true }]);
  expect(june.weakLax).toMatchObject([{ turnedOn: null, turnedDocument: null }]);
  const now = await on('2016-07-15');
  expect(now.elections).toMatchObject([{ heldOn: '2016-06-08', overdue: false }]);
  expect([now.weakLax[0]?.turnedOn, now.editable]).toEqual(['2016-07-01', true]);
  const due = async (at: string) => {
    const { items } = await get('officer', `/elections?on=${at}`);
    return items.filter((one: { id: string }) => one.id === election?.id).length;
  };
  expect([await due('2016-01-05'), await due('2016-06-05'), await due('2016-07-15')]).toEqual([
    0, 1, 0,
  ]);
});

test('what was taken back is still seen on the days before', async () => {
  const path = `/villages/${villageId}`;
  const { holders } = await post<VillageState>('officer', `${path}/holders`, {
    ...{ seat: 'committeeMember', name: '孙小云', startsOn: '2016-01-01' },
  });
  const wrong = holders.find(({ name }) => name === '孙小云');
  await post('officer', `/village-records/holder/${wrong?.id}/withdraw`, {
    ...{ reason: '登记到了别的村', version: 1 },
  });
  await knewAt(office, 'village_holder', wrong?.id ?? '', ['2016-01-02', '2016-02-01']);
  const names = async (at: string) =>
    ((await get('officer', `${path}/state?on=${at}`)) as VillageState).holders.map(
      ({ name }) => name,
    );
  expect(await names('2016-01-20')).toContain('孙小云');
  expect(await names('2016-01-20&known=now')).not.toContain('孙小云');
  expect(await names('2016-02-10')).not.toContain('孙小云');
});

test('leaders’ visits are due as they were on the day', async () => {
  const leader = await post<Leader>('planner', '/leaders', { name: '周建民', position: '副区长' });
  const linked = await post<Leader>('planner', `/leaders/${leader.id}/links`, {
    ...{ villageId, startsOn: '2016-01-01', intervalDays: 60 },
  });
  const [link] = linked.links;
  const path = `/api/inspections/leader-links/${link?.id}`;
  accepted(await office.as('planner').patch(path, { version: link?.version, intervalDays: 90 }));
  await knewAt(office, 'leader_link', link?.id ?? '', ['2016-01-01', '2016-03-10']);
  const on = async (at: string) => {
    const { items }: { items: Leader[] } = await get('planner', `/leaders?on=${at}`);
    return items.find(({ id }) => id === leader.id)?.links[0];
  };
  expect(await on('2015-12-31')).toBeUndefined();
  expect(await on('2016-03-05')).toMatchObject({
    intervalDays: 60,
    dueOn: '2016-03-01',
    daysLeft: -4,
  });
  expect(await on('2016-03-12')).toMatchObject({
    intervalDays: 90,
    dueOn: '2016-03-31',
    daysLeft: 19,
  });
});
