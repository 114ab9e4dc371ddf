import type pg from 'pg';

/** A visit to every village of a round with all groups, and a count of each group for everybody. */
export async function fillEntries(pool: pg.Pool, roundId: string): Promise<void> {
  await pool.query(
    `INSERT INTO evaluation_visit (id, round_id, village_id, held_on, place, host, recorder, teller,
        scrutineer, entered_by_name)
      SELECT gen_random_uuid(), $1, village_id, '2017-01-06', '村委会', '甲', '乙', '丙', '丁', '甲'
      FROM (SELECT DISTINCT village_id FROM evaluation_person WHERE round_id = $1) v`,
    [roundId],
  );
  await pool.query(
    `INSERT INTO evaluation_visit_group (visit_id, "group", present)
      SELECT v.id, g, 12 FROM evaluation_visit v, unnest(enum_range(NULL::voter_group)) g
      WHERE v.round_id = $1`,
    [roundId],
  );
  await pool.query(
    `INSERT INTO ballot_tally (id, person_id, "group", pass, is_final, issued, returned, valid, void,
        first, second, third, fourth, abstained, entered_by_name)
      SELECT gen_random_uuid(), p.id, g, 1, true, 12, 12, 12, 0, 9, 2, 1, 0, 0, '甲'
      FROM evaluation_person p, unnest(enum_range(NULL::voter_group)) g WHERE p.round_id = $1`,
    [roundId],
  );
}

/** The filled posts are all of the district's tier: as many as there are township nominees become townships'. */
export async function sortTiers(pool: pg.Pool): Promise<void> {
  await pool.query(`UPDATE assignment SET tier = 'township', kind = 'attached'
    WHERE id IN (SELECT id FROM assignment WHERE post = 'firstSecretary' ORDER BY id
      LIMIT (SELECT count(*) FROM nomination WHERE tier = 'township' AND state = 'active'))`);
}
