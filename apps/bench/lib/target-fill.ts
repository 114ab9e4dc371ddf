import type { Pool } from 'pg';

/**
 * Confirmed reports of two years, every quarter and every measure, for each of the villages: of the
 * district's batch, and of as many further batches as make `terms`.
 */
export async function fillReports(pool: Pool, terms: number): Promise<void> {
  await pool.query(`ALTER TABLE target_value DISABLE TRIGGER USER`);
  await pool.query(
    `INSERT INTO batch (id, name, date, starts_on, ends_on)
     SELECT gen_random_uuid(), '前' || n || '批', b.date, b.starts_on, b.ends_on
     FROM (SELECT * FROM batch ORDER BY created_at LIMIT 1) b, generate_series(2, $1) n
     ON CONFLICT (name) DO NOTHING`,
    [terms],
  );
  await pool.query(`INSERT INTO target_sheet (id, batch_id, village_id, period, starts_on, ends_on, known,
      status, revision, confirmed_at)
    SELECT gen_random_uuid(), b.id, v.id, p.key, d::date, (d + interval '3 months - 1 day')::date,
      (SELECT jsonb_object_agg(m.key, jsonb_build_array(p.key,
          CASE WHEN m.kind <> 'yesNo' THEN round((random() * 60)::numeric, 1) END,
          CASE WHEN m.kind = 'yesNo' THEN v.code::bigint % 7 < 4 END))
        FROM (SELECT DISTINCT key, kind FROM target_measure WHERE source = 'report') m),
      'confirmed', 1, now()
    FROM batch b, village v, generate_series('2015-01-01'::timestamp, '2016-10-01', '3 months') d,
      LATERAL (SELECT to_char(d, 'YYYY"Q"Q') AS key) p
    ON CONFLICT (batch_id, village_id, period) DO NOTHING`);
  await pool.query(`INSERT INTO target_value (sheet_id, measure_key, number, answer, changed_by_name)
    SELECT s.id, m.key, (m.value ->> 1)::numeric, (m.value ->> 2)::boolean, '某'
    FROM target_sheet s CROSS JOIN LATERAL jsonb_each(s.known) m
    ON CONFLICT DO NOTHING`);
  await pool.query(`ALTER TABLE target_value ENABLE TRIGGER USER`);
  await pool.query('VACUUM ANALYZE target_value');
  await pool.query('VACUUM ANALYZE target_sheet');
}

/** Every village gets the measures of both templates, so that the grid is as full as it can be. */
export async function askEverything(pool: Pool): Promise<void> {
  await pool.query(`INSERT INTO village_target_choice (id, batch_id, village_id, families, effective_from,
      reason, set_by_name)
    SELECT gen_random_uuid(), b.id, v.id, '{fourGoods,fourBreakthroughs}', b.starts_on, '量一量', '某'
    FROM (SELECT id, starts_on FROM batch ORDER BY created_at LIMIT 1) b, village v`);
}
