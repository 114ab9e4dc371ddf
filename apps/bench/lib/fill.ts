import type pg from 'pg';

/** Takes the sample district out again, but for its batch and the accounts of the district. */
export async function emptyRegisters(pool: pg.Pool): Promise<void> {
  await pool.query(`
    DELETE FROM nomination; DELETE FROM batch_village; DELETE FROM cadre; DELETE FROM village;
    DELETE FROM user_role WHERE unit_id IS NOT NULL OR township_id IS NOT NULL;
    DELETE FROM unit; DELETE FROM region WHERE level = 'village';
    DELETE FROM region WHERE level = 'township'`);
}

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

/**
 * Makes a province of the filled district: everything `times` times, under townships and units of
 * their own. People get the surname of one and the given name of another; their posts are spread over
 * ten batches of two years each.
 */
export async function fillProvince(pool: pg.Pool, times: number): Promise<void> {
  for (const statement of provinceSql) await pool.query(statement.replaceAll(':times', `${times}`));
  await pool.query('VACUUM ANALYZE');
}

/** Ids of the copies follow from the original's, so that later statements find them. */
const copyId = (id: string) => `md5(${id}::text || k)::uuid`;
const copyCode = (code: string) => `(400000 + k)::text || substr(${code}, 7)`;
const copies = 'generate_series(1, :times - 1) k';

const provinceSql = [
  `INSERT INTO region (id, code, name, level, parent_id)
    SELECT ${copyId('id')}, ${copyCode('code')}, name || k, level, parent_id
    FROM region, ${copies} WHERE level = 'township'`,
  `INSERT INTO village (id, code, name, township_id, households, population, party_members,
      main_industry, search_key)
    SELECT ${copyId('id')}, ${copyCode('code')}, name, ${copyId('township_id')}, households + k,
      population + k, party_members + k % 7, main_industry, search_key
    FROM village, ${copies}`,
  `INSERT INTO village_year
    SELECT ${copyId('village_id')}, year, operating_income + k * 10, net_income_per_head,
      infrastructure_investment FROM village_year, ${copies}`,
  `INSERT INTO batch_village (batch_id, village_id, kinds, city_dispatched)
    SELECT batch_id, ${copyId('village_id')}, kinds, city_dispatched FROM batch_village, ${copies}`,
  `INSERT INTO unit (id, name, kind, township_id, quota, strengths, search_key)
    SELECT ${copyId('id')}, name || k, kind,
      CASE WHEN township_id IS NOT NULL THEN ${copyId('township_id')} END, quota, strengths,
      search_key || k
    FROM unit, ${copies}`,
  `INSERT INTO cadre (id, name, sort_key, search_key, sex, born_on, id_number_cipher, id_number_hmac,
      id_number_mask, joined_on, unit_id, position, rank, staffing_type, speciality)
    SELECT ${copyId('id')}, made.name, made.sort_key,
      concat_ws(' ', made.name, made.pinyin, made.initials),
      sex, born_on + k, id_number_cipher, id_number_hmac || k, id_number_mask, joined_on + k,
      ${copyId('unit_id')}, position, rank, staffing_type, speciality
    FROM (SELECT c.*, k, split_part(c.sort_key, ' ', 1) || ' ' || substr(o.sort_key,
          length(split_part(o.sort_key, ' ', 1)) + 2) AS mixed
        FROM (SELECT *, row_number() OVER (ORDER BY id) - 1 AS at, count(*) OVER () AS of FROM cadre) c
        CROSS JOIN ${copies}
        JOIN (SELECT sort_key, row_number() OVER (ORDER BY id) - 1 AS at FROM cadre) o
          ON o.at = (c.at + k) % c.of) c,
      LATERAL (SELECT c.mixed AS sort_key,
        string_agg(regexp_replace(part, '^[a-z:]+[0-9]?', ''), '') AS name,
        string_agg(substring(part FROM '^[a-z]+'), '') AS pinyin,
        string_agg(left(part, 1), '') AS initials
        FROM string_to_table(c.mixed, ' ') part) made`,
  `INSERT INTO nomination (id, batch_id, cadre_id, unit_id, tier, category)
    SELECT ${copyId('id')}, batch_id, ${copyId('cadre_id')}, ${copyId('unit_id')}, tier, category
    FROM nomination, ${copies} WHERE state = 'active'`,
  `INSERT INTO batch (id, name, date, starts_on, ends_on)
    SELECT gen_random_uuid(), name || n, date - 730 * n, starts_on - 730 * n, ends_on - 730 * n
    FROM batch, generate_series(1, 9) n`,
  `INSERT INTO assignment (id, batch_id, cadre_id, village_id, tier, post, kind, starts_on, ends_on,
      document_number)
    SELECT ${copyId('a.id')}, b.id, ${copyId('cadre_id')}, ${copyId('village_id')}, tier, post, kind,
      b.starts_on, LEAST(b.ends_on, b.starts_on + 729), document_number
    FROM assignment a CROSS JOIN ${copies}
    JOIN (SELECT *, row_number() OVER (ORDER BY date DESC) - 1 AS at FROM batch) b ON b.at = k % 10`,
];
