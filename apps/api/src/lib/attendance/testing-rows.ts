import type { Database } from '@xuanpai/database/client';

type Pool = Database['pool'];

/** For tests only: rows of attendance written past the rules, as only the database stands against them. */

export interface PostRow {
  id: string;
  cadreId: string;
  villageId: string;
  townshipId: string;
}

/** Posts of a township of the issued sample: of another one for another `skip`. */
export async function postsOfTownship(
  pool: Pool,
  { tier = 'district', skip = 0 }: { tier?: 'district' | 'township'; skip?: number } = {},
): Promise<PostRow[]> {
  const { rows } = await pool.query<PostRow>(
    `SELECT a.id, a.cadre_id AS "cadreId", v.id AS "villageId", v.township_id AS "townshipId"
      FROM assignment a JOIN village v ON v.id = a.village_id
      WHERE a.state = 'inForce' AND a.tier = $1 AND v.township_id =
        (SELECT w.township_id FROM assignment b JOIN village w ON w.id = b.village_id WHERE b.tier = $1
          GROUP BY 1 HAVING count(*) > 1 ORDER BY 1 LIMIT 1 OFFSET $2)
      ORDER BY a.id`,
    [tier, skip],
  );
  return rows;
}

/** A sheet, in draft unless said; gives its id. */
export async function addSheet(
  pool: Pool,
  townshipId: string,
  month: string,
  status: 'draft' | 'signed' | 'submitted' = 'draft',
): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO attendance_sheet (id, township_id, month, status, revision, submitted_at)
      VALUES (gen_random_uuid(), $1, $2, $3::sheet_status, CASE WHEN $3 = 'draft' THEN 0 ELSE 1 END,
        CASE WHEN $3 = 'submitted' THEN now() END) RETURNING id`,
    [townshipId, `${month}-01`, status],
  );
  return rows[0]?.id ?? '';
}

export async function confirmSheet(pool: Pool, sheetId: string): Promise<void> {
  await pool.query(
    `UPDATE attendance_sheet SET status = 'confirmed', revision = greatest(revision, 1),
      confirmed_revision = greatest(revision, 1), submitted_at = now(), confirmed_at = now()
      WHERE id = $1`,
    [sheetId],
  );
}

/** Marks by the day's number: 33 is a day in the village, 1 half of one. */
export type Marks = Readonly<Record<number, number>>;

export function marksOf(given: Marks): (number | null)[] {
  return Array.from({ length: 31 }, (_, index) => given[index + 1] ?? null);
}

export async function addRow(
  pool: Pool,
  sheetId: string,
  post: Pick<PostRow, 'id' | 'cadreId'>,
  { first, last, marks = {} }: { first: string; last: string; marks?: Marks },
): Promise<void> {
  await pool.query(
    `INSERT INTO attendance_row (assignment_id, month, sheet_id, cadre_id, first_day, last_day, marks)
      VALUES ($1, date_trunc('month', $4::timestamp)::date, $2, $3, $4, $5, $6::smallint[])`,
    [post.id, sheetId, post.cadreId, first, last, marksOf(marks)],
  );
}

export interface KeptRow {
  first: string;
  last: string;
  marks: Marks;
  version: number;
  signedOn: string | null;
}

/** A row as it is kept; null where there is none. */
export async function readRow(pool: Pool, id: string, month: string): Promise<KeptRow | null> {
  const { rows } = await pool.query(
    `SELECT first_day::text AS first, last_day::text AS last, marks, version,
        signed_on::text AS "signedOn" FROM attendance_row WHERE assignment_id = $1 AND month = $2`,
    [id, `${month}-01`],
  );
  const [row] = rows;
  if (!row) return null;
  const marks = (row.marks as (number | null)[]).flatMap((mark, index) =>
    mark === null ? [] : [[index + 1, mark] as const],
  );
  return { ...row, marks: Object.fromEntries(marks) };
}

/** Takes everything away again: records that only grow, too, so with the triggers off. */
export async function clearAttendance(pool: Pool): Promise<void> {
  await pool.query(`SET session_replication_role = replica;
    TRUNCATE attendance_sheet, attendance_row, attendance_cut, attendance_note, attendance_event,
      attendance_remark, attendance_edition, attendance_absence CASCADE;
    UPDATE assignment SET state = 'inForce', starts_on = '2015-06-01', ends_on = '2017-05-31';
    SET session_replication_role = origin`);
}
