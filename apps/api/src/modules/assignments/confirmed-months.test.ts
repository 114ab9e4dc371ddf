import type { Assignment } from '@xuanpai/contracts/assignments';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSheet, confirmSheet } from '../../lib/attendance/testing-rows.ts';
import type { TestReply } from '../../testing.ts';
import { accepted } from '../../testing-plans.ts';
import { addReserve, change, firstOf, type Life, startLife } from './testing-life.ts';

/** M7: what a confirmed month says about who was in post is corrected first. */

let life: Life;
let post: Assignment;
let partner: Assignment;
let sheet: string;

beforeAll(async () => {
  life = await startLife('2015-07-20');
  const posts = await life.postsOf('tier=district');
  post = firstOf(posts, (one) => one.post === 'firstSecretary');
  partner = firstOf(
    posts,
    (one) => one.townshipId === post.townshipId && one.villageId !== post.villageId,
  );
  const { pool } = life.office.db;
  sheet = await addSheet(pool, post.townshipId, '2015-06', 'submitted');
  await confirmSheet(pool, sheet);
});
afterAll(() => life.office.close());

const late = (from: string) => ({ ...change(from), lateReason: '补录' });
const codes = ({ body }: TestReply) => body.errors?.map(({ code }: { code: string }) => code);

test('calling back, replacing and exchanging within it are refused, with the way out', async () => {
  const withdrawal = await life.act(post.id, 'withdraw', late('2015-06-15'));
  expect(withdrawal).toMatchObject({ status: 422, body: { code: 'ruleViolated' } });
  expect(withdrawal.body.errors).toMatchObject([
    {
      path: 'from',
      code: 'monthConfirmed',
      message: `${post.townshipName}2015-06的考勤已确认，那时的在任情况不能直接改。`,
      remedy: '请镇街先申请更正该月考勤，区里同意后再办。',
    },
  ]);
  const cadreId = await addReserve(life, post.unitId);
  const replacement = await life.act(post.id, 'replace', { ...late('2015-06-30'), cadreId });
  expect(codes(replacement)).toEqual(['monthConfirmed']);
  const { assignment } = await life.history(partner.id);
  const exchange = await life.act(post.id, 'exchange', {
    ...late('2015-06-15'),
    ...{ withId: partner.id, withVersion: assignment.version },
  });
  expect(codes(exchange)).toEqual(['monthConfirmed']);
});

test('from the next month on they are free, and undone again', async () => {
  accepted(await life.act(post.id, 'withdraw', change('2015-07-01')));
  accepted(await life.undoLast(post.id));
});

test('what was done before the month was confirmed is not undone after it', async () => {
  await life.office.db.pool.query("UPDATE attendance_sheet SET status = 'draft'");
  accepted(await life.act(post.id, 'withdraw', late('2015-06-15')));
  await confirmSheet(life.office.db.pool, sheet);
  const undone = await life.undoLast(post.id);
  expect([undone.status, codes(undone)]).toEqual([422, ['monthConfirmed']]);
  // Nor does anybody take the vacant post within it.
  const cadreId = await addReserve(life, post.unitId);
  const replacement = await life.act(post.id, 'replace', { ...late('2015-06-20'), cadreId });
  expect(codes(replacement)).toEqual(['monthConfirmed']);
  await life.office.db.pool.query("UPDATE attendance_sheet SET status = 'draft'");
  accepted(await life.undoLast(post.id));
});
