import type { Month } from '@xuanpai/contracts/attendance';
import type { Tx } from '@xuanpai/database/transaction';
import { commonDays, firstDayOf, lastDayOf } from '@xuanpai/domain/attendance/month';
import type { HeldSheet } from './hold-sheet.ts';
import type { PostOfMonth } from './read-posts.ts';

/**
 * Writes whole rows in one statement: a township's month takes no longer than a cell. A cadre who had
 * signed the row signs it again when its days change.
 */
export async function keepRows(
  tx: Tx,
  sheet: Pick<HeldSheet, 'id'>,
  month: Month,
  rows: readonly { post: PostOfMonth; marks: (number | null)[] }[],
): Promise<void> {
  if (rows.length === 0) return;
  const first = firstDayOf(month);
  const last = lastDayOf(month);
  const kept = rows.flatMap(({ post, marks }) => {
    const inPost = commonDays(first, last, post.startsOn, post.endsOn);
    if (!inPost) return [];
    return [{ id: post.assignmentId, cadre: post.cadreId, ...inPost, marks }];
  });
  await tx.$executeRaw`INSERT INTO attendance_row
      (assignment_id, month, sheet_id, cadre_id, first_day, last_day, marks)
    SELECT x.id, ${first}::date, ${sheet.id}::uuid, x.cadre, x."firstDay", x."lastDay",
      ARRAY(SELECT (cell #>> '{}')::smallint FROM jsonb_array_elements(x.marks) WITH ORDINALITY e(cell, i) ORDER BY i)
    FROM jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
      AS x(id uuid, cadre uuid, "firstDay" date, "lastDay" date, marks jsonb)
    ON CONFLICT (assignment_id, month) DO UPDATE SET marks = EXCLUDED.marks,
      first_day = EXCLUDED.first_day, last_day = EXCLUDED.last_day, sheet_id = EXCLUDED.sheet_id,
      version = attendance_row.version + 1,
      signed_on = CASE WHEN attendance_row.marks IS NOT DISTINCT FROM EXCLUDED.marks
        THEN attendance_row.signed_on END`;
}
