import { addDays } from '@xuanpai/domain/office/plain-date';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../testing.ts';
import { addReserve, change, type Life, startLife } from './testing-life.ts';

let life: Life;
let reserves: string[];
beforeAll(async () => {
  life = await startLife('2015-06-10');
  const units = await life.office.db.prisma.unit.findMany({
    where: { townshipId: null },
    take: 6,
    orderBy: { id: 'asc' },
  });
  reserves = await Promise.all(units.map(({ id }) => addReserve(life, id)));
});
afterAll(() => life.office.close());

/** Who is where from when to when, as it counts. */
async function inForce() {
  const posts = await life.office.db.prisma.assignment.findMany({
    where: { state: 'inForce' },
    orderBy: { id: 'asc' },
    select: { id: true, cadreId: true, villageId: true, post: true, startsOn: true, endsOn: true },
  });
  return JSON.stringify(posts);
}

/** Days on which somebody is in two places, or two people are in one. */
async function overlaps(): Promise<number> {
  const [found] = await life.office.db.prisma.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM assignment a JOIN assignment b ON a.id < b.id
      AND a.state = 'inForce' AND b.state = 'inForce'
      AND daterange(a.starts_on, a.ends_on, '[]') && daterange(b.starts_on, b.ends_on, '[]')
      AND (a.cadre_id = b.cadre_id OR (a.village_id = b.village_id
        AND (a.post = 'deputySecretary') = (b.post = 'deputySecretary')))`;
  return found?.count ?? -1;
}

test('whatever is done and undone, nobody overlaps, and undone to the start all is as before', async () => {
  const before = await inForce();
  const { prisma } = life.office.db;
  let seed = 20_150_424;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const few = (await life.postsOf('tier=district')).slice(0, 6).map(({ id }) => id);
  const done = { acted: 0, refused: 0, undone: 0 };
  for (let step = 0; step < 60; step += 1) {
    const made = await prisma.assignmentEvent.findMany({
      where: { undoneAt: null, madeId: { not: null } },
      orderBy: { id: 'asc' },
      select: { madeId: true },
    });
    const ids = [...few, ...made.flatMap(({ madeId }) => madeId ?? [])];
    const id = ids[random(ids.length)] ?? '';
    const other = ids[random(ids.length)] ?? '';
    const from = addDays(day('2015-06-01'), random(700));
    const reply = await stepOf(random(5), id, other, from);
    if (reply.status === 200) done.acted += 1;
    else done.refused += 1;
    expect([200, 404, 409, 422]).toContain(reply.status);
    expect(await overlaps()).toBe(0);
  }
  expect(done.acted).toBeGreaterThan(10);
  expect(done.refused).toBeGreaterThan(5);
  for (;;) {
    const last = await prisma.assignmentEvent.findFirst({
      where: { undoneAt: null },
      orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    });
    if (!last) break;
    const { version } = await prisma.assignment.findUniqueOrThrow({
      where: { id: last.assignmentId },
    });
    const path = `/api/assignments/${last.assignmentId}/events/${last.id}/undo`;
    const reply = await life.office.as('planner').post(path, { version });
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    done.undone += 1;
  }
  expect(done.undone).toBeGreaterThan(5);
  expect(await inForce()).toBe(before);

  async function stepOf(kind: number, id: string, otherId: string, from: string) {
    const { assignment } = await life.history(otherId);
    switch (kind) {
      case 0:
        return life.act(id, 'withdraw', change(from));
      case 1:
        return life.act(id, 'replace', {
          ...change(from),
          cadreId: reserves[random(reserves.length)] ?? '',
        });
      case 2:
        return life.act(id, 'exchange', {
          ...change(from),
          ...{ withId: otherId, withVersion: assignment.version },
        });
      case 3:
        return life.act(id, 'extend', {
          ...{ until: addDays(day('2017-06-01'), random(90)) },
          ...{ documentNumber: '河组发〔2017〕3号', reason: '任务未完成' },
        });
      default: {
        const { events } = await life.history(id);
        const there = events.some(({ undoneAt }) => undoneAt === null);
        return there ? life.undoLast(id) : { status: 404 };
      }
    }
  }
});
