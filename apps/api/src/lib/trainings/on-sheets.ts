import type { Basis } from '@xuanpai/contracts/problems';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../actor.ts';
import { ruleViolated } from '../api-error.ts';
import { inPostThen, sheetOfDay } from '../attendance/attended-trainings.ts';
import { reopenSheets, type TouchedSheet } from '../attendance/touched-sheets.ts';
import { oneOf, sql } from '../sql.ts';

const byReading: Basis = { kind: 'reading', source: '按本办理解' };

interface Touched extends TouchedSheet {
  cadreId: string;
  cadreName: string;
  /** The district confirmed the month with the training on it. */
  settled: boolean;
}

/**
 * What it means for attendance that some people's training appears, goes or moves: only cells that nobody
 * typed show it. A month that was confirmed with it stays as it is, so that the change is refused; one that
 * was signed or submitted goes back to its township. Called before what is there goes, and after what is
 * new is there. Gives what went back.
 */
export async function settleOnSheets(
  tx: Tx,
  actor: Actor,
  training: { id: string; topic: string },
  cadreIds: readonly string[],
): Promise<string[]> {
  if (cadreIds.length === 0) return [];
  const touched = await holdTouched(tx, training.id, cadreIds);
  refuseSettled(touched.filter(({ settled }) => settled));
  const open = touched.filter(({ status }) => status !== 'confirmed');
  const reopened = new Set<string>();
  for (const cadreId of new Set(open.map((sheet) => sheet.cadreId))) {
    const own = open.filter((sheet) => sheet.cadreId === cadreId);
    const reason = `培训登记变动：${own[0]?.cadreName ?? ''}，${training.topic}`;
    // Of somebody's before: it went back already.
    const left = own.map((sheet) =>
      reopened.has(sheet.id) ? { ...sheet, status: 'returned' } : sheet,
    );
    await reopenSheets(tx, actor, left, { reason, cadreId });
    for (const { id } of own) reopened.add(id);
  }
  const names = open
    .filter(({ status }) => status === 'signed' || status === 'submitted')
    .map(({ township, month }) => `${township} ${month}`);
  return [...new Set(names)];
}

async function holdTouched(tx: Tx, id: string, cadreIds: readonly string[]): Promise<Touched[]> {
  const found = await tx.$queryRaw<Touched[]>(
    sql`SELECT DISTINCT shown.id, shown.status, shown.revision, shown.month, shown.township,
        p.cadre_id AS "cadreId", c.name AS "cadreName",
        shown.status = 'confirmed' AND shown.confirmed_at >= p.said_at AS settled
      FROM training_person p JOIN training t ON t.id = p.training_id JOIN cadre c ON c.id = p.cadre_id
        CROSS JOIN LATERAL (SELECT generate_series(t.starts_on, t.ends_on, interval '1 day')::date AS day) d
        CROSS JOIN LATERAL (SELECT s.id, s.status::text AS status, s.revision, s.confirmed_at,
            to_char(s.month, 'YYYY-MM') AS month, tr.name AS township
          FROM ${sheetOfDay} JOIN region tr ON tr.id = s.township_id
          WHERE ${inPostThen} AND r.marks[extract(day FROM d.day)::int] IS NULL) shown
      WHERE p.training_id = ${id}::uuid AND ${oneOf('p.cadre_id', cadreIds, 'uuid')}
        AND p.presence = 'came'
      ORDER BY month, township`,
  );
  const ids = [...new Set(found.map((sheet) => sheet.id))];
  if (ids.length > 0) {
    await tx.$queryRaw(
      sql`SELECT 1 FROM attendance_sheet s WHERE ${oneOf('s.id', ids, 'uuid')} ORDER BY s.month, s.id FOR UPDATE`,
    );
  }
  return found;
}

function refuseSettled(settled: readonly Touched[]): void {
  if (settled.length === 0) return;
  const months = [...new Set(settled.map(({ township, month }) => `${township}${month}`))];
  const who = [...new Set(settled.map(({ cadreName }) => cadreName))].join('、');
  throw ruleViolated([
    {
      path: '',
      code: 'monthConfirmed',
      message: {
        zh: `${months.join('、')}的考勤已由区里确认，其中有${who}这次培训，不能再改。`,
        en: `Confirmed with this training of ${who}: ${months.join(', ')}.`,
      },
      basis: byReading,
      remedy: {
        zh: '请先申请更正该月考勤，区里同意后再办。',
        en: 'Ask for a correction of that month first; once it is approved, try again.',
      },
    },
  ]);
}
