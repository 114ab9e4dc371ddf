import type { AttendanceMonth } from '@xuanpai/contracts/attendance';
import type { TrainingDetail } from '@xuanpai/contracts/trainings';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day, startTestApp, type TestApp } from '../../testing.ts';
import { accepted } from '../../testing-plans.ts';

let office: TestApp;
let batchId: string;
let zhengwang: string;
let chaoyang: string;

beforeAll(async () => {
  office = await startTestApp('issued', day('2015-07-20'));
  const { prisma } = office.db;
  const of = async (name: string) => (await prisma.region.findFirstOrThrow({ where: { name } })).id;
  batchId = (await prisma.batch.findFirstOrThrow()).id;
  zhengwang = await of('郑旺镇');
  chaoyang = await of('朝阳街道');
});
afterAll(() => office.close());

const fields = {
  ...{ topic: '基层党建业务', place: '镇会议室', teachers: '区委党校李老师', hours: 6 },
  ...{ startsOn: '2015-06-08', endsOn: '2015-06-08' },
};

const enter = (more: object = {}, by = 'officer') =>
  office.as(by).post('/api/trainings', { ...fields, batchId, townshipId: zhengwang, ...more });
const entered = async (...given: Parameters<typeof enter>): Promise<TrainingDetail> =>
  accepted(await enter(...given)).body;

const tick = (id: string, changes: object[], by = 'officer') =>
  office.as(by).post(`/api/trainings/${id}/presence`, { changes });
const came = (id: string, cadreId: string, was: string | null = null) =>
  tick(id, [{ cadreId, was, is: 'came' }]);

const readMonth = async (month = '2015-06'): Promise<AttendanceMonth> =>
  accepted(await office.as('officer').get(`/api/attendance/months/${zhengwang}/${month}`)).body;
const rowOf = async (cadreId: string, month?: string) => {
  const row = (await readMonth(month)).rows.find((one) => one.cadreId === cadreId);
  if (!row) throw new Error(`${cadreId} has no row`);
  return row;
};

const codes = (reply: { body: { errors: { code: string }[] } }) =>
  reply.body.errors.map(({ code }) => code);

/** Somebody of 郑旺镇 that no other test has to do with. */
let taken = 0;
async function somebody(): Promise<string> {
  const { rows } = await readMonth();
  const row = rows[taken++];
  if (!row) throw new Error('too few people');
  return row.cadreId;
}

describe('who should come', () => {
  test('all in post are invited at once, of a township its own, of the district by tier', async () => {
    const { rows } = await readMonth();
    const own = await entered({ invite: 'all' });
    expect(own.people.map(({ cadreId }) => cadreId).sort()).toEqual(
      rows.map(({ cadreId }) => cadreId).sort(),
    );
    expect(own).toMatchObject({ level: 'township', invited: rows.length, came: 0, days: 1 });
    const district = await entered({ townshipId: null, invite: 'district' }, 'planner');
    expect([district.level, district.invited]).toEqual(['district', 144]);
    // The same session as the township sees it: its own people.
    const seen = accepted(await office.as('officer').get(`/api/trainings/${district.id}`)).body;
    expect(seen.writable).toBe(false);
    expect(seen.people.length).toBeLessThan(144);
    expect(
      seen.people.every(({ townshipName }: { townshipName: string }) => townshipName === '郑旺镇'),
    ).toBe(true);
  });

  test('one by one, and nobody of another township or twice', async () => {
    const { id } = await entered();
    const candidates = accepted(await office.as('officer').get(`/api/trainings/${id}/candidates`))
      .body.items;
    const [first, second] = candidates;
    const url = `/api/trainings/${id}/people`;
    const add = [first.cadreId, second.cadreId];
    expect((await office.as('officer').post(url, { add })).body.invited).toBe(2);
    expect((await office.as('officer').post(url, { add })).body.invited).toBe(2);
    const foreign = await office.db.prisma.assignment.findFirstOrThrow({
      where: { village: { townshipId: chaoyang } },
    });
    const refused = await office.as('officer').post(url, { add: [foreign.cadreId] });
    expect([refused.status, codes(refused)]).toEqual([400, ['notInPost']]);
    const gone = await office.as('officer').post(url, { remove: [first.cadreId] });
    expect(gone.body.people.map(({ cadreId }: { cadreId: string }) => cadreId)).toEqual([
      second.cadreId,
    ]);
  });
});

describe('who came', () => {
  test('ticks are against what was seen; who is on record stays on the list', async () => {
    const { id, people } = await entered({ invite: 'all' });
    const [one, other] = people.map(({ cadreId }) => cadreId) as [string, string];
    const absent = { cadreId: other, was: null, is: 'absent', reason: '住院' };
    const after = accepted(await tick(id, [{ cadreId: one, was: null, is: 'came' }, absent])).body;
    expect([after.came, after.absent]).toEqual([1, 1]);
    expect(after.people[1]).toMatchObject({ presence: 'absent', reason: '住院' });
    const stale = await tick(id, [{ cadreId: one, was: null, is: 'absent' }]);
    expect([stale.status, codes(stale)]).toEqual([409, ['changed']]);
    expect((await came(id, one)).status).toBe(200);
    const kept = await office.as('officer').post(`/api/trainings/${id}/people`, { remove: [one] });
    expect(codes(kept)).toEqual(['said']);
    expect(codes(await came(id, id))).toEqual(['notOnList']);
    await tick(id, [{ cadreId: one, was: 'came', is: null }]);
  });

  test('nobody came to what hasn’t begun', async () => {
    const ahead = { startsOn: '2015-07-21', endsOn: '2015-07-21' };
    const { id, people } = await entered({ ...ahead, invite: 'all' });
    expect(codes(await came(id, people[0]?.cadreId ?? ''))).toEqual(['ahead']);
  });
});

describe('a day in training', () => {
  const inTraining = async (cadreId: string, more: object = {}) => {
    const { id } = await entered(more);
    await office.as('officer').post(`/api/trainings/${id}/people`, { add: [cadreId] });
    accepted(await came(id, cadreId));
    return id;
  };
  const log = async (cadreId: string, on: string, is: string, was: string | null) => {
    const { assignmentId } = await rowOf(cadreId);
    const changes = [{ assignmentId, day: on, was, is }];
    accepted(
      await office.as('officer').patch(`/api/attendance/months/${zhengwang}/2015-06`, { changes }),
    );
  };
  const setSheet = (status: 'confirmed' | 'submitted' | 'draft') =>
    office.db.pool.query(
      `UPDATE attendance_sheet SET status = $1::sheet_status, revision = greatest(revision, 1),
         confirmed_revision = greatest(revision, 1), submitted_at = now(), confirmed_at = now()
       WHERE township_id = $2 AND month = '2015-06-01'`,
      [status, zhengwang],
    );

  test('shows on the sheet by itself, by halves, on a Saturday too, and goes with the tick', async () => {
    const cadreId = await somebody();
    const days = { startsOn: '2015-06-12', endsOn: '2015-06-13', hours: 9 };
    const id = await inTraining(cadreId, { ...days, startsAtNoon: true });
    const row = await rowOf(cadreId);
    expect(row.days).toMatchObject({ '2015-06-12': 'none/training', '2015-06-13': 'training' });
    expect(row.prefilled).toEqual(expect.arrayContaining(['2015-06-12', '2015-06-13']));
    expect(row.totals.training).toBe(1.5);
    accepted(await tick(id, [{ cadreId, was: 'came', is: 'absent', reason: '开会' }]));
    const after = await rowOf(cadreId);
    expect([after.days['2015-06-12'], after.days['2015-06-13']]).toEqual([undefined, 'rest']);
  });

  test('what was typed stays, before and after', async () => {
    const cadreId = await somebody();
    await log(cadreId, '2015-06-08', 'village', null);
    await inTraining(cadreId);
    expect((await rowOf(cadreId)).days['2015-06-08']).toBe('village');
    const other = await somebody();
    await inTraining(other, { startsOn: '2015-06-09', endsOn: '2015-06-09' });
    await log(other, '2015-06-09', 'errand', 'training');
    expect((await rowOf(other)).days['2015-06-09']).toBe('errand');
  });

  test('what was submitted goes back to the township', async () => {
    const [cadreId, typed] = [await somebody(), await somebody()];
    await log(typed, '2015-06-08', 'village', null);
    await setSheet('submitted');
    await inTraining(typed);
    expect((await readMonth()).status).toBe('submitted');
    await inTraining(cadreId);
    expect((await readMonth()).status).toBe('returned');
    await setSheet('draft');
  });

  test('a confirmed month is never changed: said later it doesn’t show, said before it stays', async () => {
    const [late, before] = [await somebody(), await somebody()];
    const id = await inTraining(before, { startsOn: '2015-06-13', endsOn: '2015-06-13' });
    await setSheet('confirmed');
    await inTraining(late, { startsOn: '2015-06-13', endsOn: '2015-06-13' });
    expect((await rowOf(late)).days['2015-06-13']).toBe('rest');
    expect((await rowOf(before)).days['2015-06-13']).toBe('training');
    const { version } = accepted(await office.as('officer').get(`/api/trainings/${id}`)).body;
    const officer = office.as('officer');
    const untick = await tick(id, [{ cadreId: before, was: 'came', is: null }]);
    const moved = await officer.patch(`/api/trainings/${id}`, {
      ...{ startsOn: '2015-06-12', endsOn: '2015-06-12', version },
    });
    const gone = await officer.delete(`/api/trainings/${id}?version=${version}`);
    for (const reply of [untick, moved, gone]) {
      expect([reply.status, codes(reply)]).toEqual([422, ['monthConfirmed']]);
    }
    const renamed = await officer.patch(`/api/trainings/${id}`, { topic: '党建业务培训', version });
    expect([renamed.status, renamed.body.topic]).toEqual([200, '党建业务培训']);
    await setSheet('draft');
    expect((await rowOf(late)).days['2015-06-13']).toBe('training');
  });

  test('a session that moves, moves on the sheet', async () => {
    const cadreId = await somebody();
    const id = await inTraining(cadreId);
    const { version } = accepted(await office.as('officer').get(`/api/trainings/${id}`)).body;
    const days = { startsOn: '2015-06-10', endsOn: '2015-06-10' };
    accepted(await office.as('officer').patch(`/api/trainings/${id}`, { ...days, version }));
    const row = await rowOf(cadreId);
    expect([row.days['2015-06-08'], row.days['2015-06-10']]).toEqual([undefined, 'training']);
    expect(
      (await office.as('officer').delete(`/api/trainings/${id}?version=${version}`)).body.code,
    ).toBe('staleVersion');
    await office.as('officer').delete(`/api/trainings/${id}?version=${version + 1}`);
    expect((await rowOf(cadreId)).days['2015-06-10']).toBeUndefined();
  });
});

describe('sessions', () => {
  test('all that is wrong with one is said, and a township’s is its own officers’', async () => {
    const wrong = await enter({ startsOn: '2015-06-09', topic: ' ', hours: 0 });
    expect(wrong.status).toBe(400);
    expect(codes(await enter({ startsOn: '2015-06-09' }))).toEqual(['beforeStart']);
    for (const more of [{ townshipId: chaoyang }, { townshipId: null }]) {
      expect((await enter(more)).status).toBe(404);
    }
    expect((await enter({}, 'head')).status).toBe(403);
    expect((await enter({ townshipId: chaoyang }, 'office')).status).toBe(201);
  });

  test('a list is found by a word, filtered, and goes out as it stands', async () => {
    const { id } = await entered({ topic: '大棚蔬菜种植' });
    await enter({ topic: '大棚蔬菜种植', townshipId: chaoyang }, 'officer2');
    const q = encodeURIComponent('蔬菜');
    const ids = async (by: string) =>
      (await office.as(by).get(`/api/trainings?q=${q}`)).body.items.map(
        (one: { id: string }) => one.id,
      );
    expect(await ids('officer')).toEqual([id]);
    expect(await ids('planner')).toHaveLength(2);
    for (const path of ['/api/trainings.xlsx', `/api/trainings/${id}/people.xlsx`]) {
      expect((await office.as('officer').download(path)).status, path).toBe(200);
    }
    expect((await office.as('planner').get('/api/trainings?level=district')).body.total).toBe(1);
  });

  test('who was trained in time, by the policy of the day, and the cadre’s own list', async () => {
    const cadreId = await somebody();
    const url = `/api/trainings/cadres?batchId=${batchId}`;
    const stateOf = async () => {
      const { items } = (await office.as('officer').get(url)).body;
      return items.find((one: { cadreId: string }) => one.cadreId === cadreId);
    };
    expect(await stateOf()).toMatchObject({ state: 'open', dueOn: '2015-07-31', sessions: 0 });
    const before = (await office.as('planner').get(url)).body;
    expect(before.basis.kind).toBe('reading');
    const { version } = (await office.as('planner').get(`/api/batches/${batchId}/policy`)).body;
    accepted(
      await office.as('planner').post(`/api/batches/${batchId}/policy`, {
        ...{ effectiveFrom: '2015-07-01', reason: '培训办班计划', version },
        changes: [{ key: 'training.withinDays', value: 30 }],
      }),
    );
    expect(await stateOf()).toMatchObject({ state: 'late', daysLeft: -19 });
    const tasks = async (who: string) =>
      (await office.as(who).get('/api/home')).body.tasks.filter(
        ({ code }: { code: string }) => code === 'trainCadres',
      );
    const [task] = await tasks('officer');
    expect(task.counts.people).toBeGreaterThan(0);
    expect((await tasks('planner'))[0].counts.people).toBeGreaterThan(task.counts.people);
    expect(await tasks('leader')).toEqual([]);
    const { id } = await entered({ topic: '补训' });
    await office.as('officer').post(`/api/trainings/${id}/people`, { add: [cadreId] });
    accepted(await came(id, cadreId));
    expect(await stateOf()).toMatchObject({ state: 'trained', sessions: 1, hours: 6 });
    expect((await tasks('officer'))[0].counts.people).toBe(task.counts.people - 1);
    const own = accepted(await office.as('head').get(`/api/cadres/${cadreId}/trainings`)).body;
    const made = own.items.find(({ topic }: { topic: string }) => topic === '补训');
    expect(made).toMatchObject({ presence: 'came', days: 1, hours: 6 });
    expect((await office.as('officer2').get(`/api/cadres/${cadreId}/trainings`)).status).toBe(404);
    expect(
      (await office.as('planner').download(`/api/trainings/cadres.xlsx?batchId=${batchId}`)).status,
    ).toBe(200);
  });
});
