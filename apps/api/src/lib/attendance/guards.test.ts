import { databaseProblem } from '@xuanpai/database/errors';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { day, startTestApp, type TestApp } from '../../testing.ts';
import {
  addRow,
  addSheet,
  clearAttendance,
  confirmSheet,
  marksOf,
  type PostRow,
  postsOfTownship,
  readRow,
} from './testing-rows.ts';

/** What the database itself keeps, whatever writes to it. */

let office: TestApp;
let post: PostRow;
let other: PostRow;
let elsewhere: PostRow;
let sheet: string;

const query = (text: string, values: unknown[] = []) => office.db.pool.query(text, values);

/** The constraint that refused it; throws when nothing did. */
async function refused(work: Promise<unknown>): Promise<string | null | undefined> {
  const error = await work.then(
    () => Promise.reject(new Error('nothing refused it')),
    (thrown: unknown) => thrown,
  );
  return databaseProblem(error)?.constraint;
}

beforeAll(async () => {
  office = await startTestApp('issued', day('2015-07-02'));
  const [first, second] = await postsOfTownship(office.db.pool);
  const [third] = await postsOfTownship(office.db.pool, { skip: 1 });
  if (!first || !second || !third) throw new Error('the sample has too few posts');
  [post, other, elsewhere] = [first, second, third];
});
afterAll(() => office.close());

const june = { first: '2015-06-01', last: '2015-06-30' };

beforeEach(async () => {
  sheet = await addSheet(office.db.pool, post.townshipId, '2015-06');
});
afterEach(() => clearAttendance(office.db.pool));

describe('a row', () => {
  test('has 31 cells, none outside its days, each of known marks', async () => {
    const { pool } = office.db;
    const row = (
      marks: Record<number, number>,
      dates = { first: '2015-06-10', last: '2015-06-20' },
    ) => addRow(pool, sheet, post, { ...dates, marks });
    for (const marks of [
      { 9: 33 },
      { 21: 33 },
      { 31: 33 },
      { 10: 0 },
      { 10: 18 },
      { 10: 18 * 32 },
    ]) {
      expect(await refused(row(marks))).toBe('attendance_row_cells');
    }
    expect(await refused(row({ 10: -1 }))).toBe('attendance_row_cells');
    await row({ 10: 33, 15: 1 + 32 * 4, 20: 32 });
    const short = query('UPDATE attendance_row SET marks = $1', [marksOf({ 10: 33 }).slice(0, 30)]);
    expect(await refused(short)).toBe('attendance_row_cells');
    expect((await readRow(pool, post.id, '2015-06'))?.marks).toEqual({ 10: 33, 15: 129, 20: 32 });
  });

  test('lies within its month', async () => {
    const { pool } = office.db;
    for (const dates of [
      { first: '2015-06-10', last: '2015-07-01' },
      { first: '2015-06-10', last: '2015-06-09' },
    ]) {
      expect(await refused(addRow(pool, sheet, post, dates))).toBe('attendance_row_days');
    }
  });

  test('logs nobody’s day twice, on whichever sheet: a swap between townships', async () => {
    const { pool } = office.db;
    const there = await addSheet(pool, elsewhere.townshipId, '2015-06');
    await addRow(pool, sheet, post, { first: '2015-06-01', last: '2015-06-15' });
    const same = { id: elsewhere.id, cadreId: post.cadreId };
    const from = (first: string) => addRow(pool, there, same, { first, last: '2015-06-30' });
    expect(await refused(from('2015-06-15'))).toBe('attendance_row_day_once');
    await from('2015-06-16');
  });

  test('may pass a day from one to another within a transaction', async () => {
    const { pool } = office.db;
    const there = await addSheet(pool, elsewhere.townshipId, '2015-06');
    await addRow(pool, sheet, post, { first: '2015-06-01', last: '2015-06-15' });
    const same = { id: elsewhere.id, cadreId: post.cadreId };
    await addRow(pool, there, same, { first: '2015-06-16', last: '2015-06-30' });
    await query(`BEGIN;
      UPDATE attendance_row SET first_day = '2015-06-11' WHERE sheet_id = '${there}';
      UPDATE attendance_row SET last_day = '2015-06-10' WHERE sheet_id = '${sheet}';
      COMMIT`);
    expect((await readRow(pool, elsewhere.id, '2015-06'))?.first).toBe('2015-06-11');
  });

  test('answers an objection that there is', async () => {
    await addRow(office.db.pool, sheet, post, june);
    expect(await refused(query("UPDATE attendance_row SET answer = '已核实'"))).toBe(
      'attendance_row_answer',
    );
  });

  test('says 旷工 only of a day, or half, on which the cadre was heard', async () => {
    const { pool } = office.db;
    const marked = (marks: Record<number, number>) =>
      query('UPDATE attendance_row SET marks = $1', [marksOf(marks)]);
    await addRow(pool, sheet, post, june);
    for (const mark of [17 * 33, 17, 17 * 32, 1 + 32 * 17]) {
      expect(await refused(marked({ 9: mark }))).toBe('attendance_absence_confirmed');
    }
    const heard = (heardOn: string, statement: string) =>
      query(
        `INSERT INTO attendance_absence (assignment_id, day, heard_on, statement, by_name)
          VALUES ($1, '2015-06-09', $2, $3, '区委组织部')`,
        [post.id, heardOn, statement],
      );
    expect(await refused(heard('2015-06-08', '家中有事'))).toBe('attendance_absence_heard');
    expect(await refused(heard('2015-06-10', ' '))).toBe('attendance_absence_heard');
    await heard('2015-06-10', '家中有事');
    await marked({ 9: 17 * 33 });
    expect(await refused(marked({ 10: 17 * 33 }))).toBe('attendance_absence_confirmed');
  });
});

describe('a confirmed month', () => {
  beforeEach(async () => {
    const { pool } = office.db;
    await addRow(pool, sheet, post, { ...june, marks: { 1: 33 } });
    await query(
      `INSERT INTO attendance_note (assignment_id, day, text, by_name) VALUES ($1, '2015-06-01', '雨', '干事')`,
      [post.id],
    );
    await confirmSheet(pool, sheet);
    await addSheet(pool, elsewhere.townshipId, '2015-06');
  });

  test.each([
    ['a cell', 'UPDATE attendance_row SET marks[1] = 1'],
    ['a reason', "UPDATE attendance_row SET short_reason = '另有原因'"],
    ['a signature', "UPDATE attendance_row SET signed_on = '2015-07-01'"],
    ['a row', 'DELETE FROM attendance_row'],
    [
      'its place in the sheet',
      "UPDATE attendance_row SET sheet_id = (SELECT id FROM attendance_sheet WHERE status = 'draft')",
    ],
    ['a note', "UPDATE attendance_note SET text = '晴'"],
    ['the day of a note', "UPDATE attendance_note SET day = '2015-07-01'"],
    ['no note', 'DELETE FROM attendance_note'],
  ])('is locked: %s', async (_, statement) => {
    expect(await refused(query(statement))).toBe('attendance_month_locked');
  });

  test('takes no further row and no further note', async () => {
    const { pool } = office.db;
    expect(await refused(addRow(pool, sheet, other, june))).toBe('attendance_month_locked');
    const note = query(
      `INSERT INTO attendance_note (assignment_id, day, text, by_name) VALUES ($1, '2015-06-02', '雨', '干事')`,
      [post.id],
    );
    expect(await refused(note)).toBe('attendance_month_locked');
  });

  test('is named to whoever writes through Prisma as well', async () => {
    const write = office.db.prisma.attendanceRow.updateMany({ data: { shortReason: '另有原因' } });
    expect(await refused(write)).toBe('attendance_month_locked');
    const raw = office.db.prisma.$executeRaw`UPDATE attendance_row SET version = 9`;
    expect(await refused(raw)).toBe('attendance_month_locked');
  });

  test('stands against other dates of a post, and against voiding it', async () => {
    const dates = (set: string) => query(`UPDATE assignment SET ${set} WHERE id = $1`, [post.id]);
    for (const set of ["ends_on = '2015-06-20'", "starts_on = '2015-06-02'", "state = 'revoked'"]) {
      expect(await refused(dates(set))).toBe('attendance_month_locked');
    }
    await dates("ends_on = '2015-06-30'");
    await dates("ends_on = '2015-07-20'");
    expect(await readRow(office.db.pool, post.id, '2015-06')).toMatchObject({ version: 1 });
  });

  test('opens for a correction, and is locked again', async () => {
    const write = (mark: number) => query('UPDATE attendance_row SET marks[1] = $1', [mark]);
    await query("UPDATE attendance_sheet SET status = 'draft'");
    await write(1);
    await confirmSheet(office.db.pool, sheet);
    expect(await refused(write(33))).toBe('attendance_month_locked');
  });
});

describe('a sheet', () => {
  test('is of a month, one a township', async () => {
    const again = addSheet(office.db.pool, post.townshipId, '2015-06');
    expect(await refused(again)).toBe('attendance_sheet_township_id_month_key');
    const day = query("UPDATE attendance_sheet SET month = '2015-06-02'");
    expect(await refused(day)).toBe('attendance_sheet_month');
  });

  test.each([
    "status = 'signed'",
    "status = 'submitted', revision = 1",
    "status = 'confirmed', revision = 1, submitted_at = now(), confirmed_revision = 1",
    "status = 'confirmed', revision = 2, submitted_at = now(), confirmed_at = now(), confirmed_revision = 1",
    'confirmed_revision = 1',
  ])('says when it was submitted and confirmed, and which edition: not %s', async (set) => {
    expect(await refused(query(`UPDATE attendance_sheet SET ${set}`))).toBe(
      'attendance_sheet_status',
    );
  });

  test('asks for a correction of what is confirmed only, and says who and why', async () => {
    const asked = "correction_reason = '漏记', correction_by_name = '干事', correction_at = now()";
    const set = (what: string) => query(`UPDATE attendance_sheet SET ${what}`);
    expect(await refused(set(asked))).toBe('attendance_sheet_correction');
    await confirmSheet(office.db.pool, sheet);
    expect(await refused(set("correction_reason = '漏记'"))).toBe('attendance_sheet_correction');
    await set(asked);
    expect(await refused(set("status = 'draft'"))).toBe('attendance_sheet_correction');
  });
});

describe('records', () => {
  test.each([
    [
      'attendance_edition',
      `(sheet_id, revision, content, changed, signed_by_name) VALUES ($1, 1, '{}', 0, '书记')`,
      'content = \'{"rows":[]}\'',
    ],
    [
      'attendance_event',
      `(id, sheet_id, act, revision, by_name) VALUES (gen_random_uuid(), $1, 'sign', 1, '书记')`,
      "by_name = '他人'",
    ],
  ])('of %s only grow', async (table, values, change) => {
    await query(`INSERT INTO ${table} ${values}`, [sheet]);
    expect(await refused(query(`UPDATE ${table} SET ${change}`))).toBe('attendance_record_kept');
    expect(await refused(query(`DELETE FROM ${table}`))).toBe('attendance_record_kept');
  });

  test('of remarks and absences only grow', async () => {
    await query(
      `WITH event AS (INSERT INTO attendance_event (id, sheet_id, act, revision, by_name)
          VALUES (gen_random_uuid(), $1, 'return', 1, '区委组织部') RETURNING id)
        INSERT INTO attendance_remark (id, sheet_id, event_id, assignment_id, reason)
        SELECT gen_random_uuid(), $1, id, $2, '与抽查不符' FROM event`,
      [sheet, post.id],
    );
    await query(
      `INSERT INTO attendance_absence (assignment_id, day, heard_on, statement, by_name)
        VALUES ($1, '2015-06-09', '2015-06-10', '家中有事', '区委组织部')`,
      [post.id],
    );
    for (const statement of [
      "UPDATE attendance_remark SET reason = '另一原因'",
      'DELETE FROM attendance_remark',
      "UPDATE attendance_absence SET statement = '没有说明'",
      'DELETE FROM attendance_absence',
    ]) {
      expect(await refused(query(statement))).toBe('attendance_record_kept');
    }
  });

  test('an edition is confirmed once', async () => {
    await query(
      `INSERT INTO attendance_edition (sheet_id, revision, content, changed, signed_by_name)
        VALUES ($1, 1, '{}', 0, '书记')`,
      [sheet],
    );
    const confirm = () =>
      query("UPDATE attendance_edition SET confirmed_at = now(), confirmed_by_name = '组织部'");
    await confirm();
    expect(await refused(confirm())).toBe('attendance_record_kept');
  });
});
