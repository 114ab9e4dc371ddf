import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing.ts';

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('issued');
});
afterAll(() => office.close());

/** A copy of an assignment, with another cadre or village. */
async function insertCopy(changes: { cadreId?: string; villageId?: string; startsOn?: string }) {
  const { prisma, pool } = office.db;
  const [one, other] = await prisma.assignment.findMany({
    where: { post: 'firstSecretary', tier: 'district' },
    take: 2,
    orderBy: { id: 'asc' },
  });
  if (!one || !other) throw new Error('nothing issued');
  return pool.query(
    `INSERT INTO assignment (id, batch_id, cadre_id, village_id, tier, post, kind, starts_on, ends_on, document_number)
     VALUES (gen_random_uuid(), $1, $2, $3, 'district', 'firstSecretary', 'appointed', $4, '2018-05-31', 'x')`,
    [
      one.batchId,
      changes.cadreId ?? one.cadreId,
      changes.villageId ?? one.villageId,
      changes.startsOn ?? '2016-01-01',
    ],
  );
}

describe('the database refuses', () => {
  test('a cadre with two posts at a time', async () => {
    const { prisma } = office.db;
    const empty = await prisma.village.findFirstOrThrow({ where: { assignments: { none: {} } } });
    await expect(insertCopy({ villageId: empty.id })).rejects.toThrow('assignment_cadre_one_post');
  });

  test('weights on trial of a plan that is decided on, and a change of nothing', async () => {
    const { pool } = office.db;
    const weighed = pool.query(`UPDATE plan SET weight_changes = '{"score.sameUnit": 80}'`);
    await expect(weighed).rejects.toThrow('plan_decided_by_policy');
    const draft = pool.query(
      `INSERT INTO plan (id, batch_id, name, created_by_name, weight_changes)
       SELECT gen_random_uuid(), batch_id, '试算', '王晓东', '{}' FROM plan`,
    );
    await expect(draft).rejects.toThrow('plan_weight_changes_named');
  });

  test('a village with two first secretaries at a time', async () => {
    const { pool } = office.db;
    const { rows } = await pool.query<{ id: string }>(
      `INSERT INTO cadre (id, name, sort_key, search_key, sex, born_on, id_number_cipher, id_number_hmac,
         id_number_mask, unit_id, rank, staffing_type, speciality)
       SELECT gen_random_uuid(), '张三', 'zhang san', '张三', sex, born_on, 'x', 'x', 'x', unit_id, rank,
         staffing_type, speciality FROM cadre LIMIT 1 RETURNING id`,
    );
    await expect(insertCopy({ cadreId: rows[0]?.id ?? '' })).rejects.toThrow(
      'assignment_village_one_per_post',
    );
  });

  test('a place of an issued plan that changes', async () => {
    const change = office.db.pool.query("UPDATE plan_place SET empty_reason = 'x'");
    await expect(change).rejects.toThrow('issued plan');
  });

  test('a second issued plan of the batch', async () => {
    const { pool } = office.db;
    const copy = pool.query(
      `INSERT INTO plan (id, batch_id, name, status, approval_meeting, approval_date, minutes_number,
         document_number, approved_by_id, created_by_name)
       SELECT gen_random_uuid(), batch_id, '方案九', status, approval_meeting, approval_date,
         minutes_number, document_number, approved_by_id, created_by_name FROM plan`,
    );
    await expect(copy).rejects.toThrow('plan_one_issued');
  });
});

test('the day after the term both posts are free again', async () => {
  await insertCopy({ startsOn: '2017-06-01' });
});
