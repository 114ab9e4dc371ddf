import type pg from 'pg';

/**
 * Posts the sample district's 255 nominees without a planner: 189 first secretaries and 66 deputies,
 * in the order of names and villages.
 */
export async function fillPosts(pool: pg.Pool): Promise<void> {
  await pool.query(`
    INSERT INTO assignment (id, batch_id, cadre_id, village_id, tier, post, kind, starts_on, ends_on, document_number)
    SELECT gen_random_uuid(), b.id, n.cadre_id, v.id, 'district',
      CASE WHEN n.at <= v.of THEN 'firstSecretary' ELSE 'deputySecretary' END::post, 'appointed',
      b.starts_on, b.ends_on, '河组发〔2015〕18号'
    FROM batch b
    JOIN (SELECT batch_id, cadre_id, row_number() OVER (ORDER BY id) AS at
      FROM nomination WHERE state = 'active') n ON n.batch_id = b.id
    JOIN (SELECT id, row_number() OVER (ORDER BY code) AS at, count(*) OVER () AS of
      FROM village) v ON v.at = (n.at - 1) % v.of + 1`);
  await pool.query('VACUUM ANALYZE');
}
