import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { day, startTestApp, type TestApp } from '../../testing.ts';
import {
  addRow,
  addSheet,
  clearAttendance,
  confirmSheet,
  type Marks,
  type PostRow,
  postsOfTownship,
  readRow,
} from './testing-rows.ts';

/** A post's dates open and close the cells of its months; what was logged is never lost by it. */

let office: TestApp;
let post: PostRow;
let sheets: { june: string; july: string };

const query = (text: string, values: unknown[] = []) => office.db.pool.query(text, values);
const change = (set: string) => query(`UPDATE assignment SET ${set} WHERE id = $1`, [post.id]);
const row = (month: string) => readRow(office.db.pool, post.id, month);

/** Every day of June in the village: 33. */
const full: Marks = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [index + 1, 33]));
const juneTo = (last: number) =>
  Object.fromEntries(Object.entries(full).filter(([on]) => Number(on) <= last));

async function statusOf(id: string) {
  const { rows } = await query('SELECT status, version FROM attendance_sheet WHERE id = $1', [id]);
  return rows[0];
}

beforeAll(async () => {
  office = await startTestApp('issued', day('2015-08-02'));
  const [first] = await postsOfTownship(office.db.pool);
  if (!first) throw new Error('the sample has no post');
  post = first;
});
afterAll(() => office.close());

beforeEach(async () => {
  const { pool } = office.db;
  sheets = {
    june: await addSheet(pool, post.townshipId, '2015-06', 'submitted'),
    july: await addSheet(pool, post.townshipId, '2015-07', 'signed'),
  };
  await addRow(pool, sheets.june, post, { first: '2015-06-01', last: '2015-06-30', marks: full });
  await addRow(pool, sheets.july, post, {
    first: '2015-07-01',
    last: '2015-07-31',
    marks: { 1: 33, 2: 1 },
  });
  await query("UPDATE attendance_row SET signed_on = '2015-07-01'");
});
afterEach(() => clearAttendance(office.db.pool));

describe('a post that ends earlier', () => {
  test('closes its cells; the sheet that was signed with them is a draft again', async () => {
    await change("ends_on = '2015-06-20'");
    expect(await row('2015-06')).toEqual({
      first: '2015-06-01',
      last: '2015-06-20',
      marks: juneTo(20),
      version: 2,
      signedOn: null,
    });
    expect(await row('2015-07')).toBeNull();
    expect(await statusOf(sheets.june)).toEqual({ status: 'draft', version: 2 });
    expect(await statusOf(sheets.july)).toEqual({ status: 'draft', version: 2 });
  });

  test('has its marks again when it goes on after all', async () => {
    await change("ends_on = '2015-06-20'");
    await change("ends_on = '2017-05-31'");
    expect(await row('2015-06')).toMatchObject({ last: '2015-06-30', marks: full });
  });

  test('has the rows again of the months that were over before it', async () => {
    await change("ends_on = '2015-06-20'");
    await change("ends_on = '2017-05-31'");
    expect((await row('2015-07'))?.marks).toEqual({ 1: 33, 2: 1 });
  });

  test('has all marks again after it was shortened twice', async () => {
    await change("ends_on = '2015-06-20'");
    await change("ends_on = '2015-06-10'");
    await change("ends_on = '2015-06-15'");
    expect((await row('2015-06'))?.marks).toEqual(juneTo(15));
    await change("ends_on = '2017-05-31'");
    expect((await row('2015-06'))?.marks).toEqual(full);
  });

  test('keeps what was logged meanwhile', async () => {
    await change("ends_on = '2015-06-20'");
    await query("UPDATE attendance_row SET marks[20] = 1 WHERE month = '2015-06-01'");
    await change("ends_on = '2015-06-25'");
    expect((await row('2015-06'))?.marks).toEqual({ ...juneTo(25), 20: 1 });
  });

  test('leaves months alone whose days stay', async () => {
    await change("ends_on = '2015-07-20'");
    expect(await row('2015-06')).toMatchObject({ version: 1, signedOn: '2015-07-01' });
    expect(await statusOf(sheets.june)).toEqual({ status: 'submitted', version: 1 });
    expect(await row('2015-07')).toMatchObject({ last: '2015-07-20', marks: { 1: 33, 2: 1 } });
  });
});

test('a post that begins later closes the cells before', async () => {
  await change("starts_on = '2015-06-29'");
  expect(await row('2015-06')).toMatchObject({ first: '2015-06-29', marks: { 29: 33, 30: 33 } });
  await change("starts_on = '2015-06-01'");
  expect(await row('2015-06')).toMatchObject({ first: '2015-06-01', marks: full });
});

describe('a post that never took effect', () => {
  test('has no rows, and has them again with their marks', async () => {
    await change("state = 'revoked'");
    expect([await row('2015-06'), await row('2015-07')]).toEqual([null, null]);
    await change("state = 'inForce'");
    expect((await row('2015-06'))?.marks).toEqual(full);
    expect((await row('2015-07'))?.marks).toEqual({ 1: 33, 2: 1 });
  });

  test('has them again within the days that it has then', async () => {
    await change("state = 'revoked'");
    await change("state = 'inForce', starts_on = '2015-06-03', ends_on = '2015-06-04'");
    expect(await row('2015-06')).toMatchObject({
      first: '2015-06-03',
      last: '2015-06-04',
      marks: { 3: 33, 4: 33 },
    });
    expect(await row('2015-07')).toBeNull();
  });
});

test('a month that was confirmed meanwhile stops a post from coming back', async () => {
  await change("state = 'revoked'");
  await confirmSheet(office.db.pool, sheets.july);
  await expect(change("state = 'inForce'")).rejects.toThrow('the month is confirmed');
});

test('one confirmed month stops the whole change', async () => {
  await confirmSheet(office.db.pool, sheets.july);
  await expect(change("ends_on = '2015-06-20'")).rejects.toThrow('the month is confirmed');
  expect(await row('2015-06')).toMatchObject({ last: '2015-06-30', version: 1 });
});
