import type { TrainedCadre } from '@xuanpai/contracts/trained';
import type { Training, TrainingDetail } from '@xuanpai/contracts/trainings';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, startTestApp, type TestApp } from '../../testing.ts';
import { knewAt } from '../../testing-editions.ts';
import { accepted } from '../../testing-plans.ts';

/** Today is 2015-07-20; what is shown of earlier days. */

let office: TestApp;
let batchId: string;
let townshipId: string;

beforeAll(async () => {
  office = await startTestApp('issued', day('2015-07-20'));
  const { prisma } = office.db;
  batchId = (await prisma.batch.findFirstOrThrow()).id;
  townshipId = (await prisma.region.findFirstOrThrow({ where: { name: '郑旺镇' } })).id;
});
afterAll(() => office.close());

const get = async (path: string) =>
  accepted(await office.as('officer').get(`/api/trainings${path}`)).body;

/** One list of the session said, then the other; the last one stands. */
async function saidAt(id: string, toCome: string, said: string): Promise<void> {
  const { pool } = office.db;
  await pool.query(`ALTER TABLE training_person DISABLE TRIGGER USER;
    ALTER TABLE row_edition DISABLE TRIGGER USER`);
  await pool.query(
    'UPDATE row_edition SET known_from = $2, known_until = $3 WHERE row_id = $1 AND of_table = $4',
    [id, toCome, said, 'training_person'],
  );
  await pool.query(
    `UPDATE training_person SET known_from = CASE WHEN presence IS NULL THEN $2::timestamptz
      ELSE $3::timestamptz END WHERE training_id = $1`,
    [id, toCome, said],
  );
  await pool.query(`ALTER TABLE training_person ENABLE TRIGGER USER;
    ALTER TABLE row_edition ENABLE TRIGGER USER`);
}

test('a session and its list stand as they were known on the day', async () => {
  const fields = {
    ...{ topic: '乡村治理', place: '镇会议室', teachers: '区委党校', hours: 6 },
    ...{ startsOn: '2015-06-08', endsOn: '2015-06-08', batchId, townshipId, invite: 'all' },
  };
  const planned: TrainingDetail = accepted(
    await office.as('officer').post('/api/trainings', fields),
  ).body;
  const path = `/${planned.id}`;
  const cadreId = planned.people[0]?.cadreId ?? '';
  const told = await office.as('officer').post(`/api/trainings${path}/presence`, {
    changes: [{ cadreId, was: null, is: 'came' }],
  });
  accepted(told);
  const moved = await office.as('officer').patch(`/api/trainings${path}`, {
    ...{ place: '镇党校', version: told.body.version },
  });
  accepted(moved);
  await saidAt(planned.id, '2015-06-01 09:00+08', '2015-06-10 09:00+08');
  await knewAt(office, 'training', planned.id, ['2015-06-01 09:00+08', '2015-06-12 09:00+08']);

  const missing = await office.as('officer').get(`/api/trainings${path}?on=2015-05-31`);
  expect(missing.status).toBe(404);
  const on = (at: string): Promise<TrainingDetail> => get(`${path}?on=${at}`);
  // Held on the eighth; who came was said on the tenth.
  expect(await on('2015-06-09')).toMatchObject({ place: '镇会议室', came: 0, writable: false });
  expect((await on('2015-06-09')).invited).toBe(planned.invited);
  expect(await on('2015-06-09&known=now')).toMatchObject({ place: '镇党校', came: 1 });
  expect(await on('2015-06-08&known=now')).toMatchObject({ came: 1 });
  expect(await on('2015-06-11')).toMatchObject({ place: '镇会议室', came: 1 });
  expect(await on('2015-06-12')).toMatchObject({ place: '镇党校', came: 1 });
  expect(await get(path)).toMatchObject({ writable: true, came: 1 });

  const listed = async (at: string): Promise<Training | undefined> =>
    (await get(`?batchId=${batchId}&on=${at}`)).items.find(
      ({ id }: { id: string }) => id === planned.id,
    );
  expect(await listed('2015-05-31')).toBeUndefined();
  expect((await listed('2015-06-09'))?.came).toBe(0);

  // Whether somebody was trained, and late, is of the day too.
  const trained = async (at: string): Promise<TrainedCadre | undefined> =>
    (await get(`/cadres?batchId=${batchId}&on=${at}`)).items.find(
      (one: { cadreId: string }) => one.cadreId === cadreId,
    );
  expect((await trained('2015-06-09'))?.sessions).toBe(0);
  expect(await trained('2015-06-11')).toMatchObject({ state: 'trained', sessions: 1 });
  const own = async (at: string) =>
    accepted(await office.as('officer').get(`/api/cadres/${cadreId}/trainings?on=${at}`)).body
      .items;
  expect(await own('2015-05-31')).toEqual([]);
  expect((await own('2015-06-09'))[0]).toMatchObject({ presence: null });
  expect((await own('2015-06-11'))[0]).toMatchObject({ presence: 'came' });
});
