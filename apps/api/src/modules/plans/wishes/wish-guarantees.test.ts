import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing.ts';
import { newPlan } from '../../../testing-plans.ts';

let office: TestApp;
let ids: { plan: string; place: string; cadre: string; other: string; village: string };
beforeAll(async () => {
  office = await startTestApp('demo');
  const { id, places, cadres } = await newPlan(office);
  const [place] = places;
  const [cadre, other] = cadres;
  ids = {
    plan: id,
    place: place?.id ?? '',
    village: place?.villageId ?? '',
    cadre: cadre?.cadreId ?? '',
    other: other?.cadreId ?? '',
  };
}, 300_000);
afterAll(() => office.close());

function insert(columns: Record<string, string>) {
  const row: Record<string, string> = { plan_id: ids.plan, reason: '熟悉情况', ...columns };
  const names = Object.keys(row);
  return office.db.pool.query(
    `INSERT INTO plan_wish (id, set_by_name, ${names.join(', ')})
     VALUES (gen_random_uuid(), '王晓东', ${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  );
}

test('the database refuses a wish of the wrong shape', async () => {
  const { place, cadre, other, village } = ids;
  const shape = 'plan_wish_shape_of_kind';
  await expect(insert({ kind: 'pin', cadre_id: cadre })).rejects.toThrow(shape);
  await expect(
    insert({ kind: 'pin', cadre_id: cadre, place_id: place, village_id: village }),
  ).rejects.toThrow(shape);
  await expect(insert({ kind: 'banVillage', cadre_id: cadre })).rejects.toThrow(shape);
  await expect(insert({ kind: 'banTownship', village_id: village })).rejects.toThrow(shape);
  await expect(insert({ kind: 'together', cadre_id: cadre })).rejects.toThrow(shape);
  await expect(insert({ kind: 'prefer', cadre_id: cadre })).rejects.toThrow(shape);
  await expect(insert({ kind: 'apart', cadre_id: cadre, other_cadre_id: cadre })).rejects.toThrow(
    'plan_wish_two_people',
  );
  await expect(
    insert({ kind: 'apart', cadre_id: cadre, other_cadre_id: other, reason: ' ' }),
  ).rejects.toThrow('plan_wish_has_a_reason');
});

test('and the same wish twice, whichever way round', async () => {
  const { place, cadre, other } = ids;
  await insert({ kind: 'together', cadre_id: cadre, other_cadre_id: other });
  await expect(
    insert({ kind: 'together', cadre_id: other, other_cadre_id: cadre }),
  ).rejects.toThrow('plan_wish_pair_once');
  await insert({ kind: 'pin', cadre_id: cadre, place_id: place });
  await expect(insert({ kind: 'pin', cadre_id: other, place_id: place })).rejects.toThrow(
    'plan_wish_one_pin_a_place',
  );
});

test('and a pin to a place of another plan', async () => {
  const { places } = await newPlan(office);
  await expect(
    insert({ kind: 'pin', cadre_id: ids.other, place_id: places[0]?.id ?? '' }),
  ).rejects.toThrow('plan_wish_plan_id_place_id_fkey');
});
