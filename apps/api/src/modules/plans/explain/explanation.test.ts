import type {
  Alternative,
  CadreExplanation,
  VillageExplanation,
  WayToFill,
} from '@xuanpai/contracts/plan-explanation';
import type { Plan } from '@xuanpai/contracts/plans';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing.ts';
import { accepted, onlyPlan, pin, readPlan } from '../../../testing-plans.ts';

let office: TestApp;
let plan: Plan;
beforeAll(async () => {
  office = await startTestApp('planned');
  plan = await onlyPlan(office);
});
afterAll(() => office.close());

async function read<T>(path: string, language?: string): Promise<T> {
  const headers: Record<string, string> = language ? { 'accept-language': language } : {};
  return accepted(await office.as('leader').get(`/api/plans/${plan.id}/${path}`, headers)).body;
}

function villageOf(tier: 'district' | 'township', matches = (_: Plan['villages'][number]) => true) {
  const village = plan.villages.find((one) => one.tier === tier && matches(one));
  if (!village) throw new Error('no such village');
  return village;
}

async function move(moves: { placeId: string; cadreId: string | null }[]) {
  const path = `/api/plans/${plan.id}/moves`;
  const { version } = await readPlan(office, plan.id);
  return accepted(await office.as('planner').post(path, { moves, version })).body;
}

describe('why a village is as it is', () => {
  test('every part of its score has words, points and a basis; they add up', async () => {
    const some = plan.villages.filter((_, at) => at % 12 === 0);
    expect(new Set(some.map(({ tier }) => tier)).size).toBe(2);
    for (const village of some) {
      const told = await read<VillageExplanation>(`villages/${village.villageId}/explanation`);
      expect(told.score).toBe(village.score);
      expect(told.parts.map(({ kind, value, cadreId }) => ({ kind, value, cadreId }))).toEqual(
        village.parts,
      );
      for (const { text, basis } of told.parts) {
        expect(text).toMatch(/^\S.*。$/);
        expect(text).not.toMatch(/undefined|NaN|\?/);
        expect(basis.source).not.toBe('');
      }
      expect(told.people.every(({ reasons }) => reasons.length > 0)).toBe(true);
    }
  });

  test('says what is needed, and why these two: speciality, unit, rank, colleague, home', async () => {
    const village = villageOf('district', ({ kinds, poor, parts }) => {
      const paired = parts.some(({ kind }) => kind === 'pair');
      return kinds.includes('weakLax') && poor && paired;
    });
    const told = await read<VillageExplanation>(`villages/${village.villageId}/explanation`);
    expect(told.need.text).toMatch(/^软弱涣散村、经济薄弱村，需要.*党建 50%.*（各类的平均）。$/);
    expect(told.need.basis).toEqual({ kind: 'reading', source: '本办测算口径' });
    const [lead, deputy] = told.people;
    const words = lead?.reasons.map(({ text }) => text).join('');
    expect(words).toContain('专长');
    expect(words).toContain('任第一书记');
    expect(words).toContain(`与${deputy?.name}同在`);
  });

  test('speaks English to who asks in English', async () => {
    const { villageId } = villageOf('district');
    const told = await read<VillageExplanation>(`villages/${villageId}/explanation`, 'en');
    expect(told.need.text).toMatch(/needs .*%/);
    expect(told.parts[0]?.text).toMatch(/needed \d+% × 60%/);
  });

  test('a lagging village of the township tier names the clause', async () => {
    const village = villageOf('township', ({ kinds }) => kinds.includes('lagging'));
    const told = await read<VillageExplanation>(`villages/${village.villageId}/explanation`);
    const reason = told.people[0]?.reasons.find(({ text }) => text.includes('班子成员'));
    expect(reason?.basis).toEqual({ kind: 'notice', source: '二（二）' });
  });

  test('a pin is told with its reason and who set it', async () => {
    const place = plan.places.find(({ tier }) => tier === 'district');
    await pin(office, plan, place?.id ?? '');
    plan = await readPlan(office, plan.id);
    const told = await read<VillageExplanation>(`villages/${place?.villageId}/explanation`);
    const pinned = told.people.find(({ placeId }) => placeId === place?.id);
    const text = pinned?.reasons.map((reason) => reason.text).join('');
    expect(text).toMatch(/锁定在.*熟悉该村情况（.+）/);
  });
});

describe('other choices', () => {
  test('of a district village are pairs, with what they cost here and elsewhere', async () => {
    const { villageId } = villageOf('district');
    const { items } = await read<{ items: Alternative[] }>(`villages/${villageId}/alternatives`);
    expect(items).toHaveLength(5);
    for (const { people, change, here, elsewhere, spread, travels } of items) {
      expect(people).toHaveLength(2);
      expect(change).toBeLessThanOrEqual(0);
      const sum = elsewhere.reduce((points, village) => points + village.change, here + spread);
      expect(sum).toBeCloseTo(change, 4);
      expect(travels.length).toBeGreaterThan(0);
      for (const travel of travels) expect(travel).toMatch(/^\S+：\S+ → \S+$/);
    }
    const changes = items.map(({ change }) => change);
    expect(changes).toEqual(changes.toSorted((a, b) => b - a));
  });

  test('are what the preview of their moves says, and can be done', async () => {
    const { villageId } = villageOf('district', (one) => one !== villageOf('district'));
    const { items } = await read<{ items: Alternative[] }>(`villages/${villageId}/alternatives`);
    const second = items[1];
    if (!second) throw new Error('no second pair');
    const done = await move(second.moves);
    expect(done.change).toBeCloseTo(second.change, 6);
    const edited = await readPlan(office, plan.id);
    const there = edited.places.filter((place) => place.villageId === villageId);
    const ids = second.people.map(({ cadreId }) => cadreId);
    expect(there.map(({ cadreId }) => cadreId).sort()).toEqual(ids.sort());
    await move(done.inverse);
    expect((await readPlan(office, plan.id)).places.map(({ cadreId }) => cadreId)).toEqual(
      plan.places.map(({ cadreId }) => cadreId),
    );
  });

  test('of a township village are people of the township', async () => {
    const village = villageOf('township');
    const path = `villages/${village.villageId}/alternatives`;
    const { items } = await read<{ items: Alternative[] }>(path);
    const own = new Set(
      plan.cadres
        .filter(({ townshipId }) => townshipId === village.townshipId)
        .map(({ cadreId }) => cadreId),
    );
    expect(items.length).toBeGreaterThan(0);
    for (const { people } of items) {
      expect(people).toHaveLength(1);
      expect(own.has(people[0]?.cadreId ?? '')).toBe(true);
    }
  });
});

describe('why somebody is here', () => {
  test('with the best alternatives and what closes the rest', async () => {
    const { cadreId } = plan.cadres.find(({ tier }) => tier === 'township') ?? { cadreId: '' };
    const told = await read<CadreExplanation>(`cadres/${cadreId}/explanation`);
    expect(told.reasons.map(({ text }) => text).join('')).toContain('在本镇街任职');
    expect(told.alternatives.length).toBeGreaterThan(0);
    expect(told.alternatives.length).toBeLessThanOrEqual(5);
    const outside = told.ruledOut.find(({ code }) => code === 'outsideTownship');
    expect(outside?.text).toMatch(/^\d+个岗位不在本镇街/);
    expect(outside?.basis?.kind).toBe('reading');
  });

  test('or why nowhere: the rule for who is not eligible, what it would cost for who is', async () => {
    const place = plan.places.find(({ tier, pinned }) => tier === 'district' && !pinned);
    const cadreId = place?.cadreId ?? '';
    const { inverse } = await move([{ placeId: place?.id ?? '', cadreId: null }]);
    const free = await read<CadreExplanation>(`cadres/${cadreId}/explanation`);
    expect(free.placeId).toBeNull();
    expect(free.reasons[0]?.text).toContain('空岗可以任职');
    const dates = { joinedOn: new Date('2015-03-01'), fullMemberOn: null };
    const before = await office.db.prisma.cadre.findUniqueOrThrow({ where: { id: cadreId } });
    await office.db.prisma.cadre.update({ where: { id: cadreId }, data: dates });
    const barred = await read<CadreExplanation>(`cadres/${cadreId}/explanation`);
    expect(barred.reasons[0]).toMatchObject({
      text: expect.stringContaining('尚未转正'),
      basis: { kind: 'notice', source: '二（三）' },
    });
    expect(barred.nominationId).not.toBeNull();
    const { joinedOn, fullMemberOn } = before;
    const back = { joinedOn, fullMemberOn };
    await office.db.prisma.cadre.update({ where: { id: cadreId }, data: back });
    await move(inverse);
  });
});

describe('what would fill an empty place', () => {
  const ways = (placeId: string) =>
    read<{ reasons: { text: string }[]; ways: WayToFill[] }>(`places/${placeId}/ways-to-fill`);

  test('nothing, while somebody is there', async () => {
    expect(await ways(plan.places[0]?.id ?? '')).toMatchObject({ reasons: [], ways: [] });
  });

  test('the least change first: the reserve, then the file, a chain, another nominee', async () => {
    const [one, other] = plan.places.filter(({ tier, pinned }) => tier === 'district' && !pinned);
    if (!one || !other) throw new Error('no places');
    await move([
      { placeId: one.id, cadreId: null },
      { placeId: other.id, cadreId: null },
    ]);
    const dates = { joinedOn: new Date('2015-03-01'), fullMemberOn: null };
    await office.db.prisma.cadre.update({ where: { id: one.cadreId ?? '' }, data: dates });
    const told = await ways(one.id);
    const name = plan.cadres.find(({ cadreId }) => cadreId === one.cadreId)?.name ?? '';
    expect(told.reasons[0]?.text).toMatch(new RegExp(`^区直：.*差1名.*${name}（尚未转正）`));
    const kinds = [...new Set(told.ways.map(({ kind }) => kind))];
    expect(kinds).toEqual(['reserve', 'correct', 'chain', 'replace']);
    const [reserve] = told.ways;
    expect(reserve).toMatchObject({ cadreId: other.cadreId, moves: [{ placeId: one.id }] });
    const correct = told.ways.find(({ kind }) => kind === 'correct');
    expect(correct).toMatchObject({ cadreId: one.cadreId, moves: [] });
    expect(correct?.nominationId).toBeTruthy();
    const chain = told.ways.find(({ kind }) => kind === 'chain');
    expect(chain?.moves).toHaveLength(2);
    const done = await move(chain?.moves ?? []);
    expect(done.change).toBeCloseTo(chain?.change ?? 0, 6);
  });

  test('a wish that stands in the way is named, with its reason and who set it', async () => {
    const now = await readPlan(office, plan.id);
    const empty = now.places.find(({ tier, cadreId }) => tier === 'district' && cadreId === null);
    const held = now.places.find(
      ({ tier, pinned, cadreId }) => tier === 'district' && !pinned && cadreId !== null,
    );
    await move([{ placeId: held?.id ?? '', cadreId: null }]);
    const { version } = await readPlan(office, plan.id);
    const { cadreId } = held ?? {};
    const ban = {
      kind: 'banVillage',
      cadreId,
      villageId: empty?.villageId,
      reason: '曾在该村包村',
    };
    const path = `/api/plans/${plan.id}/wishes`;
    accepted(await office.as('planner').post(path, { wishes: [ban], version }));
    const told = await ways(empty?.id ?? '');
    const way = told.ways.find(({ kind }) => kind === 'dropWish');
    expect(way).toMatchObject({ cadreId, text: expect.stringContaining('曾在该村包村') });
    expect(way?.wishId).toBeTruthy();
    const person = await read<CadreExplanation>(`cadres/${cadreId}/explanation`);
    expect(person.ruledOut.find(({ code }) => code === 'banned')).toMatchObject({ places: 2 });
  });
});

test('a village, a person, a place that the plan has not are not found', async () => {
  const nowhere = '00000000-0000-7000-8000-000000000000';
  for (const path of [
    `villages/${nowhere}/explanation`,
    `villages/${nowhere}/alternatives`,
    `cadres/${nowhere}/explanation`,
    `places/${nowhere}/ways-to-fill`,
  ]) {
    const { status } = await office.as('planner').get(`/api/plans/${plan.id}/${path}`);
    expect(status, path).toBe(404);
  }
});
