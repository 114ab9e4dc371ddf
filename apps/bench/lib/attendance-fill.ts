import type pg from 'pg';

/**
 * Logs two years for everybody in post, and makes `terms` terms of it: earlier ones by copies of the
 * same people, two years before each other. 255 people are 6,120 months a term. Every workday is a day
 * in the village; the township cadres' Mondays to Wednesdays are at the office.
 */
export async function fillTerms(pool: pg.Pool, terms: number): Promise<void> {
  for (const statement of earlierTerms) {
    await pool.query(statement.replaceAll(':terms', String(terms)));
  }
  // A confirmed month is locked; here all of them are made at once.
  await pool.query(months);
  await pool.query('VACUUM ANALYZE');
}

const copyId = (id: string) => `md5(${id}::text || k)::uuid`;

const earlierTerms = [
  `INSERT INTO batch (id, name, date, starts_on, ends_on)
    SELECT ${copyId('id')}, name || k, date - 731 * k, starts_on - 731 * k, ends_on - 731 * k
    FROM batch, generate_series(1, :terms - 1) k`,
  `INSERT INTO cadre (id, name, sort_key, search_key, sex, born_on, id_number_cipher, id_number_hmac,
      id_number_mask, joined_on, unit_id, position, rank, staffing_type, speciality)
    SELECT ${copyId('id')}, name, sort_key, search_key, sex, born_on, id_number_cipher,
      id_number_hmac || k, id_number_mask, joined_on, unit_id, position, rank, staffing_type, speciality
    FROM cadre, generate_series(1, :terms - 1) k
    WHERE EXISTS (SELECT 1 FROM assignment a WHERE a.cadre_id = cadre.id)`,
  `INSERT INTO assignment (id, batch_id, cadre_id, village_id, tier, post, kind, starts_on, ends_on, document_number)
    SELECT ${copyId('id')}, ${copyId('batch_id')}, ${copyId('cadre_id')}, village_id, tier, post, kind,
      starts_on - 731 * k, ends_on - 731 * k, document_number
    FROM assignment, generate_series(1, :terms - 1) k`,
];

const months = `
  WITH sheet AS (
    INSERT INTO attendance_sheet (id, township_id, month)
    SELECT gen_random_uuid(), township_id, month FROM (
      SELECT DISTINCT v.township_id, m::date AS month
      FROM assignment a JOIN village v ON v.id = a.village_id,
        generate_series(date_trunc('month', a.starts_on::timestamp), a.ends_on::timestamp, '1 month') m) one
    ON CONFLICT DO NOTHING
    RETURNING id, township_id, month)
  INSERT INTO attendance_row (assignment_id, month, sheet_id, cadre_id, first_day, last_day, marks)
  SELECT a.id, s.month, s.id, a.cadre_id, d.first_day, d.last_day,
    ARRAY(SELECT CASE WHEN s.month + i - 1 BETWEEN d.first_day AND d.last_day
          AND extract(isodow FROM s.month + i - 1) < 6
        THEN CASE WHEN a.tier = 'township' AND extract(isodow FROM s.month + i - 1) < 4 THEN 132 ELSE 33 END
        END::smallint FROM generate_series(1, 31) i ORDER BY i)
  FROM sheet s
    JOIN village v ON v.township_id = s.township_id
    JOIN assignment a ON a.village_id = v.id AND a.starts_on <= (s.month + interval '1 month - 1 day')::date
      AND a.ends_on >= s.month,
    LATERAL (SELECT greatest(a.starts_on, s.month) AS first_day,
      least(a.ends_on, (s.month + interval '1 month - 1 day')::date) AS last_day) d`;
